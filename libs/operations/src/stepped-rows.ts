import { differences } from '@tavolo/audit';
import { Reading } from '@tavolo/graphql';
import type { RequestContext } from '@tavolo/graphql';
import type { AnyTable, Moment, ReplayedRow } from '@tavolo/projection';
import { Readers, ReadingBook } from '@tavolo/reading';
import { Injectable } from '@nestjs/common';
import type { SteppedRow } from './stepping.types.js';

type Row = NonNullable<ReplayedRow['after']>;
type Looking = Readonly<{ at: Moment; context: RequestContext }>;

/**
 * Rows as who administers the server may look at them: cut as rows are wherever else they are
 * shown. What nobody said who may read, and what is confidential, is kept.
 */
@Injectable()
export class SteppedRows {
  constructor(
    private readonly reading: Reading,
    private readonly book: ReadingBook,
    private readonly readers: Readers,
  ) {}

  async of(rows: readonly ReplayedRow[], looking: Looking): Promise<readonly SteppedRow[]> {
    return await Promise.all(rows.map((row) => this.#shown(row, looking)));
  }

  async #shown(
    { table, id, before: stood, after: stands, isAsKept: asStored }: ReplayedRow,
    looking: Looking,
  ): Promise<SteppedRow> {
    const before = await this.#cut(table, stood, looking);
    const after = await this.#cut(table, stands, looking);
    const isKept = (stood !== null && !before) || (stands !== null && !after);
    if (isKept) {
      const nothing = { id: null, before: null, after: null, changes: [] };
      return { table: table.name, kept: true, asStored, ...nothing };
    }
    const changes = differences(before ?? {}, after ?? {});
    return { table: table.name, id, kept: false, asStored, before, after, changes };
  }

  async #cut(table: AnyTable, row: Row | null, { at, context }: Looking): Promise<Row | null> {
    if (!row || !this.book.knows(table)) return null;
    const reader = await this.readers.of(context.sender);
    // Fields are kept one by one elsewhere: here all of a row is given, or nothing.
    if ((await reader.reach('read')) !== 'everywhere') return null;
    const [shown = null] = await this.reading.shown({ table, rows: [row], at }, context);
    if (!shown || (await reader.reach('readSecret')) === 'everywhere') return shown;
    const secret = this.book.secretFields();
    const fields = Object.entries(shown).filter(([field]) => !secret.has(field));
    return { ...Object.fromEntries(fields), id: shown.id };
  }
}
