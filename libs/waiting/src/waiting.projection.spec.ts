import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { TableDefinition, Writer } from '@tavolo/projection';
import { atRest, awaits, end, waitingPart } from './part.js';
import { capacityTable, houseTable, moveTable, NO_DUE } from './tables.js';
import { movesOf, waitingProjection } from './waiting.projection.js';
import { authority, keyOf, organisation, person, whoOf } from './who.js';

type Status = 'asked' | 'done' | 'resting';
type Thing = Readonly<{
  id: string;
  status: Status;
  asked: readonly string[];
  until: string | null;
}>;

const thingTable = defineTable<Thing>('thing', { columns: ['status'], order: 'status' });
const part = waitingPart<Thing, Status>({
  name: 'thing',
  categories: ['thing'],
  table: thingTable,
  statusOf: ({ status }) => status,
  states: {
    asked: awaits(['signAgreement'], ({ asked, until }) =>
      asked.map((partner) => ({
        ...{ move: 'signAgreement', who: organisation(partner, 'agreement', 100), key: partner },
        due: until === null ? null : { on: until },
      })),
    ),
    resting: atRest('it rests'),
    done: end,
  },
  place: ({ id }) => ({ title: `The ${id}` }),
  capacities: ({ status }) => [
    {
      ...{ id: 'one', holder: 'person-1', gives: [organisation('partner-1', 'agreement')] },
      ...{ isMandate: true, from: '2030-01-01', until: status === 'done' ? '2030-01-31' : null },
    },
  ],
});
const projection = waitingProjection([part]);

/** Open rows in memory, and every id that was written or closed. */
class Rows implements Writer {
  readonly touched: string[] = [];
  readonly #tables = new Map<string, Map<string, { readonly id: string }>>();

  #of({ name }: { readonly name: string }) {
    const known = this.#tables.get(name) ?? new Map<string, { readonly id: string }>();
    this.#tables.set(name, known);
    return known;
  }
  get<Row extends { readonly id: string }>(table: TableDefinition<Row>, id: string): Row | null {
    return (this.#of(table).get(id) ?? null) as Row | null;
  }
  where<Row extends { readonly id: string }>(
    table: TableDefinition<Row>,
    column: keyof Row & string,
    value: string,
  ): readonly Row[] {
    return ([...this.#of(table).values()] as Row[]).filter((row) => row[column] === value);
  }
  put<Row extends { readonly id: string }>(table: TableDefinition<Row>, row: Row): void {
    this.touched.push(row.id);
    this.#of(table).set(row.id, row);
  }
  close(table: { readonly name: string }, id: string): void {
    this.touched.push(id);
    this.#of(table).delete(id);
  }
}

let seconds = 0;
const fact = (stream: string, type = 'ThingHappened', data: object = {}): RecordedEvent => {
  seconds += 1;
  const recordedAt = `2030-01-01T12:00:${String(seconds).padStart(2, '0')}.000Z`;
  return { stream, type, data, meta: { recordedAt } } as unknown as RecordedEvent;
};

function founded(): Rows {
  seconds = 0;
  const rows = new Rows();
  const data = { zone: 'Europe/Rome', founder: 'person-9' };
  projection.apply(fact('instance-tavolo', 'InstanceFounded', data), rows);
  return rows;
}

const asking = (...asked: readonly string[]): Thing => ({
  ...{ id: 'thing-1', status: 'asked', asked, until: '2030-03-30' },
});

function happens(rows: Rows, thing: Thing): void {
  rows.put(thingTable, thing);
  projection.apply(fact('thing-1'), rows);
}

describe('who is waited for', () => {
  it('opens a move for each that is awaited, since the fact, and closes what is done', () => {
    const rows = founded();
    happens(rows, asking('partner-1', 'partner-2'));
    happens(rows, asking('partner-2'));
    const open = rows.where(moveTable, 'source', 'thing-1');
    expect(open).toMatchObject([
      {
        ...{ id: 'thing-1!signAgreement!partner-2', object: 'thing-1', objectKind: 'thing' },
        ...{ waitsFor: 'organisation:partner-2#agreement', cents: 100, title: 'The thing-1' },
        ...{ since: '2030-01-01T12:00:02.000Z', changedAt: '2030-01-01T12:00:02.000Z' },
      },
    ]);
    happens(rows, { ...asking(), status: 'done' });
    expect(rows.where(moveTable, 'source', 'thing-1')).toStrictEqual([]);
  });

  it('keeps since when the deadline moves, and says that it changed', () => {
    const rows = founded();
    happens(rows, asking('partner-1'));
    happens(rows, { ...asking('partner-1'), until: '2030-04-30' });
    expect(rows.where(moveTable, 'source', 'thing-1')).toMatchObject([
      { since: '2030-01-01T12:00:02.000Z', changedAt: '2030-01-01T12:00:03.000Z' },
    ]);
  });

  it('a day is over when the next one begins in the zone of the body, clocks changed or not', () => {
    const rows = founded();
    happens(rows, asking('partner-1'));
    // On 31 March 2030 the clocks of Rome go forward; the night before is still winter time.
    expect(rows.where(moveTable, 'source', 'thing-1')).toMatchObject([
      { dueOn: '2030-03-30', dueAt: null, due: '2030-03-30T23:00:00.000Z' },
    ]);
    happens(rows, { ...asking('partner-1'), until: '2030-03-31' });
    expect(rows.where(moveTable, 'source', 'thing-1')).toMatchObject([
      { due: '2030-03-31T22:00:00.000Z' },
    ]);
    happens(rows, { ...asking('partner-1'), until: null });
    expect(rows.where(moveTable, 'source', 'thing-1')).toMatchObject([{ due: NO_DUE }]);
  });

  it('writes nothing when a fact changes nothing of it', () => {
    const rows = founded();
    happens(rows, asking('partner-1'));
    rows.touched.length = 0;
    projection.apply(fact('thing-1'), rows);
    projection.apply(fact('other-1'), rows);
    expect(rows.touched).toStrictEqual([]);
  });

  it('closes everything of an object whose row is gone', () => {
    const rows = founded();
    happens(rows, asking('partner-1'));
    rows.close(thingTable, 'thing-1');
    projection.apply(fact('thing-1'), rows);
    expect(rows.where(moveTable, 'source', 'thing-1')).toStrictEqual([]);
    expect(rows.where(capacityTable, 'source', 'thing-1')).toStrictEqual([]);
  });
});

describe('who holds what', () => {
  it('is a row for each office with its days, and the mandate to act under', () => {
    const rows = founded();
    happens(rows, asking());
    expect(rows.where(capacityTable, 'holder', 'person-1')).toMatchObject([
      {
        ...{ key: 'organisation:partner-1#agreement', mandate: 'thing-1#one' },
        ...{ from: '2030-01-01', until: null },
      },
    ]);
    happens(rows, { ...asking(), status: 'done' });
    expect(rows.where(capacityTable, 'holder', 'person-1')).toMatchObject([
      { until: '2030-01-31' },
    ]);
  });

  it('the founder acts for the authority, and the zone is that of the founding', () => {
    const rows = founded();
    expect(rows.where(capacityTable, 'holder', 'person-9')).toMatchObject([
      { key: keyOf(authority), mandate: 'instance-tavolo#founder' },
    ]);
    expect(rows.get(houseTable, 'instance-tavolo')).toMatchObject({ zone: 'Europe/Rome' });
  });

  it('a key names who it stands for', () => {
    expect(whoOf('organisation:partner-1#agreement')).toStrictEqual({
      ...{ kind: 'organisation', ref: 'partner-1', local: 'agreement' },
    });
    expect(whoOf(keyOf(person('person-1')))).toStrictEqual({ kind: 'person', ref: 'person-1' });
    expect(() => whoOf('partner-1')).toThrow(RangeError);
  });
});

describe('a state', () => {
  it('at rest waits for nobody', () => {
    expect(
      movesOf(part, { ...asking('partner-1'), status: 'resting' } as Thing, new Rows()),
    ).toEqual([]);
    expect(movesOf(part, asking('partner-1'), new Rows())).toHaveLength(1);
  });
});
