import type { JsonObject, RecordedEvent } from '@tavolo/event-store';
import type { TableDefinition, Writer } from '@tavolo/projection';
import type { AgreementEvent } from '../domain/facts.events.js';
import { agreementProjection } from '../read-model/agreement.projection.js';
import { agreementPartyTable, agreementTable } from '../read-model/agreement.rows.js';
import { agreementVersionTable } from '../read-model/agreement.rows.js';
import { agreementId } from './examples.js';

const id = agreementId(1);

type Row = Readonly<{ id: string }>;
/** The open rows of a read model, in memory. */
class OpenRows implements Writer {
  readonly #rows = new Map<string, Row>();
  get<R extends Row>({ name }: TableDefinition<R>, rowId: string): R | null {
    return (this.#rows.get(`${name} ${rowId}`) ?? null) as R | null;
  }
  where<R extends Row>(
    { name }: TableDefinition<R>,
    column: keyof R & string,
    value: string,
  ): readonly R[] {
    const rows = [...this.#rows].filter(([place]) => place.startsWith(`${name} `));
    return rows.map(([, row]) => row as R).filter((row) => row[column] === value);
  }
  put<R extends Row>({ name }: TableDefinition<R>, row: R): void {
    this.#rows.set(`${name} ${row.id}`, row);
  }
  close<R extends Row>({ name }: TableDefinition<R>, rowId: string): void {
    this.#rows.delete(`${name} ${rowId}`);
  }
}

/** What a history leaves in the read model. */
export function projected(history: readonly AgreementEvent[]) {
  const rows = new OpenRows();
  history.forEach(({ type, data }, revision) => {
    const event = { stream: id, revision, type, data: data as JsonObject, schema: 1 };
    agreementProjection.apply(event as unknown as RecordedEvent, rows);
  });
  const party = (partner: string) => rows.get(agreementPartyTable, `${id}#${partner}`);
  const row = rows.get(agreementTable, id);
  if (!row) throw new Error('the history has no draft');
  const version = (local = 'founding') => {
    const found = rows.get(agreementVersionTable, `${id}#${local}`);
    if (!found) throw new Error(`there is no version ${local}`);
    return found;
  };
  return { row, party, version };
}
