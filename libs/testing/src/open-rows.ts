import type { JsonObject, RecordedEvent } from '@tavolo/event-store';
import type { Projection, TableDefinition, Writer } from '@tavolo/projection';
import { movesOf } from '@tavolo/waiting';
import type { AnyPart, Move, State } from '@tavolo/waiting';

type Row = Readonly<{ id: string }>;

/** The open rows of a read model, in memory. */
export class OpenRows implements Writer {
  readonly #rows = new Map<string, Row>();

  get<R extends Row>({ name }: TableDefinition<R>, id: string): R | null {
    return (this.#rows.get(`${name} ${id}`) ?? null) as R | null;
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
  close<R extends Row>({ name }: TableDefinition<R>, id: string): void {
    this.#rows.delete(`${name} ${id}`);
  }
}

type Told = Readonly<{
  part: AnyPart;
  projections: readonly Projection[];
  stream: string;
}>;

/**
 * What is awaited about an object after each of these facts.
 * @throws Error where a state that awaits somebody awaits nobody, or what it did not declare
 */
export function awaitedAfter(
  facts: readonly Readonly<{ type: string; data: object }>[],
  { part, projections, stream }: Told,
): readonly (readonly Move[])[] {
  const rows = new OpenRows();
  return facts.map(({ type, data }, revision) => {
    const actor = { personRef: 'person-00000000-0000-4000-8000-000000000001' };
    const meta = { recordedAt: '2030-01-01T12:00:00.000Z', actor };
    const event = { stream, revision, type, data: data as JsonObject, schema: 1, meta };
    for (const projection of projections) {
      projection.apply(event as unknown as RecordedEvent, rows);
    }
    const row = rows.get(part.table, stream) as Row | null;
    return row ? checked(part, row, rows) : [];
  });
}

function checked(part: AnyPart, row: Row, rows: OpenRows): readonly Move[] {
  const status = part.statusOf(row) as string;
  const state = (part.states as Readonly<Record<string, State<unknown> | undefined>>)[status];
  if (!state) throw new Error(`${part.name} has no answer for ${status}`);
  const moves = movesOf(part, row, rows);
  const declared = [...(state.is === 'awaited' ? state.moves : []), ...(part.beside?.moves ?? [])];
  const silent = state.is === 'awaited' && state.of(row, rows).length === 0;
  if (silent) throw new Error(`${part.name} ${status} awaits nobody`);
  const strange = moves.find(({ move }) => !declared.includes(move));
  if (strange && declared.length > 0) {
    throw new Error(`${part.name} ${status} does not declare ${strange.move}`);
  }
  return moves;
}
