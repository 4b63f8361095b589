import { Visibility } from '@tavolo/command';
import type { Sender } from '@tavolo/command';
import type { EventStore } from '@tavolo/event-store';
import { NotYet } from '@tavolo/projection';
import type { ReadModel } from '@tavolo/projection';
import { isShown } from './policy-reading.js';
import { categoryOf } from './reading-book.js';
import type { ReadingBook } from './reading-book.js';
import type { Readers } from './readers.js';

const WAIT_MS = 2_000;

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * What is there for who gives a command: what they would find. Nothing is shown, so nothing leaves
 * a trace.
 */
export class ReadingVisibility extends Visibility {
  constructor(
    private readonly parts: Readonly<{
      book: ReadingBook;
      readers: Readers;
      readModel: ReadModel;
      store: EventStore;
    }>,
  ) {
    super();
  }

  /** Of what is no object and no part of one, true. What was not read yet is not there yet. */
  async isThere(object: string, sender: Sender): Promise<boolean> {
    const { book, readers, readModel, store } = this.parts;
    const id = book.ownerOf(object) ?? object;
    const rule = book.ofCategory(categoryOf(id));
    if (!rule) return true;
    try {
      const at = await readModel.reach(await store.head(), WAIT_MS);
      const row = (await readModel.byIds<Row>(rule.table, [id], at)).get(id);
      if (!row) return false;
      const reader = await readers.of(sender);
      const [reach, hidden] = [await reader.reach(rule.action), await reader.hidden(true)];
      return isShown(rule, row, { reach, hidden });
    } catch (error) {
      if (error instanceof NotYet) return false;
      throw error;
    }
  }
}
