import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import * as a from '../domain/procedure.examples.js';
import type { ProcedureEvent } from '../domain/procedure.events.js';
import { procedureProjection } from './procedure.projection.js';
import type { ProcedureRow } from './procedure.rows.js';
import { procedureWaiting } from './procedure.waiting.js';

/** The row that these facts make. */
function rowOf(...events: readonly ProcedureEvent[]): ProcedureRow {
  let row: unknown = null;
  const writer = {
    get: () => row,
    where: () => [],
    put: (_table: unknown, next: unknown) => {
      row = next;
    },
    close: () => undefined,
  } as unknown as Writer;
  for (const [revision, event] of events.entries()) {
    const recorded = { ...event, stream: 'procedure-1', revision, schema: 1 };
    procedureProjection.apply(recorded as unknown as RecordedEvent, writer);
  }
  return row as ProcedureRow;
}

const { Open, Closed } = procedureWaiting.states;
function awaited(...events: readonly ProcedureEvent[]): readonly string[] {
  if (Open.is !== 'awaited') return [];
  const read = { get: () => null, where: () => [] };
  return Open.of(rowOf(...events), read).map(({ move, who }) => `${move} ${who.local ?? who.kind}`);
}

describe('who is waited for in a procedure', () => {
  it('D-1: every seat that has not answered, and the close at the deadline', () => {
    expect(awaited(a.opened(), a.reply('s1', 'for'), a.reply('s3', 'against'))).toEqual([
      ...['castReply s2', 'castReply s4', 'closeProcedure process'],
    ]);
    expect(awaited(a.silent(), a.objection('s1'))).toEqual([
      ...['considerSilence s2', 'considerSilence s3', 'considerSilence s4'],
      'closeProcedure process',
    ]);
    expect(Closed.is).toBe('end');
  });
  it('D-1, D-3: of a hidden one every seat that has not answered; of a secret one every seat, to its end', () => {
    const hidden = [a.openedIn('hidden'), a.replySealed('s1'), a.replySealed('s3')];
    expect(awaited(...hidden)).toEqual(['castReply s2', 'castReply s4', 'closeProcedure process']);
    // Its log says nothing of who has answered, and so does this.
    expect(awaited(a.openedIn('secret'))).toEqual([
      ...['castReply s1', 'castReply s2', 'castReply s3', 'castReply s4'],
      'closeProcedure process',
    ]);
  });
  it('X-7: not of a seat with a declared conflict, but of who is to resolve it', () => {
    expect(awaited(a.opened(), a.declared('s1'))).toEqual([
      ...['castReply s2', 'castReply s3', 'castReply s4', 'settleConflict presidency'],
      'closeProcedure process',
    ]);
    expect(awaited(a.opened(), a.declared('s1'), a.upheld('s1'))).toEqual([
      ...['castReply s2', 'castReply s3', 'castReply s4', 'closeProcedure process'],
    ]);
  });
});
