import { readFileSync } from 'node:fs';
import type { RecordedEvent } from '@tavolo/event-store';
import { describe, expect, it } from '@jest/globals';
import type { Projection, TableDefinition, Writer } from '@tavolo/projection';
import { decision } from '../domain/decision.js';
import type { DecisionEvent } from '../domain/decision.events.js';
import {
  decisionEventTypes,
  procedureEventTypes,
  sittingEventTypes,
} from '../domain/event-types.js';
import type { ProcedureEvent } from '../domain/procedure.events.js';
import { procedure } from '../domain/procedure.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import { sitting } from '../domain/sitting.js';
import { boardProjection, boardTable } from './board.projection.js';
import { decisionProjection, decisionTable } from './decision.projection.js';
import { procedureProjection } from './procedure.projection.js';
import { procedureTable } from './procedure.rows.js';
import { sittingProjection } from './sitting.projection.js';
import { sittingTable } from './sitting.rows.js';

type Sample = Readonly<{ type: string; schema: number; data: object }>;
const samples = JSON.parse(
  readFileSync(new URL('../domain/samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];

type Row = Readonly<{ id: string }>;
/** The one open row of a stream, in memory. */
class OpenRow implements Writer {
  readonly #rows = new Map<string, Row>();
  get<R extends Row>({ name }: TableDefinition<R>, id: string): R | null {
    return (this.#rows.get(`${name} ${id}`) ?? null) as R | null;
  }
  where(): readonly never[] {
    return [];
  }
  put<R extends Row>({ name }: TableDefinition<R>, row: R): void {
    this.#rows.set(`${name} ${row.id}`, row);
  }
  close<R extends Row>({ name }: TableDefinition<R>, id: string): void {
    this.#rows.delete(`${name} ${id}`);
  }
}

const stream = 'thing-1';
/** The row after each sample of a category, and the state of its decider. */
function rowsOf<R extends Row>(
  projection: Projection,
  table: TableDefinition<R>,
  events: readonly Sample[],
): readonly (R | null)[] {
  const writer = new OpenRow();
  return events.map((sample, revision) => {
    const meta = { recordedAt: '2030-01-01T00:00:00.000Z' };
    const recorded = { ...sample, stream, revision, meta };
    projection.apply(recorded as unknown as RecordedEvent, writer);
    return writer.get(table, stream);
  });
}

const of = (types: readonly string[]) => samples.filter(({ type }) => types.includes(type));

describe('the projections of boards', () => {
  it('a sitting is in the state in which the decider is, after every event', () => {
    const events = of(sittingEventTypes);
    const rows = rowsOf(sittingProjection, sittingTable, events);
    let state = sitting.initial;
    events.forEach((event, i) => {
      state = sitting.evolve(state, event as unknown as SittingEvent);
      const shown = rows[i];
      expect([event.type, shown?.status, shown?.items.map(({ status }) => status)]).toEqual([
        event.type,
        state.status,
        state.items.map(({ status }) => status),
      ]);
      expect(shown?.revision).toBe(i);
    });
  });
  it('a decision is in the state in which the decider is, after every event', () => {
    const events = of(decisionEventTypes);
    const rows = rowsOf(decisionProjection, decisionTable, events);
    let state = decision.initial;
    events.forEach((event, i) => {
      state = decision.evolve(state, event as unknown as DecisionEvent);
      expect([event.type, rows[i]?.status]).toEqual([event.type, state.status]);
    });
    expect(rows.at(-1)).toMatchObject({ number: 4, year: 2030, effectiveOn: '2030-01-22' });
  });
  it('a procedure is in the state in which the decider is, after every event', () => {
    const events = of(procedureEventTypes);
    const rows = rowsOf(procedureProjection, procedureTable, events);
    let state = procedure.initial;
    events.forEach((event, i) => {
      state = procedure.evolve(state, event as unknown as ProcedureEvent);
      const { status, deadline, closesOn } = state;
      expect([event.type, rows[i]]).toMatchObject([event.type, { status, deadline, closesOn }]);
      expect(rows[i]?.revision).toBe(i);
    });
  });
  it('what was answered in a procedure stays readable, changed, cancelled or fallen', () => {
    const row = rowsOf(procedureProjection, procedureTable, of(procedureEventTypes)).at(-1);
    expect(row?.replies).toMatchObject([
      { choice: 'against', as: 'holder', replaced: true, cancelled: false },
      { choice: 'for', as: 'alternate', replaced: false, cancelled: true },
    ]);
    expect(row?.objections).toMatchObject([{ as: 'alternate', cancelled: true }]);
    expect(row?.sittingCalls).toMatchObject([{ cancelled: false }]);
    expect(row?.papers).toHaveLength(2);
    expect(row).toMatchObject({
      ...{ sensitive: true, extendedFrom: '2030-03-31T10:00:00.000Z', stopCause: 'sittingCalled' },
      ending: { outcome: 'approved', early: false, tally: { recused: 1 } },
    });
  });
  it('D-3: a hidden answer shows no choice before its closing, then each that was sealed; a secret one none', () => {
    const events = of(procedureEventTypes);
    const rows = rowsOf(procedureProjection, procedureTable, events);
    const closings = events.flatMap(({ type }, i) => (type === 'ProcedureClosed' ? [i] : []));
    const [hidden = 0, secret = 0] = closings;
    expect(JSON.stringify(rows[hidden - 1])).not.toMatch(/"(for|against|abstain)"/);
    expect(rows[hidden]?.replies).toMatchObject([
      { choice: 'against', replaced: true },
      { choice: 'against', cancelled: true },
      { choice: 'for', replaced: false, cancelled: false },
    ]);
    expect(rows[hidden]?.ending?.key).toHaveLength(43);
    expect(rows[secret - 1]).toMatchObject({ form: 'secret', replies: [], voters: [] });
    expect(rows[secret]).toMatchObject({ replies: [], ending: { key: null } });
    expect(rows[secret]?.voters.map(({ cancelled }) => cancelled)).toEqual([
      ...[false, false, false, true],
    ]);
  });
  it('a cancelled vote and a dismissed conflict stay readable', () => {
    const rows = rowsOf(sittingProjection, sittingTable, of(sittingEventTypes));
    const item = rows.at(-1)?.items[0];
    expect(item?.vote?.ballots).toMatchObject([
      { choice: 'for', cancelled: true, recorded: null },
      { choice: 'for', cancelled: false, recorded: 'rollCall' },
    ]);
    expect(item?.conflicts).toMatchObject([{ status: 'Recused' }]);
    expect(item?.vote?.result).toMatchObject({ outcome: 'approved', tally: { recused: 1 } });
  });
  it('D-3: a hidden vote shows no choice before it is closed, then every one that was sealed', () => {
    const events = of(sittingEventTypes);
    const rows = rowsOf(sittingProjection, sittingTable, events);
    const hidden = events.findIndex(({ data }) => 'sealed' in data);
    const ballots = (row: number) => rows[row]?.items[2]?.vote?.ballots;
    expect(ballots(hidden)).toMatchObject([{ choice: null, cancelled: false }]);
    expect(JSON.stringify(rows[hidden + 1]?.items[2])).not.toMatch(/"(for|against|abstain)"/);
    expect(ballots(hidden + 2)).toMatchObject([{ choice: 'for', cancelled: true }]);
    expect(rows[hidden + 2]?.items[2]?.vote?.result?.key).toHaveLength(43);
  });
  it('D-3: a secret vote shows who voted and the tally, and no ballot', () => {
    const rows = rowsOf(sittingProjection, sittingTable, of(sittingEventTypes));
    const vote = rows.at(-1)?.items[2]?.vote;
    expect(vote).toMatchObject({
      form: 'secretOnPaper',
      ballots: [],
      paper: { tally: { for: 2 } },
    });
    expect(vote?.voters.map(({ cancelled }) => cancelled)).toEqual([false, false, false, true]);
  });
  it('a board that a quorum of members cannot be found for is not constituted', () => {
    // One of five seats is held, with chair and secretary.
    const rows = rowsOf(boardProjection, boardTable, samples.slice(0, 6));
    expect(new Set(rows.map((row) => row?.status))).toEqual(new Set(['Established']));
    expect(rows.at(-1)?.seats).toMatchObject([{ status: 'Resigned', until: '2030-06-30' }]);
    expect(rows.at(-1)?.chairs).toMatchObject([{ until: '2030-06-30' }]);
  });
  it('a seat that lapsed with the term is held again by a prorogation, one before it is not', () => {
    const until = '2031-12-31';
    const named = (seat: string) => ({
      seat,
      category: 'comuni',
      organisation: null,
      person: seat,
    });
    const fact = (type: string, data: object) => ({ type, schema: 1, data });
    const seat = (id: string, last: string) => [
      fact('BoardMemberAppointed', { ...named(id), from: '2030-01-01', until: last }),
      fact('BoardSeatLapsed', { ...named(id), lastDay: last }),
    ];
    const events = [
      ...samples.slice(0, 1),
      ...[...seat('s1', until), ...seat('s2', '2030-06-30')],
      fact('BoardProrogued', { until: '2032-02-14', previousUntil: until }),
    ];
    expect(rowsOf(boardProjection, boardTable, events).at(-1)?.seats).toMatchObject([
      { seat: 's1', status: 'Appointed', until: '2032-02-14' },
      { seat: 's2', status: 'Lapsed', until: '2030-06-30' },
    ]);
  });
});
