import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import type { TableDefinition, Writer } from '@tavolo/projection';
import type { NetworkEvent } from '../domain/network.events.js';
import { network } from '../domain/network.js';
import { leaderOf } from '../domain/network.state.js';
import { memberTable, networkProjection, networkTable } from './network.projection.js';

const stream = 'network-00000000-0000-4000-8000-000000000001';
const samples = JSON.parse(
  readFileSync(new URL('../domain/samples.json', import.meta.url), 'utf8'),
) as readonly { readonly type: string; readonly data: { readonly network?: string } }[];
const ofTree = /^Network(TerritoryDefined|Nested|Split|sMerged|Removed)$/;
const history = samples.filter(({ type }) => !ofTree.test(type));
const partner = 'partner-2c3d4e5f-6071-4829-a3b4-c5d6e7f8091a';

type Row = Readonly<{ id: string }>;

/** The open rows of a read model, in memory. */
class OpenRows {
  readonly #rows = new Map<string, Row>();
  get<R extends Row>({ name }: TableDefinition<R>, id: string): R | null {
    return (this.#rows.get(`${name} ${id}`) ?? null) as R | null;
  }
  where<R extends Row>({ name }: TableDefinition<R>, column: keyof R, value: string): R[] {
    const all = [...this.#rows].filter(([key]) => key.startsWith(`${name} `));
    return all.map(([, row]) => row as R).filter((row) => row[column] === value);
  }
  put({ name }: TableDefinition<Row>, row: Row): void {
    this.#rows.set(`${name} ${row.id}`, row);
  }
}

function projected(
  events: readonly { readonly type: string; readonly data: object; readonly stream?: string }[],
) {
  const rows = new OpenRows();
  events.forEach((event, revision) => {
    const recorded = { stream, revision, schema: 1, ...event } as unknown as RecordedEvent;
    networkProjection.apply(recorded, rows as unknown as Writer);
  });
  return rows;
}

describe('the rows of a network', () => {
  it('are in the state of the decider after every fact', () => {
    history.forEach((_, last) => {
      const events = history.slice(0, last + 1);
      const facts = events as unknown as readonly NetworkEvent[];
      const state = facts.reduce<typeof network.initial>(network.evolve, network.initial);
      const rows = projected(events);
      expect(rows.get(networkTable, stream)).toMatchObject({
        status: state.status,
        revision: last,
        lead: leaderOf(state),
        leadUnfitSince: state.unfitLead === null ? null : expect.any(String),
      });
      for (const { partner: id, role, status, until } of state.members) {
        expect(rows.get(memberTable, `${stream}#${id}`)).toMatchObject({
          ...{ network: stream, partner: id, role, status, invitedUntil: until },
        });
      }
    });
  });

  it('N-1: show no lead between two of them', () => {
    const lead = 'partner-1b2c3d4e-5f60-4718-92a3-b4c5d6e7f809';
    const assigned = (id: string, role: string) =>
      ({ type: 'MemberRoleAssigned', data: { partner: id, role } }) as const;
    const between = [...history.slice(0, 5), assigned(lead, 'observer')];
    expect(projected(between).get(networkTable, stream)).toMatchObject({ lead: null });
    const after = [...between, assigned(partner, 'lead')];
    expect(projected(after).get(networkTable, stream)).toMatchObject({ lead: partner });
  });

  it('N-4, N-6: show the place that the tree of the plan gives', () => {
    const tree = 'tree-00000000-0000-4000-8000-000000000001';
    const nested = { type: 'NetworkNested', data: { network: stream, parent: 'network-2' } };
    const territory = { network: stream, codes: ['ITC4C'] };
    const rows = projected([
      ...history.slice(0, 1),
      { ...nested, stream: tree },
      { type: 'NetworkTerritoryDefined', data: territory, stream: tree },
    ]);
    expect(rows.get(networkTable, stream)).toMatchObject({
      ...{ parent: 'network-2', territory: ['ITC4C'], revision: 0 },
    });
  });

  it('N-4, N-6: show the places after a split, a merger and a dissolution', () => {
    const tree = 'tree-00000000-0000-4000-8000-000000000001';
    const [other, below] = ['network-2', 'network-3'];
    const [founded] = history;
    const parts = { into: other, codes: ['015146'], remaining: ['015015'], nested: [below] };
    const asked = { plan: 'plan-1', title: 'Rete nuova', level: 'territory', lead: partner };
    const facts = [
      { type: 'NetworkProposed', data: founded?.data ?? {} },
      { type: 'NetworkProposed', data: founded?.data ?? {}, stream: below },
      { type: 'NetworkNested', data: { network: stream, parent: 'network-9' }, stream: tree },
      { type: 'NetworkSplit', data: { network: stream, ...asked, ...parts }, stream: tree },
      { type: 'NetworkProposed', data: { ...asked, splitFrom: stream }, stream: other },
    ];
    const split = projected(facts);
    expect(split.get(networkTable, other)).toMatchObject({
      ...{ parent: 'network-9', territory: ['015146'], splitFrom: stream, title: 'Rete nuova' },
    });
    expect(split.get(networkTable, stream)).toMatchObject({ territory: ['015015'] });
    expect(split.get(networkTable, below)).toMatchObject({ parent: other });
    const codes = ['015015', '015146'];
    const merged = projected([
      ...facts,
      { type: 'NetworksMerged', data: { into: stream, absorbed: other, codes }, stream: tree },
      { type: 'NetworkRemoved', data: { network: below }, stream: tree },
    ]);
    expect(merged.get(networkTable, stream)).toMatchObject({ territory: codes });
    expect(merged.get(networkTable, other)).toMatchObject({ parent: null, territory: [] });
    expect(merged.get(networkTable, below)).toMatchObject({ parent: null });
  });

  it('pass over a fact that they do not know', () => {
    const rows = projected([...history.slice(0, 1), { type: 'NetworkRepainted', data: {} }]);
    expect(rows.get(networkTable, stream)).toMatchObject({ status: 'Proposed', revision: 1 });
  });
});
