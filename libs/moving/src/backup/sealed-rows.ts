import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@tavolo/kernel';
import { BrokenSeal, unsealStream } from '@tavolo/private-store';
import type { Cell, PrivateRow, PrivateRows } from '@tavolo/private-store';
import { linesOf } from '../lines.js';
import { DamagedBackup, names } from './manifest.js';

/** What says whose it is stands in the manifest, the secrets lie with the keys. */
const APART = ['instance', 'secrets'];

/** About what a file of a backup is sealed: none can be taken for another. */
export const sealOf = (backup: string, path: string) => ['backup', backup, path] as const;

type Line = Readonly<{ table: string; row: Readonly<Record<string, unknown>> }>;

/** All rows that go into a backup, a line each, table by table in the order of their keys. */
export async function* linesOfRows(
  rows: PrivateRows,
  onRow: (table: string, row: PrivateRow) => void,
): AsyncGenerator<Uint8Array> {
  for (const table of await rows.tables()) {
    if (APART.includes(table)) continue;
    for await (const row of rows.rows(table)) {
      onRow(table, row);
      yield Buffer.from(`${canonicalJson({ table, row: writtenOf(row) })}\n`);
    }
  }
}

/** The rows in a backup. */
export class SealedRows implements Pick<PrivateRows, 'rows'> {
  constructor(
    private readonly folder: string,
    private readonly backup: Readonly<{ id: string; key: string }>,
  ) {}

  /** In the order of their keys. @throws DamagedBackup */
  async *rows(table: string): AsyncGenerator<PrivateRow> {
    for await (const line of this.#lines()) {
      if (line.table === table) yield readOf(line.row);
    }
  }

  async *#lines(): AsyncGenerator<Line> {
    const { id, key } = this.backup;
    const sealed = createReadStream(join(this.folder, names.rows));
    try {
      for await (const line of linesOf(unsealStream(key, sealed, sealOf(id, names.rows)))) {
        yield JSON.parse(line) as Line;
      }
    } catch (cause) {
      if (cause instanceof BrokenSeal) throw new DamagedBackup(cause.message, { cause });
      throw cause;
    }
  }
}

function writtenOf(row: PrivateRow): Line['row'] {
  const cells = Object.entries(row).map(([name, cell]) => {
    const isBytes = cell instanceof Uint8Array;
    return [name, isBytes ? { base64: Buffer.from(cell).toString('base64') } : cell] as const;
  });
  return Object.fromEntries(cells);
}

function readOf(row: Line['row']): PrivateRow {
  const cells = Object.entries(row).map(([name, cell]) => {
    const isBytes = typeof cell === 'object' && cell !== null;
    const { base64 = '' } = (isBytes ? cell : {}) as { readonly base64?: string };
    return [
      name,
      isBytes ? new Uint8Array(Buffer.from(base64, 'base64')) : (cell as Cell),
    ] as const;
  });
  return Object.fromEntries(cells);
}
