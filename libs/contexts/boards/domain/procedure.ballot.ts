import { refuse } from '@tavolo/kernel';
import type { Decision, PersonRef } from '@tavolo/kernel';
import type { BallotForm, ProcedureKind } from '../contract/index.js';
import { bySeat, formRefusal, isSecret, peopleIn, SECRET_VOTERS_MIN } from './ballot.js';
import { detached } from './ballot.count.js';
import { ballotRules } from './ballot.rules.js';
import type { SeatId } from './board.events.js';
import { countingRules } from './earlier-majority.js';
import { tallyOf } from './outcome.js';
import type { Ballot, VoteChoice } from './outcome.js';
import type { ProcedureClosed, ProcedureStopped } from './procedure.events.js';
import { stoppedOf } from './procedure.lapse.js';
import type { Said } from './procedure.lapse.js';
import { rulesInWriting } from './procedure.outcome.js';
import { isOf } from './procedure.state.js';
import type { ProcedureState, Replier, Reply } from './procedure.state.js';
import type { Roll } from './roll.js';
import type { BoxFound, CastGround, OpenedBallot } from './sitting.ballot.js';
import type { EarlierMajority } from './vote.events.js';

// The answers of a procedure in the form that it has: hidden until it closes, or secret.

type Opening = Readonly<{
  kind: ProcedureKind;
  ballot: BallotForm | undefined;
  beside: Readonly<{ alsoNeeded?: readonly EarlierMajority[] }>;
}>;

/**
 * D-1, D-3: answers in writing are given in a form that the body has among its own, and that can
 * be kept. An objection states its reasons, hence is named; papers want a room and tellers.
 */
export function ballotRefusal(
  { rulebook, members }: Roll,
  { kind, ballot: form = 'named', beside }: Opening,
): Decision<never> | null {
  if (kind === 'silence') {
    return form === 'named' ? null : refuse(ballotRules.SilenceIsNamed, { form });
  }
  if (form === 'secretOnPaper') return refuse(ballotRules.NoPaperInWriting);
  const rules = rulesInWriting(countingRules(rulebook, beside.alsoNeeded));
  return formRefusal(form, rules, members);
}

/** An answer that stands for a seat; how is null where nobody knows yet. */
export type Standing = Readonly<{
  seat: SeatId;
  person: PersonRef;
  as: Reply['as'];
  choice: VoteChoice | null;
}>;

/** D-1: the answer that stands for a seat: seen, sealed, or a paper of who is not out since. */
export function standingFor(
  state: ProcedureState,
  seat: SeatId,
  { ballot }: CastGround,
): Standing | null {
  const named = state.replies.find((one) => one.seat === seat);
  if (named) return { seat, person: named.by, as: named.as, choice: named.choice };
  const hidden = state.sealed.find((one) => one.seat === seat && one.stands);
  if (hidden) return { seat, person: hidden.person, as: hidden.as, choice: null };
  const person = ballot?.lies ?? null;
  if (person === null || isOut(state, { seat, person })) return null;
  const member = state.electorate.members.find((one) => one.seat === seat);
  return { seat, person, as: member?.person === person ? 'holder' : 'alternate', choice: null };
}

/** What a written procedure came to when it is closed, in its form. */
export type PolledReplies = Readonly<{
  /** What is counted: of a secret procedure without a tie to the seats. */
  ballots: readonly Ballot[];
  /** What its closing makes known. */
  published: Partial<ProcedureClosed['data']>;
}>;

/** Named answers as they stand; hidden ones opened; secret ones as who answered, and the tally. */
export function polledReplies(
  state: ProcedureState,
  { box, ...said }: BoxFound & Said,
): PolledReplies | ProcedureStopped {
  const { form, replies } = state;
  if (form === 'named') {
    return { ballots: replies.map(({ seat, choice }) => ({ seat, choice })), published: {} };
  }
  if (!box) return stoppedOf(state, { cause: 'boxLost', ...said });
  const stands = standingIn(state, box.ballots);
  if (!isSecret(form)) {
    const ballots = stands.map(({ seat, choice }) => ({ seat, choice }));
    return { ballots, published: { key: box.key, ballots: box.ballots } };
  }
  if (peopleIn(stands) < SECRET_VOTERS_MIN) {
    return stoppedOf(state, { cause: 'tooFewVoters', ...said });
  }
  const voters = repliersOf(stands);
  const cancelled = repliersOf(box.ballots.filter((one) => isOut(state, one)));
  return {
    ballots: detached(
      voters.map(({ seat }) => seat),
      tallyOf(stands),
    ),
    published: { voters, ...(cancelled.length > 0 && { cancelled }) },
  };
}

/** D-3: of all that was opened or lay in the box, what counts. Sealed ones keep their order. */
export function standingIn(
  state: ProcedureState,
  ballots: readonly OpenedBallot[],
): readonly OpenedBallot[] {
  const { form, sealed } = state;
  return isSecret(form)
    ? ballots.filter((one) => !isOut(state, one))
    : ballots.filter((_, i) => sealed[i]?.stands === true);
}

/** GB-3: a paper of who was recused does not count, for whatever seat it lies. */
function isOut({ recused }: ProcedureState, one: Replier): boolean {
  return recused.some((out) => isOf(one, out));
}

/** Without what they said, and in an order that says nothing of when (D-3). */
function repliersOf(these: readonly Replier[]): readonly Replier[] {
  return bySeat(these).map(({ seat, person }) => ({ seat, person }));
}
