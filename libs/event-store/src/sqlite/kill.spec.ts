import { describe, expect, it } from '@jest/globals';
import { Child } from '../../test/child.js';
import { freshFolder } from '../../test/folder.js';
import { all } from '../contract/harness.contract.js';
import type { EventReader } from '../event-store.js';
import { SqliteEventReader } from './sqlite-event-reader.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const KILLS = process.env.TAVOLO_SOAK === '1' ? 500 : 20;
/** Each lane has a log of its own, killed again and again, and uses one core. */
const LANES = 2;
const WRITERS = 8;

describe('a log whose process is killed with SIGKILL while it writes', () => {
  const path = freshFolder();

  it(
    `keeps every acknowledged append and tears none, ${String(KILLS)} times`,
    async () => {
      const lanes = Array.from({ length: LANES }, (_, lane) =>
        killAgainAndAgain(path(`lane-${String(lane)}.db`), lane),
      );
      const acknowledged = (await Promise.all(lanes)).flat();
      // Each kill came in the middle: after some acknowledgements and before the last.
      expect(acknowledged).toHaveLength(KILLS);
      expect(Math.min(...acknowledged)).toBeGreaterThan(0);
    },
    KILLS * 2_400,
  );
});

async function killAgainAndAgain(file: string, lane: number): Promise<number[]> {
  const acknowledged: string[][] = [];
  for (let i = lane; i < KILLS; i += LANES) {
    const run = String(i);
    const child = new Child('./appending.js', [file, run, String(WRITERS), '1000000']);
    await child.untilLines(1 + ((i * 37) % 250));
    await child.kill();
    acknowledged.push(child.lines);
    const reader = SqliteEventReader.open(file, { pollMs: null });
    await checkRun(reader, `-${run}-`, child.lines);
    reader.close();
  }
  const store = await SqliteEventStore.open(file);
  await checkRun(store, '-', acknowledged.flat());
  await store.close();
  return acknowledged.map((lines) => lines.length);
}

/** Compares the appends that were printed with the log: `<stream> <number of the append>`. */
async function checkRun(log: EventReader, mark: string, lines: readonly string[]): Promise<void> {
  const parts = new Map<string, { size: number; found: number[] }>();
  const revisions = new Map<string, number>();
  for (const { stream, revision, data } of await all(log.readAll())) {
    if (!stream.includes(mark)) continue;
    if (revision !== (revisions.get(stream) ?? -1) + 1) throw new Error(`a gap in ${stream}`);
    revisions.set(stream, revision);
    const { append, size, part } = data as { append: number; size: number; part: number };
    const key = `${stream} ${String(append)}`;
    const known = parts.get(key) ?? { size, found: [] };
    known.found.push(part);
    parts.set(key, known);
  }
  const torn = [...parts].filter(([, { size, found }]) => !isWhole(found, size));
  expect(torn).toEqual([]);
  expect(lines.filter((line) => !parts.has(line))).toEqual([]);
  // What was committed and not yet acknowledged when the process died: at most one a writer.
  if (mark !== '-') expect(parts.size - lines.length).toBeLessThanOrEqual(WRITERS);
}

function isWhole(found: readonly number[], size: number): boolean {
  return found.length === size && found.every((part, i) => part === i);
}
