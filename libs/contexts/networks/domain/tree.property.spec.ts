import { describe, expect, it } from '@jest/globals';
import type { PartnerId } from '@tavolo/partners';
import { someone } from '@tavolo/testing/specification';
import fc from 'fast-check';
import type { NetworkId } from '../contract/index.js';
import { a, plan, presence, rests } from '../test/formed.js';
import type { Member } from './network.state.js';
import { tree } from './tree.js';
import type { TreeCommand, TreeState } from './tree.js';

const [lead, next] = ['partner-lead', 'partner-next'] as [PartnerId, PartnerId];
const members: readonly Member[] = [
  { partner: lead, role: 'lead', status: 'Active', until: null },
  { partner: next, role: 'partner', status: 'Active', until: null },
];
const known = { status: 'Constituting', level: 'territory', members, agreement: null } as const;

const define = (network: NetworkId, ...codes: string[]) =>
  ({ type: 'DefineTerritory', data: { network, codes, grounds: { network: { lead } } } }) as const;
const link = (network: NetworkId, parent: NetworkId) =>
  ({
    type: 'LinkParentNetwork',
    data: { network, parent, grounds: { network: { lead }, parent: { activeMembers: [lead] } } },
  }) as const;
const merge = (into: NetworkId, absorbed: NetworkId) =>
  ({
    type: 'MergeNetworks',
    data: {
      ...{ into, absorbed },
      grounds: {
        ...{ into: known, absorbed: known, change: rests() },
        end: { agreement: null, obligations: null, nested: [] },
      },
    },
  }) as const;
type Split = Readonly<{ newId: NetworkId; territory: string[]; nested: NetworkId[] }>;
const split = (network: NetworkId, { newId, territory, nested }: Split) =>
  ({
    type: 'SplitNetwork',
    data: {
      ...{ network, title: 'Rete', lead: next, partners: [next], nested },
      ...{ codes: territory.slice(1), remaining: territory.slice(0, 1) },
      grounds: {
        ...{ newId, plan, network: known, lead: a('municipality'), leadKinds: [] },
        ...{ parentMembers: null, nestedLeads: {}, change: rests(), presence: presence() },
      },
    },
  }) as const;

const first = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `network-${name}` as NetworkId);
const later = ['g', 'h'].map((name) => `network-${name}` as NetworkId);
const networks = [...first, ...later];
const codes = ['IT', 'ITC4', 'ITC4C', 'ITC4D', '015', '015146', '016'];
const anyNetwork = fc.constantFrom(...networks);
const anyLink = fc.tuple(anyNetwork, anyNetwork).map(([one, other]) => link(one, other));
const anyTerritory = fc
  .tuple(anyNetwork, fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }))
  .map(([network, territory]) => define(network, ...territory));
const anyMerger = fc.tuple(anyNetwork, anyNetwork).map(([one, other]) => merge(one, other));
const anySplit = fc
  .tuple(anyNetwork, fc.constantFrom(...later), fc.subarray(codes), fc.subarray(networks))
  .map(([network, newId, territory, nested]) => split(network, { newId, territory, nested }));
const anyRemoval = anyNetwork.map(
  (network) => ({ type: 'RemoveNetwork', data: { network } }) as const,
);
// Mostly growth: a tree that only shrinks shows nothing.
const anyCommand: fc.Arbitrary<TreeCommand> = fc
  .oneof(
    { weight: 8, arbitrary: anyLink },
    { weight: 6, arbitrary: anyTerritory },
    { weight: 1, arbitrary: anyMerger },
    { weight: 2, arbitrary: anySplit },
    { weight: 1, arbitrary: anyRemoval },
  )
  .map((asked) => ({ ...someone, ...asked }));

function run(commands: readonly TreeCommand[]): TreeState {
  return commands.reduce<TreeState>((state, command) => {
    const decision = tree.decide(command, state);
    return decision.outcome === 'accepted' ? decision.events.reduce(tree.evolve, state) : state;
  }, tree.initial);
}

describe('whatever is asked of a tree', () => {
  it('N-4: every line upwards ends at a root', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 60, size: 'max' }), (commands) => {
        const { parents } = run(commands);
        for (const start of networks) {
          const seen = new Set<NetworkId>();
          for (let now: NetworkId | undefined = start; now; now = parents[now]) {
            expect(seen).not.toContain(now);
            seen.add(now);
          }
        }
      }),
    );
  });

  it('N-6: no place belongs to two networks with one parent', () => {
    // Counted from the other side: which siblings claim each smallest place, by the codes around it.
    const places = codes.flatMap((code) => [code, `${code}9`]);
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 60, size: 'max' }), (commands) => {
        const { parents, territories } = run(commands);
        for (const parent of networks) {
          const children = networks.filter((network) => parents[network] === parent);
          for (const place of places) {
            const claims = (network: NetworkId) =>
              (territories[network] ?? []).some((code) => place.startsWith(code));
            expect(children.filter(claims).length).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('N-4: is acyclic, and links are really made', () => {
    const made = fc
      .sample(fc.array(anyCommand, { minLength: 40, maxLength: 60 }), { numRuns: 50, seed: 1 })
      .map((commands) => Object.keys(run(commands).parents).length);
    expect(Math.max(...made)).toBeGreaterThanOrEqual(4);
  });
});

describe('a merger and a split', () => {
  it('N-4, N-6: really happen among all that is asked', () => {
    const states = fc
      .sample(fc.array(anyCommand, { minLength: 60, maxLength: 80 }), { numRuns: 300, seed: 1 })
      .map(run);
    expect(Math.max(...states.map(({ over }) => over.length))).toBeGreaterThanOrEqual(2);
    expect(Math.max(...states.map(({ splitOff }) => splitOff.length))).toBeGreaterThanOrEqual(1);
  });

  it('N-4: nothing is nested in a network that was merged into another one', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 60, size: 'max' }), (commands) => {
        const asked = commands.filter(({ type }) => type !== 'RemoveNetwork');
        const { parents, over } = run(asked);
        expect(over.filter((network) => Object.values(parents).includes(network))).toEqual([]);
      }),
    );
  });
});
