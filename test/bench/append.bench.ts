import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { SqliteEventStore } from '@tavolo/event-store';
import type { EventStore, NewEvent } from '@tavolo/event-store';

const APPENDS = 640;

const event = (writer: number, n: number): NewEvent =>
  ({
    ...{ type: 'ThingSaid', schema: 1, data: { text: 'x'.repeat(250) } },
    id: `00000000-0000-4000-8000-${String(writer * 1_000 + n).padStart(12, '0')}`,
    meta: {
      ...{ recordedAt: '2030-01-01T00:00:00.000Z', salt: '0'.repeat(32) },
      ...{ commandHash: 'ab'.repeat(32), commandId: '1', correlationId: '2' },
      ...{ actor: { personRef: 'person-1' }, auth: { issuer: 'test', assurance: 'none' } },
    },
  }) as unknown as NewEvent;

/** Appends a second: each writer waits for its answer before it sends the next. */
async function appendsASecond(store: EventStore, from: number, writers: number): Promise<number> {
  const each = APPENDS / writers;
  const began = performance.now();
  const write = async (writer: number) => {
    for (let n = 0; n < each; n += 1) {
      const expected = n === 0 ? 'noStream' : n - 1;
      await store.append(`thing-${String(writer)}`, [event(writer, n)], { expected });
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, w) => write(from + w)));
  return APPENDS / ((performance.now() - began) / 1_000);
}

it('what durable appends cost the embedded log: alone, and sixty-four at once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
  const store = await SqliteEventStore.open(join(folder, 'log.db'));
  const alone = await appendsASecond(store, 0, 1);
  const grouped = await appendsASecond(store, 100, 64);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  process.stdout.write(
    `durable appends a second: ${alone.toFixed(0)} of one writer, ${grouped.toFixed(0)} of 64, ratio ${(grouped / alone).toFixed(1)}\n`,
  );
  expect(grouped).toBeGreaterThan(alone);
}, 600_000);
