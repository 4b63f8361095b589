import { AtMoment, Node, Nodes, notSignedIn, personOf } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import type { Moment, PageRequest } from '@tavolo/projection';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Offices } from './offices.js';
import { PersonalMoves } from './personal-moves.js';
import type { MyMove } from './personal-moves.js';
import { personalPage } from './personal-page.js';
import { moveTable } from './tables.js';
import type { MoveRow } from './tables.js';
import type { Reminder } from './part.js';
import { isOverdue, justAfter } from './time.js';
import { moves } from './vocabulary.js';
import { AwaitedMove, AwaitedMoveConnection, AwaitedOf, AwaitedPerson } from './waiting.types.js';
import { ReminderGiven, WaitingArgs } from './waiting.types.js';
import type { MovePage } from './waiting.types.js';
import { whoOf } from './who.js';

type Row = At<MoveRow>;

/** Whose move it is: of one object, and in lists. */
@Resolver(() => AwaitedMove)
export class WaitingResolver {
  constructor(
    private readonly nodes: Nodes,
    private readonly offices: Offices,
    private readonly personal: PersonalMoves,
  ) {}

  @Query(() => [AwaitedMove], {
    description: 'Whose move it is about any object, the most urgent first (di chi è la mossa).',
  })
  async waitingFor(
    @Args('object', { type: () => ID, description: 'The object.' }) object: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<readonly Row[]> {
    const [own, about] = await Promise.all([
      this.nodes.related(moveTable, 'object', { value: object, at, context }),
      this.nodes.related(moveTable, 'about', { value: object, at, context }),
    ]);
    const all = [...new Map([...own, ...about].map((row) => [row.id, row])).values()];
    const hidden = all.some(({ confidential }) => confidential);
    const shown = hidden ? await this.#shownTo(context, at, all) : all;
    return shown.sort((one, other) => (one.due < other.due ? -1 : Number(one.due > other.due)));
  }

  /** What is confidential is shown to who is waited for. */
  async #shownTo({ sender }: RequestContext, at: Moment, all: readonly Row[]): Promise<Row[]> {
    const mine = sender ? await this.personal.of(sender.person, at) : [];
    const ids = new Set(mine.map(({ row }) => row.id));
    return all.filter(({ id, confidential }) => !confidential || ids.has(id));
  }

  @Query(() => AwaitedMoveConnection, {
    description: 'All that is awaited, the most urgent first (in attesa).',
  })
  async waiting(
    @Args() { mine, overdue, partner, ...asked }: WaitingArgs,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<MovePage> {
    const { sender } = context;
    const keys = partner == null ? null : await this.offices.keysOf(partner, at);
    const from = { overdue, now: this.offices.timeOf(at) };
    if (mine !== true) {
      return await this.nodes.page(moveTable, listOf(asked, keys, from), { at, context });
    }
    if (!sender) throw notSignedIn();
    const all = await this.personal.of(sender.person, at);
    return personalPage(
      all.filter((move) => fits(move, { asked, keys, ...from })),
      asked,
      at,
    );
  }

  @ResolveField(() => String, { description: 'What is awaited, in the language of the request.' })
  what(@Parent() { move }: Row, @Context() { locale }: RequestContext): string {
    return moves[move][locale];
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What the object is called, in the language of the request (titolo).',
  })
  title(@Parent() { title, titleEn }: Row, @Context() { locale }: RequestContext): string | null {
    return locale === 'en' ? (titleEn ?? title) : title;
  }

  @ResolveField(() => Boolean, {
    description: 'Whether it is too late at the time of the question (scaduta).',
  })
  overdue(@Parent() row: Row): boolean {
    return isOverdue(row, this.offices.timeOf(row.moment));
  }

  @ResolveField(() => Node, { nullable: true, description: 'The object itself.' })
  node(
    @Parent() { object, moment: at }: Row,
    @Context() context: RequestContext,
  ): Promise<object | null> {
    return this.nodes.any(object, at, context);
  }

  @ResolveField(() => AwaitedOf, { description: 'Who is waited for (di chi).' })
  waitsFor(@Parent() { waitsFor }: Row): AwaitedOf {
    const { kind, ref, local = null } = whoOf(waitsFor);
    return { kind, of: ref, local };
  }

  @ResolveField(() => ReminderGiven, {
    nullable: true,
    description: 'The last reminder of it; null where there was none (sollecito).',
  })
  reminder(@Parent() { reminder, moment }: Row): At<Reminder> | null {
    return reminder && { ...reminder, moment };
  }

  @ResolveField(() => [AwaitedPerson], {
    description:
      'Who can make it at the time of the question; empty where nobody holds the office.',
  })
  async people(
    @Parent() { waitsFor, cents, moment: at }: Row,
    @Context() context: RequestContext,
  ): Promise<readonly AwaitedPerson[]> {
    const { nodes } = this;
    const holders = await this.offices.holdersOf(waitsFor, { cents, at, context, nodes });
    return holders.map(({ person, mandate }) => ({ person: personOf(person), mandate }));
  }
}

type Narrowing = Omit<WaitingArgs, 'mine' | 'overdue' | 'partner'>;
type Time = Readonly<{ overdue: boolean | null | undefined; now: string }>;

const columns = {
  board: 'board',
  network: 'network',
  plan: 'plan',
  kind: 'objectKind',
  move: 'move',
} as const;

/** Confidential moves are in no list but that of who is waited for. */
function listOf(
  { first, after, last, before, ...asked }: Narrowing,
  keys: readonly string[] | null,
  { overdue, now }: Time,
): PageRequest<MoveRow> {
  const named = Object.entries(columns).flatMap(([name, column]) => {
    const value = asked[name as keyof typeof columns];
    return value == null ? [] : [[column, [value]] as const];
  });
  const where = {
    ...(keys && { waitsFor: keys }),
    ...Object.fromEntries(named),
    confidential: ['0'],
  };
  const late = justAfter(now);
  const between = overdue === true ? { before: late } : { from: late };
  const page = { first, after, last, before } as PageRequest<MoveRow>;
  return { ...page, where, ...(overdue != null && { between }) };
}

function fits(
  { row }: MyMove,
  {
    asked,
    keys,
    overdue,
    now,
  }: Time & Readonly<{ asked: Narrowing; keys: readonly string[] | null }>,
): boolean {
  const named = Object.entries(columns).every(([name, column]) => {
    const value = asked[name as keyof typeof columns];
    return value == null || row[column] === value;
  });
  const isTheirs = keys === null || keys.includes(row.waitsFor);
  return named && isTheirs && (overdue == null || overdue === isOverdue(row, now));
}
