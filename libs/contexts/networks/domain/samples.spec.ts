import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { networkEventTypes } from './network.events.js';
import type { NetworkEvent } from './network.events.js';
import { network } from './network.js';
import { treeEventTypes } from './tree.events.js';
import type { TreeEvent } from './tree.events.js';
import { tree } from './tree.js';

const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly { readonly type: string; readonly schema: number; readonly data: object }[];

function among(types: readonly string[]): readonly object[] {
  return samples.filter(({ type }) => types.includes(type));
}

describe('the stored facts of networks', () => {
  it('have a sample of each type', () => {
    const types = [...networkEventTypes, ...treeEventTypes].sort();
    expect(samples.map(({ type }) => type).sort()).toStrictEqual(types);
  });

  it('are read by the fold of a network', () => {
    const all = among(networkEventTypes) as readonly NetworkEvent[];
    const events = all.slice(
      0,
      all.findIndex(({ type }) => type === 'InvitationRevoked'),
    );
    expect(events.reduce<typeof network.initial>(network.evolve, network.initial)).toMatchObject({
      status: 'Active',
      level: 'region',
      members: [
        { role: 'lead', status: 'Active' },
        { role: 'adhering', status: 'Active', until: '2018-04-20' },
      ],
    });
  });

  it('of a network that is formed are read by its fold', () => {
    const all = among(networkEventTypes) as readonly NetworkEvent[];
    const end = all.reduce<typeof network.initial>(network.evolve, network.initial);
    expect(end).toMatchObject({
      status: 'Dissolved',
      members: [
        { role: 'partner', status: 'Expelled', wantsOut: true },
        { role: 'lead', status: 'Active' },
        { role: 'observer', status: 'Left' },
      ],
    });
  });

  it('are read by the fold of a tree', () => {
    const id = 'network-4e5f6071-8293-4a4b-85d6-e7f8091a2b3c';
    const events = among(treeEventTypes) as readonly TreeEvent[];
    const after = (count: number) =>
      events.slice(0, count).reduce<typeof tree.initial>(tree.evolve, tree.initial);
    const parent = 'network-5f607182-93a4-4b5c-96e7-f8091a2b3c4d';
    const other = 'network-60718293-a4b5-4c6d-87f8-091a2b3c4d5e';
    expect(after(2)).toMatchObject({
      territories: { [id]: ['015146', '016024'] },
      parents: { [id]: parent },
    });
    expect(after(3)).toMatchObject({
      territories: { [id]: ['015146'], [other]: ['016024'] },
      parents: { [id]: parent, [other]: parent },
      splitOff: [other],
    });
    expect(after(4)).toMatchObject({
      territories: { [id]: ['015146', '016024'] },
      parents: { [id]: parent },
      over: [other],
    });
    expect(after(5)).toMatchObject({ territories: {}, parents: {}, over: [other, id] });
  });
});
