import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { SqliteSnapshots } from '@tavolo/command';
import type { Uuid } from '@tavolo/event-store';

const snapshot = {
  state: { parties: new Map([['a', 1]]) },
  revision: 7,
  contentRevision: 3,
  eventId: '00000000-0000-4000-8000-000000000007' as Uuid,
};

describe('snapshots', () => {
  let file: string;

  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'tavolo-')), 'snapshots.db');
  });

  it('give back a folded state as it was kept, also after a restart', () => {
    const first = new SqliteSnapshots(file);
    first.keep('sum-1', 1, snapshot);
    expect(first.find('sum-1', 1)).toStrictEqual(snapshot);
    first.close();
    const again = new SqliteSnapshots(file);
    expect(again.find('sum-1', 1)).toStrictEqual(snapshot);
    again.close();
  });

  it('are not there for another version of the fold, nor once their bytes have changed', () => {
    const snapshots = new SqliteSnapshots(file);
    snapshots.keep('sum-1', 1, snapshot);
    expect(snapshots.find('sum-1', 2)).toBeNull();
    const other = new DatabaseSync(file);
    other.exec('UPDATE snapshot SET bytes = zeroblob(length(bytes))');
    other.close();
    expect(snapshots.find('sum-1', 1)).toBeNull();
    snapshots.close();
  });

  it('begin anew where their file is damaged', () => {
    writeFileSync(file, 'no database at all, and long enough to be looked at');
    const snapshots = new SqliteSnapshots(file);
    snapshots.keep('sum-1', 1, snapshot);
    expect(snapshots.find('sum-1', 1)).toStrictEqual(snapshot);
    snapshots.close();
  });
});
