import { Module } from '@nestjs/common';
import { CalendarLinks } from './calendar-links.js';
import { CalendarLinksResolver } from './calendar-links.resolver.js';
import { InboxResolver } from './inbox.resolver.js';
import { Offices } from './offices.js';
import { PersonalMoves } from './personal-moves.js';
import { WaitingResolver } from './waiting.resolver.js';

export { CalendarFeed } from './calendar-feed.js';

/** Whose move it is, the inbox of a person and the links to their calendar. */
@Module({
  providers: [
    CalendarLinks,
    CalendarLinksResolver,
    InboxResolver,
    Offices,
    PersonalMoves,
    WaitingResolver,
  ],
})
export class WaitingModule {}
