import type { Rulebook } from '../contract/index.js';
import { isSecret } from './ballot.js';
import { countsSecretly, detached, outcomeIn } from './ballot.count.js';
import { underAnother } from './earlier-majority.js';
import type { CountingRules } from './earlier-majority.js';
import type { Ballot, Count, Outcome } from './outcome.js';
import { procedureOutcomeOf } from './procedure.closing.js';
import type { ProcedureClosed, ProcedureEvent } from './procedure.events.js';
import { standingIn } from './procedure.ballot.js';
import { rulesInWriting } from './procedure.outcome.js';
import { countOf as countOfReplies } from './procedure.replies.js';
import { evolve as evolveProcedure, noProcedure } from './procedure.state.js';
import type { ProcedureState } from './procedure.state.js';
import type { OpenedBallot } from './sitting.ballot.js';
import type { ItemId, SittingEvent, VoteClosed, VoteOpened } from './sitting.events.js';
import type { Voter, VoteQuestion } from './sitting.events.js';
import { evolve, noSitting } from './sitting.state.js';
import type { OpenVote } from './sitting.state.js';
import { countOf } from './sitting.vote.js';
import { brokenBy } from './tie.js';
import type { BrokenTie, ProcedureTieBroken, TieBroken, TieToBreak } from './tie.events.js';
import { rulesOnQuestion } from './vote.question.js';

/** What was recorded when a vote closed, in a sitting or in a procedure. */
export type Recorded = Pick<
  ProcedureClosed['data'] | VoteClosed['data'],
  'outcome' | 'tie' | 'trace'
>;

/**
 * A vote counted again from its facts, beside what was recorded then. Of a tie that waited the
 * recorded draw or second vote is part of it: both sides are what the vote came to with that.
 */
export type Recomputation = Readonly<{
  recorded: Recorded;
  /** Null where a secret vote is asked about under rules that weigh votes or count by category. */
  computed: Outcome | null;
  /**
   * Whether outcome and every number of the trace are those that were recorded; of a hidden vote
   * also whether its published key opens every vote to what was said.
   */
  equal: boolean;
  /** The rulebook it was counted under: the frozen one, or another that was asked for. */
  rulebook: Rulebook;
  count: Count;
}>;

/** What the published key of a hidden vote opens; null where it opens not all, or there is none. */
type Unsealed = readonly OpenedBallot[] | null;

/** How to count several votes again: what the seals hold is asked for each closing, by its index. */
export type Recountings = Readonly<{
  another?: Rulebook | undefined;
  unsealedAt: (closing: number) => Unsealed;
}>;

/** How to count again: by other rules, and with what the seals of a hidden vote hold. */
export type Recounting = Readonly<{ another?: Rulebook | undefined; unsealed?: Unsealed }>;

/**
 * Folds the facts up to the closing of an item's vote and counts anew (governance 6.4); under
 * another rulebook it says what would have been. Null while that vote has not closed.
 */
export function recomputed(
  events: readonly SittingEvent[],
  item: ItemId,
  recounting: Recounting = {},
): Recomputation | null {
  const closing = events.findIndex(
    (one) => isClosingOf(one, item) && one.data.question === undefined,
  );
  return closing < 0 ? null : countedAt(events, closing, recounting);
}

/** A vote on a question beside a decision, counted again. */
export type QuestionRecomputation = Recomputation & Readonly<{ question: VoteQuestion }>;

/**
 * The same of every vote on a question beside the decision that has closed, in their order, by
 * the rules that its question is asked under. `unsealed` is asked for each, by its closing.
 */
export function recomputedQuestions(
  events: readonly SittingEvent[],
  item: ItemId,
  { another, unsealedAt }: Recountings,
): readonly QuestionRecomputation[] {
  return events.flatMap((one, closing) => {
    const question = isClosingOf(one, item) ? one.data.question : undefined;
    if (!question) return [];
    const rules = another && rulesOnQuestion(another, question);
    const found = countedAt(events, closing, { another: rules, unsealed: unsealedAt(closing) });
    return found ? [{ ...found, question }] : [];
  });
}

function isClosingOf(event: SittingEvent, item: ItemId): event is VoteClosed {
  return event.type === 'VoteClosed' && event.data.item === item;
}

/** The vote that closes at this index, from the facts before it. */
function countedAt(
  events: readonly SittingEvent[],
  closing: number,
  { another, unsealed = null }: Recounting,
): Recomputation | null {
  const { data: recorded } = events[closing] as VoteClosed;
  const state = events.slice(0, closing).reduce(evolve, noSitting);
  const voted = state.items.find(({ id }) => id === recorded.item);
  if (!voted?.vote) return null;
  const { vote } = voted;
  const rulebook = underAnother(vote.rulebook, another);
  const ballots = ballotsOf(vote, recorded, unsealed);
  // The rules that count say what of the electorate is needed: categories, where votes are weighed.
  const count = countOf(state, voted, { vote: { ...vote, rulebook }, ballots });
  const counted = computedOf(vote, count, rulebook);
  const next = events.slice(closing + 1).find((one) => isEndOf(one, recorded.item));
  const broken = next?.type === 'TieBroken' ? next.data : undefined;
  const found = withTie({ recorded, counted }, broken);
  const equal = found.equal && isOpened(vote, recorded, unsealed);
  return { ...found, equal, rulebook, count };
}

/** What may follow on the closing of a vote of the item: its tie ends, or another is opened. */
function isEndOf(event: SittingEvent, item: ItemId): event is TieBroken | VoteOpened {
  const isEnd = event.type === 'TieBroken' || event.type === 'VoteOpened';
  return isEnd && event.data.item === item;
}

type Closed = Readonly<{ recorded: Recorded; counted: Outcome | null }>;

/**
 * With what broke the tie, both then and now; where the rules asked about leave no such tie, the
 * draw or second vote of then changes nothing.
 */
function withTie({ recorded, counted }: Closed, broken: BrokenTie | undefined) {
  const isSameCount = isSame(recorded, counted);
  if (!broken) return { recorded, computed: counted, equal: isSameCount };
  const ended = counted && brokenBy(counted, broken.by);
  const equal = isSameCount && ended !== null && isSame(broken, ended);
  return { recorded: broken, computed: ended ?? counted, equal };
}

function computedOf({ form }: OpenVote, count: Count, rulebook: CountingRules): Outcome | null {
  if (isSecret(form) && !countsSecretly(rulebook)) return null;
  return outcomeIn(form, count, rulebook);
}

/** What was counted: named votes, hidden ones as their seals hold them, secret ones as tallied. */
function ballotsOf(
  vote: OpenVote,
  { voters = [], tally }: VoteClosed['data'],
  unsealed: Unsealed,
): readonly Ballot[] {
  const stands = (one: Voter) => vote.sealed.some((each) => !each.cancelled && isOf(one, each));
  switch (vote.form) {
    case 'named':
      return vote.ballots.map(({ seat, choice }) => ({ seat, choice }));
    case 'hidden':
      return (unsealed ?? [])
        .filter((one) => stands(one))
        .map(({ seat, choice }) => ({ seat, choice }));
    case 'secret':
    case 'secretOnPaper':
      return detached(
        voters.map(({ seat }) => seat),
        vote.tallied?.tally ?? tally,
      );
  }
}

/** The published key opens every seal of a hidden vote, to what was said at the closing. */
function isOpened(
  { form }: Pick<OpenVote, 'form'>,
  { ballots: said = [] }: Pick<VoteClosed['data'], 'ballots'>,
  unsealed: Unsealed,
): boolean {
  if (form !== 'hidden') return true;
  if (unsealed?.length !== said.length) return false;
  // One for one, in the order that they were sealed: an answer may have been changed.
  return said.every((one, i) => {
    const each = unsealed[i];
    return each !== undefined && isOf(one, each) && one.choice === each.choice;
  });
}

function isOf(one: Voter, other: Voter): boolean {
  return one.seat === other.seat && one.person === other.person;
}

/**
 * The same of a written or silence procedure. Null while it has not closed, and where it was
 * stopped: then it came to no outcome.
 */
export function recomputedProcedure(
  events: readonly ProcedureEvent[],
  { another, unsealed = null }: Recounting = {},
): Recomputation | null {
  const closing = events.findIndex(({ type }) => type === 'ProcedureClosed');
  const recorded = closing < 0 ? null : (events[closing] as ProcedureClosed).data;
  if (!recorded) return null;
  const state = events.slice(0, closing).reduce(evolveProcedure, noProcedure);
  const rulebook = underAnother(state.rulebook, another);
  const ballots = repliesOf(state, recorded, unsealed);
  const isCountable = !isSecret(state.form) || countsSecretly(rulesInWriting(rulebook));
  const counted = isCountable ? procedureOutcomeOf(state, { another, ballots }) : null;
  const broken = events.find(({ type }) => type === 'ProcedureTieBroken');
  const found = withTie({ recorded, counted }, (broken as ProcedureTieBroken | undefined)?.data);
  const equal = found.equal && isOpened(state, recorded, unsealed);
  return { ...found, equal, rulebook, count: countOfReplies(state, ballots) };
}

/** What was counted: named answers, hidden ones as their seals hold them, secret ones as tallied. */
function repliesOf(
  state: ProcedureState,
  { voters = [], tally }: ProcedureClosed['data'],
  unsealed: Unsealed,
): readonly Ballot[] {
  if (isSecret(state.form)) {
    return detached(
      voters.map(({ seat }) => seat),
      tally,
    );
  }
  const counted = state.form === 'hidden' ? standingIn(state, unsealed ?? []) : state.replies;
  return counted.map(({ seat, choice }) => ({ seat, choice }));
}

/** Numbers, not wording: a sentence may be said better later. */
function isSame(recorded: Recorded, computed: Outcome | Recorded | null): boolean {
  if (!computed) return false;
  const { outcome, trace, tie } = computed;
  if (recorded.outcome !== outcome || recorded.trace.length !== trace.length) return false;
  if (!isSameTie(recorded.tie, tie)) return false;
  return trace.every(({ step, numbers, holds }, i) => {
    const then = recorded.trace[i];
    return then?.step === step && then.holds === holds && areSame(then.numbers, numbers);
  });
}

/** The seat whose second vote was asked is part of what was counted. */
function isSameTie(then: TieToBreak | undefined, now: TieToBreak | undefined): boolean {
  const seatOf = (tie?: TieToBreak) => (tie?.rule === 'chairSecond' ? tie.seat : null);
  return then?.rule === now?.rule && seatOf(then) === seatOf(now);
}

type Numbers = Readonly<Record<string, number>>;

function areSame(then: Numbers, now: Numbers): boolean {
  const names = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...names].every((name) => then[name] === now[name]);
}
