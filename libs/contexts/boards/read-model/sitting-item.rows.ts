import type { QuorumCount, SittingEvent, VoteClosed } from '../domain/sitting.events.js';
import type { ConflictRow, ItemRow, QuorumRow, VoteRow } from './sitting.rows.js';

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
    case 'VoteVoided':
      return { status: 'Deferred' };
    case 'VoteOpened': {
      const { item: _item, decision: _decision, board: _board, ...frozen } = data;
      return { status: 'VoteOpen', vote: { ...frozen, ballots: [], result: null } };
    }
    case 'VoteCast': {
      const { seat, person, choice, textSha256, castAt } = data;
      const ballot = { seat, person, choice, textSha256, castAt, cancelled: false };
      return { vote: changed(item, ({ ballots }) => ({ ballots: [...ballots, ballot] })) };
    }
    case 'VoteCancelled':
      return { vote: changed(item, (vote) => cancelled(vote, data.seat)) };
    case 'VoteClosed':
      return { status: type, vote: changed(item, () => ({ result: resultOf(data) })) };
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

function changed({ vote }: ItemRow, change: (vote: VoteRow) => Partial<VoteRow>): VoteRow | null {
  return vote && { ...vote, ...change(vote) };
}

function cancelled({ ballots }: VoteRow, seat: string): Partial<VoteRow> {
  return {
    ballots: ballots.map((ballot) =>
      ballot.seat === seat ? { ...ballot, cancelled: true } : ballot,
    ),
  };
}

function resultOf(data: VoteClosed['data']): VoteRow['result'] {
  const { outcome, tally, trace, present, recused, closedAt } = data;
  return { outcome, tally, trace, present, recused, closedAt };
}
