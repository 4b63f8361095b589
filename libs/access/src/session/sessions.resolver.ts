import { CommandGateway, Mandates } from '@tavolo/command';
import type { Sender } from '@tavolo/command';
import { notSignedIn, Refusal, refusalOf } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { PersonRef, Refusal as Kept } from '@tavolo/kernel';
import type { KeptSession } from '@tavolo/private-store';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { othersRefusal } from './session.rules.js';
import { Sessions } from './sessions.js';
import { BrowserSession, EndSessionsInput, SessionsEnded } from './sessions.types.js';
import { SessionsEndedResult } from './sessions.types.js';

/** Sessions of browsers: one's own, and everybody's for the administrator. */
@Resolver()
export class SessionsResolver {
  constructor(
    private readonly open: Sessions,
    private readonly mandates: Mandates,
    private readonly gateway: CommandGateway,
  ) {}

  @Query(() => [BrowserSession], {
    description:
      'The open sessions of who asks, or of somebody for the administrator; always as they are now.',
  })
  async sessions(
    @Context() { sender, session }: RequestContext,
    @Args('person', {
      type: () => ID,
      nullable: true,
      description: 'Whose; one’s own unless told.',
    })
    person?: string | null,
  ): Promise<readonly BrowserSession[]> {
    if (!sender) throw notSignedIn();
    const whose = (person ?? sender.person) as PersonRef;
    if (await this.#keptOut(sender, whose)) return [];
    const open = await this.open.of(whose);
    return open.map((one) => this.#shown(one, session));
  }

  @Mutation(() => SessionsEndedResult, {
    description: 'Ends one session or all of a person, at once (chiusura).',
  })
  async endSessions(
    @Args('input') { person, id = null }: EndSessionsInput,
    @Context() { sender, locale, session }: RequestContext,
  ): Promise<Refusal | SessionsEnded> {
    if (!sender) throw notSignedIn();
    const whose = (person ?? sender.person) as PersonRef;
    const isOfBrowser = session !== null && session !== id;
    const stale = isOfBrowser ? this.open.staleness(sender.auth) : null;
    const refusal = stale ?? (await this.#keptOut(sender, whose));
    if (refusal) return refusalOf(refusal, locale);
    if (id === null) return { ids: await this.open.endAll(whose) };
    const unknown = await this.open.end(whose, id);
    return unknown ? refusalOf(unknown, locale) : { ids: [id] };
  }

  /** One's own need no mandate: whoever lost a device must not have to find one. */
  async #keptOut(sender: Sender, whose: PersonRef): Promise<Kept | null> {
    if (whose === sender.person) return null;
    const mandate = sender.mandate && (await this.mandates.find(sender.mandate));
    return othersRefusal(sender, mandate) ?? (await this.gateway.refusalOfMandate(sender));
  }

  #shown(session: KeptSession, current: string | null): BrowserSession {
    const { id, issuer, assurance, createdAt: since, seenAt: usedAt } = session;
    const until = this.open.endOf(session);
    return { id, issuer, assurance, since, usedAt, until, current: id === current };
  }
}
