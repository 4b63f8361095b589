import { CommandGateway } from '@tavolo/command';
import { notSignedIn, Refusal, refusalOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CalendarLinks } from './calendar-links.js';
import { CalendarLink, CalendarLinkCreated, shown } from './calendar-links.types.js';
import { CalendarLinkCreatedResult, CalendarLinkRevoked } from './calendar-links.types.js';
import { CalendarLinkRevokedResult, CreateCalendarLinkInput } from './calendar-links.types.js';
import { RevokeCalendarLinkInput } from './calendar-links.types.js';

@Resolver()
export class CalendarLinksResolver {
  constructor(
    private readonly links: CalendarLinks,
    private readonly gateway: CommandGateway,
  ) {}

  @Query(() => [CalendarLink], {
    description: 'The links to the calendar of who asks, the oldest first; always as they are now.',
  })
  async calendarLinks(@Context() { sender }: RequestContext): Promise<readonly CalendarLink[]> {
    if (!sender) throw notSignedIn();
    return (await this.links.of(sender.person)).map((link) => shown(link));
  }

  @Mutation(() => CalendarLinkCreatedResult, {
    description: 'Makes a link to one’s own calendar of deadlines; its secret is shown once.',
  })
  async createCalendarLink(
    @Args('input') { commandId, language }: CreateCalendarLinkInput,
    @Context() { sender, locale }: RequestContext,
  ): Promise<CalendarLinkCreated | Refusal> {
    if (!sender) throw notSignedIn();
    const refusal = await this.gateway.refusalOfMandate(sender);
    if (refusal) return refusalOf(refusal, locale);
    const { person } = sender;
    const made = await this.links.create({ person, commandId, language: language ?? locale });
    if ('rule' in made) return refusalOf(made, locale);
    return { link: shown(made.link), path: `/calendar/${made.token}.ics` };
  }

  @Mutation(() => CalendarLinkRevokedResult, {
    description: 'Ends a link at once: from then on it leads nowhere (revoca).',
  })
  async revokeCalendarLink(
    @Args('input') { id }: RevokeCalendarLinkInput,
    @Context() { sender, locale }: RequestContext,
  ): Promise<CalendarLinkRevoked | Refusal> {
    if (!sender) throw notSignedIn();
    const refusal = await this.links.revoke(sender.person, id);
    return refusal ? refusalOf(refusal, locale) : { id };
  }
}
