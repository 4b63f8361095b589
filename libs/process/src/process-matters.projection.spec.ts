import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import type { Writer } from '@tavolo/projection';
import { processMattersProjection } from './process-matters.projection.js';

const why = { it: 'Si attende.', en: 'It is awaited.' };
const waited = {
  type: 'ProcessBeganWaiting',
  data: { subject: 'agreement-1', why, owner: 'partner-1' },
};
const stopped = {
  type: 'ProcessStopped',
  data: { subject: 'decision-1', why, owner: null, rule: 'PL-4', code: 'TablesOpen' },
};
const reacted = { type: 'ProcessReacted', data: {} };
const given = { type: 'ProcessCommandGiven', data: {} };
const finished = { type: 'ProcessFinished', data: { subject: 'agreement-1' } };

/** The open rows after these events of `pm_entry-agreement-1`, by id. */
function after(...events: { type: string; data: object }[]): unknown[] {
  const rows = new Map<string, unknown>();
  const writer = {
    get: (_table: unknown, id: string) => rows.get(id) ?? null,
    put: (_table: unknown, row: { id: string }) => void rows.set(row.id, row),
    close: (_table: unknown, id: string) => void rows.delete(id),
  } as unknown as Writer;
  for (const event of events) {
    const meta = { recordedAt: '2030-01-01T12:00:00.000Z' };
    const recorded = { stream: 'pm_entry-agreement-1', meta, ...event };
    processMattersProjection.apply(recorded as unknown as RecordedEvent, writer);
  }
  return [...rows.values()];
}

const matter = {
  id: 'pm_entry-agreement-1',
  process: 'entry',
  key: 'agreement-1',
  since: '2030-01-01T12:00:00.000Z',
  ...why,
};

describe('open matters', () => {
  it('hold what waits for a person', () => {
    expect(after(reacted, waited)).toStrictEqual([
      {
        ...matter,
        subject: 'agreement-1',
        owner: 'partner-1',
        ...{ rule: null, code: null, state: 'waiting' },
      },
    ]);
  });

  it('hold what a refusal stopped, with its rule', () => {
    expect(after(reacted, waited, reacted, stopped)).toStrictEqual([
      {
        ...matter,
        subject: 'decision-1',
        owner: null,
        ...{ rule: 'PL-4', code: 'TablesOpen', state: 'stopped' },
      },
    ]);
  });

  it('stay open when a fact changes nothing', () => {
    expect(after(waited, reacted)).toHaveLength(1);
  });

  it('are closed when the process goes on or is at its end', () => {
    expect(after(waited, reacted, given)).toStrictEqual([]);
    expect(after(stopped, reacted, finished)).toStrictEqual([]);
    expect(after(finished)).toStrictEqual([]);
  });

  it('are not opened by a stream of another kind', () => {
    const other = { ...stopped, stream: 'plan-1' };
    expect(after(other)).toStrictEqual([]);
  });
});
