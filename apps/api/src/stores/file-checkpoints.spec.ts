import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Instance } from '@tavolo/command';
import type { InstanceFacts } from '@tavolo/command';
import type { Position, Uuid } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import { FileCheckpoints } from './file-checkpoints.js';

const uuid = (n: number) => `00000000-0000-4000-8000-00000000000${String(n)}` as Uuid;
const at = (n: number) => String(n).padStart(20, '0') as Position;

class Numbered extends Instance {
  readonly facts: InstanceFacts;
  constructor(n: number) {
    super();
    const named = { zone: 'Europe/Rome', demo: false, name: 'test', organisation: null };
    this.facts = { ...named, id: uuid(n), founder: `person-${uuid(n)}` as PersonRef };
  }
}

describe('the checkpoints of processes in a file', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
    file = join(folder, 'process-checkpoints.json');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const opened = ({ head = 9, instance = 1 } = {}) =>
    new FileCheckpoints(file, {
      store: { head: () => Promise.resolve(at(head)) },
      instance: new Numbered(instance),
    });
  async function kept(): Promise<void> {
    const checkpoints = opened();
    await Promise.all([checkpoints.put('a', at(3)), checkpoints.put('b', at(9))]);
  }

  it('are there again after a restart', async () => {
    await kept();
    const again = opened();
    expect([await again.get('a'), await again.get('b'), await again.get('c')]).toEqual([
      ...[at(3), at(9), null],
    ]);
  });

  it('are thrown away where they are of another instance', async () => {
    await kept();
    expect(await opened({ instance: 2 }).get('a')).toBeNull();
  });

  it('are thrown away where they are ahead of a log that was restored, and only those', async () => {
    await kept();
    const restored = opened({ head: 5 });
    expect(await restored.get('a')).toBe(at(3));
    expect(await restored.get('b')).toBeNull();
  });

  it.each([
    ...['', 'null', '[]', '"text"', '{', '{"a":"00000000000000000003"}', '{"instance":null}'],
    JSON.stringify({ instance: uuid(1), positions: null }),
    JSON.stringify({ instance: uuid(1), positions: { a: 3 } }),
  ])('are as if not there where the file holds %p', async (content) => {
    writeFileSync(file, content);
    const checkpoints = opened();
    expect(await checkpoints.get('a')).toBeNull();
    await checkpoints.put('a', at(4));
    expect(await opened().get('a')).toBe(at(4));
    expect(readdirSync(folder)).toEqual(['process-checkpoints.json']);
  });
});
