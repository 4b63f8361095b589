import { AtMoment, momentsWhere, notSignedIn, personOf } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { Change, Moment } from '@tavolo/projection';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Subscription } from '@nestjs/graphql';
import { Offices } from './offices.js';
import { PersonalMoves } from './personal-moves.js';
import type { MyMove } from './personal-moves.js';
import { personalPage } from './personal-page.js';
import { NO_DUE } from './tables.js';
import { hoursAfter, isOverdue } from './time.js';
import { AwaitedMoveConnection, EndingTerm, Inbox, InboxArgs } from './waiting.types.js';
import type { MovePage } from './waiting.types.js';

/** Due within this many hours, it is soon. */
const SOON_HOURS = 72;

/** An inbox with what was read for it: its page and its counts are of one list. */
type Open = At<Inbox> & Readonly<{ mine: readonly MyMove[] }>;

/** What waits for who asks: by their person alone, whatever mandate they act under. */
@Resolver(() => Inbox)
export class InboxResolver {
  constructor(
    private readonly readModel: ReadModel,
    private readonly offices: Offices,
    private readonly personal: PersonalMoves,
  ) {}

  @Query(() => Inbox, {
    description: 'What waits for who asks (header Tavolo-Person), with counts (la mia scrivania).',
  })
  inbox(@AtMoment() at: Moment, @Context() context: RequestContext): Promise<Open> {
    return this.open(at, context);
  }

  @Subscription(() => Inbox, {
    description: 'The inbox of who asks, now and whenever it changes (la mia scrivania).',
    // eslint-disable-next-line max-params -- the signature is that of graphql-js
    resolve(
      this: InboxResolver,
      at: Moment,
      _args: unknown,
      context: RequestContext,
    ): Promise<Open> {
      return this.open(at, context);
    },
  })
  inboxChanged(@Context() { sender }: RequestContext): AsyncIterableIterator<Moment> {
    if (!sender) throw notSignedIn();
    const { person } = sender;
    let seen = this.#digest(person, this.readModel.now());
    return momentsWhere(this.readModel, async ({ moment }: Change) => {
      const before = await seen;
      seen = this.#digest(person, moment);
      return (await seen) !== before;
    });
  }

  async #digest(person: string, at: Moment): Promise<string> {
    const mine = await this.personal.of(person, at);
    return mine.map(({ row, mandate }) => `${row.id} ${row.changedAt} ${mandate ?? ''}`).join('\n');
  }

  /** At a moment; its page and its counts are of one list. */
  async open(at: Moment, { sender }: RequestContext): Promise<Open> {
    if (!sender) throw notSignedIn();
    const mine = await this.personal.of(sender.person, at);
    const now = this.offices.timeOf(at);
    const soon = hoursAfter(now, SOON_HOURS);
    const count = (is: (row: MyMove['row']) => boolean) => mine.filter(({ row }) => is(row)).length;
    return {
      ...{ moment: at, mine, person: personOf(sender.person), total: mine.length },
      overdue: count((row) => isOverdue(row, now)),
      dueSoon: count((row) => !isOverdue(row, now) && isOverdue(row, soon)),
      undated: count(({ due }) => due === NO_DUE),
    };
  }

  @ResolveField(() => AwaitedMoveConnection, {
    description: 'The moves, the most urgent first (di chi è la mossa).',
  })
  moves(@Parent() { mine, moment }: Open, @Args() page: InboxArgs): MovePage {
    return personalPage(mine, page, moment);
  }

  @ResolveField(() => [EndingTerm], {
    description: 'The terms of office that end, the next first: as in the calendar (mandati).',
  })
  async terms(@Parent() { person, moment }: Open): Promise<readonly EndingTerm[]> {
    const found = await this.offices.termsOf(person.id, moment);
    return found
      .flatMap(({ mandate, until, source: object, title, titleEn }) =>
        mandate === null || until === null ? [] : [{ id: mandate, object, title, titleEn, until }],
      )
      .toSorted((one, other) => (one.until < other.until ? -1 : 1));
  }
}
