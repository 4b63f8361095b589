import type {
  QuorumCount,
  SecretBallotTallied,
  SittingEvent,
  VoteClosed,
  Voter,
} from '../domain/sitting.events.js';
import type { TieBroken } from '../domain/tie.events.js';
import { afterClosing, afterVoiding } from '../domain/vote.events.js';
import type {
  BallotRow,
  ConflictRow,
  ItemRow,
  QuorumRow,
  VoteRow,
  VoterRow,
} from './sitting.rows.js';
import { tieOf, withBroken } from './tie.rows.js';

/** What a fact changes of the item that it names; a type it does not know changes nothing. */
export function itemChangeOf(item: ItemRow, { type, data }: SittingEvent): Partial<ItemRow> {
  switch (type) {
    case 'ConflictOfInterestDeclared': {
      const { seat, person, declaration } = data;
      const conflict = { seat, person, declaration, status: 'Declared' } as const;
      return { conflicts: [...item.conflicts, conflict] };
    }
    case 'ConflictUpheld':
      return { conflicts: resolved(item, data.seat, 'Upheld') };
    case 'ConflictDismissed':
      return { conflicts: resolved(item, data.seat, 'Dismissed') };
    case 'MemberRecused':
      return { conflicts: resolved(item, data.seat, 'Recused') };
    case 'QuorumVerified':
      return { status: type, quorum: quorumOf(data, true, null) };
    case 'QuorumNotReached':
      return { quorum: quorumOf(data, false, data.cause) };
    case 'AgendaItemDeferred':
      return { status: 'Deferred' };
    case 'VoteVoided':
      return { status: afterVoiding(data) };
    case 'VoteOpened': {
      const { item: _item, decision: _decision, board: _board, ballot, ...frozen } = data;
      const nothing = { ballots: [], voters: [], paper: null, result: null };
      const vote = { ...frozen, form: ballot ?? 'named', ...nothing };
      return { status: 'VoteOpen', ...opening(item, vote) };
    }
    case 'VoteCast': {
      const { choice = null, sealed = null, recorded = null, item: _item, ...cast } = data;
      const ballot = { ...cast, choice, sealed, recorded, cancelled: false };
      return changed(item, ({ ballots }) => ({ ballots: [...ballots, ballot] }));
    }
    case 'VoteCancelled':
      return changed(item, (vote) => cancelled(vote, data.seat));
    case 'SecretBallotTallied':
      return changed(item, () => tallied(data));
    case 'VoteClosed':
      return { status: afterClosing(data), ...changed(item, (vote) => closed(vote, data)) };
    case 'TieBroken':
      return { status: afterClosing(data), ...changed(item, (vote) => broken(vote, data)) };
    default:
      return {};
  }
}

/** The declaration that is still open; one dismissed before stays as it was. */
function resolved(
  { conflicts }: ItemRow,
  seat: string,
  status: ConflictRow['status'],
): readonly ConflictRow[] {
  const from = status === 'Recused' ? 'Upheld' : 'Declared';
  return conflicts.map((conflict) =>
    conflict.seat === seat && conflict.status === from ? { ...conflict, status } : conflict,
  );
}

function quorumOf(data: QuorumCount, reached: boolean, cause: string | null): QuorumRow {
  const { present, recused, counted, whole, needed } = data;
  return { reached, present, recused, counted, whole, needed, cause };
}

function opening({ questions }: ItemRow, vote: VoteRow): Partial<ItemRow> {
  const isQuestion = vote.question !== undefined;
  return { isQuestion, ...(isQuestion ? { questions: [...questions, vote] } : { vote }) };
}

/** The vote that was opened last: on the decision, or on a question beside it. */
export function lastVoteOf({ vote, questions, isQuestion }: ItemRow): VoteRow | null {
  return isQuestion ? (questions.at(-1) ?? null) : vote;
}

function changed(item: ItemRow, change: (vote: VoteRow) => Partial<VoteRow>): Partial<ItemRow> {
  const last = lastVoteOf(item);
  if (!last) return {};
  const vote = { ...last, ...change(last) };
  return item.isQuestion ? { questions: [...item.questions.slice(0, -1), vote] } : { vote };
}

function cancelled({ ballots }: VoteRow, seat: string): Partial<VoteRow> {
  return {
    ballots: ballots.map((ballot) =>
      ballot.seat === seat ? { ...ballot, cancelled: true } : ballot,
    ),
  };
}

function tallied({ voters, tally, tellers, talliedAt }: SecretBallotTallied['data']) {
  return { voters: votersOf(voters, false), paper: { tally, tellers, talliedAt } };
}

function closed(vote: VoteRow, data: VoteClosed['data']): Partial<VoteRow> {
  const { outcome, tally, trace, present, recused, closedAt, key = null } = data;
  const tie = tieOf(data.tie);
  const result = { outcome, tally, trace, present, recused, closedAt, key, tie };
  const { ballots = [], voters = [], cancelled: out = [] } = data;
  const secret = [...votersOf(voters, false), ...votersOf(out, true)];
  return { result, ballots: vote.ballots.map((ballot) => opened(ballot, ballots)), voters: secret };
}

function broken({ result }: VoteRow, data: TieBroken['data']): Partial<VoteRow> {
  return { result: result && withBroken(result, data) };
}

/** A hidden vote with the choice that its closing made known. */
function opened(ballot: BallotRow, known: NonNullable<VoteClosed['data']['ballots']>): BallotRow {
  const isOf = (one: Voter) => one.seat === ballot.seat && one.person === ballot.person;
  return { ...ballot, choice: ballot.choice ?? known.find((one) => isOf(one))?.choice ?? null };
}

/** Voters of a secret vote as rows; `isOut`: their papers did not count. */
export function votersOf(these: readonly Voter[], isOut: boolean): readonly VoterRow[] {
  return these.map(({ seat, person }) => ({ seat, person, cancelled: isOut }));
}
