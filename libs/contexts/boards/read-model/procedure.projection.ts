import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type { ProcedureEvent } from '../domain/procedure.events.js';
import { procedureTable } from './procedure.rows.js';
import { votersOf } from './sitting-item.rows.js';
import { tieOf, withBroken } from './tie.rows.js';
import type { ProcedureRow, ReplyRow } from './procedure.rows.js';

/** Written and silence procedures, each with all that was answered. */
export const procedureProjection: Projection = {
  name: 'procedure',
  version: 4,
  categories: ['procedure'],
  tables: [procedureTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(procedureTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): ProcedureRow | null {
  const event = recorded as unknown as ProcedureEvent;
  if (event.type === 'ProcedureOpened') return opened(recorded.stream, event.data);
  const row = write.get(procedureTable, recorded.stream);
  return row && { ...row, ...changeOf(row, event) };
}

type DataOf<Type extends ProcedureEvent['type']> = Extract<ProcedureEvent, { type: Type }>['data'];

function opened(
  id: string,
  { sensitive, ballot, ...frozen }: DataOf<'ProcedureOpened'>,
): ProcedureRow {
  return {
    ...{ id, revision: 0, status: 'Open', ...frozen, sensitive: sensitive === true },
    ...{ form: ballot ?? 'named', voters: [] },
    ...{ extendedFrom: null, replies: [], objections: [], sittingCalls: [], conflicts: [] },
    ...{ documentRequests: [], ending: null, stopCause: null, stoppedBy: null, endedAt: null },
  };
}

/** What a fact changes; a type it does not know changes nothing. */
function changeOf(row: ProcedureRow, { type, data }: ProcedureEvent): Partial<ProcedureRow> {
  switch (type) {
    case 'ReplyCast':
    case 'ReplyChanged':
      return { replies: [...replaced(row, data.seat), replyOf(data)] };
    case 'ReplyCancelled':
      return { replies: row.replies.map((one) => fallen(one, data.seat)) };
    case 'ObjectionRaised': {
      const { textSha256: _text, ...objection } = data;
      const as = data.as ?? 'holder';
      return { objections: [...row.objections, { ...objection, as, cancelled: false }] };
    }
    case 'ObjectionCancelled':
      return { objections: row.objections.map((one) => cancelled(one, data.seat)) };
    case 'SittingCalledFor':
      return { sittingCalls: [...row.sittingCalls, { ...data, cancelled: false }] };
    case 'ProcedureExtended': {
      const { deadline, closesOn, previousDeadline: extendedFrom } = data;
      return { deadline, closesOn, extendedFrom };
    }
    case 'DocumentsRequested':
      return { documentRequests: [...row.documentRequests, data] };
    case 'DocumentsSupplied':
      return { papers: [...row.papers, ...data.papers] };
    case 'ProcedureConflictDeclared':
      return { conflicts: [...row.conflicts, { ...data, status: 'Declared' }] };
    case 'ProcedureConflictUpheld':
      return { conflicts: resolved(row, data.seat, 'Recused'), sittingCalls: callsBut(row, data) };
    case 'ProcedureConflictDismissed':
      return { conflicts: resolved(row, data.seat, 'Dismissed') };
    case 'ProcedureClosed':
      return closedAs(row, data);
    case 'ProcedureTieBroken': {
      const ending = row.ending && withBroken(row.ending, data);
      return { status: 'Closed', ending, endedAt: data.brokenAt };
    }
    case 'ProcedureStopped': {
      const { cause: stopCause, stoppedBy, stoppedAt: endedAt } = data;
      return { status: 'Stopped', stopCause, stoppedBy, endedAt };
    }
    default:
      return {};
  }
}

function replyOf(reply: DataOf<'ReplyCast'>): ReplyRow {
  const { choice, sealed, as } = reply;
  const said = { choice: choice ?? null, sealed: sealed ?? null, as: as ?? 'holder' };
  return { ...reply, ...said, cancelled: false, replaced: false };
}

function replaced({ replies }: ProcedureRow, seat: string): readonly ReplyRow[] {
  return replies.map((one) => (one.seat === seat ? { ...one, replaced: true } : one));
}

/** Only the answer that stood falls; one that was changed before had fallen already. */
function fallen(reply: ReplyRow, seat: string): ReplyRow {
  return reply.replaced ? reply : cancelled(reply, seat);
}

function cancelled<T extends Readonly<{ seat: string; cancelled: boolean }>>(
  one: T,
  seat: string,
): T {
  return one.seat === seat ? { ...one, cancelled: true } : one;
}

/** A call falls with who made it, for every seat (GB-3). */
function callsBut(
  { sittingCalls }: ProcedureRow,
  { seat, person }: DataOf<'ProcedureConflictUpheld'>,
) {
  return sittingCalls.map((one) =>
    one.seat === seat || one.person === person ? { ...one, cancelled: true } : one,
  );
}

function resolved({ conflicts }: ProcedureRow, seat: string, status: 'Dismissed' | 'Recused') {
  return conflicts.map((one) =>
    one.seat === seat && one.status === 'Declared' ? { ...one, status } : one,
  );
}

/** A tie that waits leaves it without an end. */
function closedAs(row: ProcedureRow, data: DataOf<'ProcedureClosed'>): Partial<ProcedureRow> {
  const known = knownOf(row, data);
  return data.outcome === 'tied'
    ? { status: 'Tied', ...known }
    : { status: 'Closed', ...known, endedAt: data.closedAt };
}

/** What the closing makes known: the outcome, what was sealed, who answered in secret. */
function knownOf({ replies }: ProcedureRow, closed: DataOf<'ProcedureClosed'>) {
  const { ballots = [], voters = [], cancelled: out = [] } = closed;
  const opened = replies.map((one, i) => ({
    ...one,
    choice: one.choice ?? ballots[i]?.choice ?? null,
  }));
  const secret = [...votersOf(voters, false), ...votersOf(out, true)];
  return { ending: endingOf(closed), replies: opened, voters: secret };
}

function endingOf(closed: DataOf<'ProcedureClosed'>): ProcedureRow['ending'] {
  const { outcome, tally, trace, replied, objected, recused, early, closedAt } = closed;
  const { key = null } = closed;
  const counted = { outcome, tally, trace, replied, objected, recused };
  return { ...counted, early, closedAt, key, tie: tieOf(closed.tie) };
}
