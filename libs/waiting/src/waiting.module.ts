import { Module } from '@nestjs/common';
import { CalendarLinks } from './calendar-links.js';
import { CalendarLinksResolver } from './calendar-links.resolver.js';
import { InboxResolver } from './inbox.resolver.js';
import { Offices } from './offices.js';
import { PersonalMoves } from './personal-moves.js';
import { ReminderResolver } from './reminder.resolver.js';
import { WaitingResolver } from './waiting.resolver.js';

export { CalendarFeed } from './calendar-feed.js';
export { ReminderGiven } from './waiting.types.js';

/** Whose move it is, the inbox of a person and the links to their calendar. */
@Module({
  providers: [
    CalendarLinks,
    CalendarLinksResolver,
    InboxResolver,
    Offices,
    PersonalMoves,
    ReminderResolver,
    WaitingResolver,
  ],
})
export class WaitingModule {}
