import { describe, expect, it } from '@jest/globals';
import type { PartnerId } from '@tavolo/partners';
import { someone, specificationFor } from '@tavolo/testing';
import fc from 'fast-check';
import type { NetworkId } from '../contract/index.js';
import type { TreeEvent } from './tree.events.js';
import { tree } from './tree.js';
import type { TreeCommand, TreeState } from './tree.js';

const given = specificationFor(tree);
const { at } = someone;
const [lombardy, milan, bergamo, quarter] = ['lombardy', 'milan', 'bergamo', 'quarter'].map(
  (name) => `network-${name}`,
) as [NetworkId, NetworkId, NetworkId, NetworkId];
const lead = 'partner-milan' as PartnerId;

const define = (network: NetworkId, ...codes: string[]) =>
  ({ type: 'DefineTerritory', data: { network, codes, grounds: { network: { lead } } } }) as const;
const link = (network: NetworkId, parent: NetworkId, activeMembers: PartnerId[] | null = [lead]) =>
  ({
    type: 'LinkParentNetwork',
    data: {
      ...{ network, parent },
      grounds: { network: { lead }, parent: activeMembers && { activeMembers } },
    },
  }) as const;
const defined = (network: NetworkId, ...codes: string[]): TreeEvent => ({
  type: 'NetworkTerritoryDefined',
  data: { network, codes, definedAt: at },
});
const nested = (network: NetworkId, parent: NetworkId): TreeEvent => ({
  type: 'NetworkNested',
  data: { network, parent, nestedAt: at },
});

describe('nesting', () => {
  it('puts a network below another one of the plan', () =>
    given().when(link(milan, lombardy)).then(nested(milan, lombardy)));
  it('N-4: keeps a network out of itself', () =>
    given().when(link(milan, milan)).thenRefused('Cycle'));
  it('N-4: keeps a network out of what lies within it', () =>
    given(nested(quarter, milan), nested(milan, bergamo))
      .when(link(bergamo, quarter))
      .thenRefused('Cycle'));
  it('N-4: gives a network one parent', () =>
    given(nested(milan, lombardy)).when(link(milan, bergamo)).thenRefused('ParentKnown'));
  it('N-4: gives a parent many networks', () =>
    given(nested(milan, lombardy)).when(link(bergamo, lombardy)).then(nested(bergamo, lombardy)));
  it('N-5: asks that the lead is an active member of the parent', () =>
    given()
      .when(link(milan, lombardy, []))
      .thenRefused('LeadNotInParent'));
  it('N-5: asks for a lead', () => {
    const { type, data } = link(milan, lombardy);
    const grounds = { ...data.grounds, network: { lead: null } };
    given()
      .when({ type, data: { ...data, grounds } })
      .thenRefused('LeadNotInParent');
  });
  it('X-12: knows networks of its plan only', () => {
    const { type, data } = link(milan, lombardy);
    const grounds = { ...data.grounds, network: null };
    given()
      .when({ type, data: { ...data, grounds } })
      .thenRefused('NetworkUnknown');
    given()
      .when(link(milan, lombardy, null))
      .thenRefused('NetworkUnknown');
  });
});

describe('territory', () => {
  const siblings = [nested(milan, lombardy), nested(bergamo, lombardy)] as const;
  it('is defined by codes, each once, in order', () =>
    given()
      .when(define(milan, 'ITC4D', 'ITC4C', 'ITC4D'))
      .then(defined(milan, 'ITC4C', 'ITC4D')));
  it('may change', () =>
    given(defined(milan, 'ITC4C')).when(define(milan, 'ITC4D')).then(defined(milan, 'ITC4D')));
  it('X-11: is not defined twice the same', () =>
    given(defined(milan, 'ITC4C')).when(define(milan, 'ITC4C')).thenRefused('TerritoryKnown'));
  it('X-12: is of a network of the plan', () =>
    given()
      .when({
        type: 'DefineTerritory',
        data: { network: milan, codes: ['ITC4C'], grounds: { network: null } },
      })
      .thenRefused('NetworkUnknown'));
  it('N-6: does not overlap with that of a sibling', () =>
    given(...siblings, defined(milan, 'ITC4C'))
      .when(define(bergamo, 'ITC4C'))
      .thenRefused('TerritoriesOverlap'));
  it('N-6: does not lie within that of a sibling', () =>
    given(...siblings, defined(milan, '015'))
      .when(define(bergamo, '016024', '015146'))
      .thenRefused('TerritoriesOverlap'));
  it('N-6: does not contain that of a sibling', () =>
    given(...siblings, defined(milan, 'ITC4C'))
      .when(define(bergamo, 'ITC4'))
      .thenRefused('TerritoriesOverlap'));
  it('N-6: may lie beside that of a sibling', () =>
    given(...siblings, defined(milan, 'ITC4C'))
      .when(define(bergamo, 'ITC46'))
      .then(defined(bergamo, 'ITC46')));
  it('N-6: may lie within that of the parent', () =>
    given(...siblings, defined(lombardy, 'ITC4'))
      .when(define(milan, 'ITC4C'))
      .then(defined(milan, 'ITC4C')));
  it('N-6: may overlap with that of a network elsewhere in the plan', () =>
    given(nested(milan, lombardy), nested(quarter, bergamo), defined(milan, 'ITC4C'))
      .when(define(quarter, 'ITC4C'))
      .then(defined(quarter, 'ITC4C')));
  it('N-6: can be compared with that of a sibling', () =>
    given(...siblings, defined(milan, 'ITC4C'))
      .when(define(bergamo, '016'))
      .thenRefused('TerritoriesNotComparable'));
  it('N-6: keeps a network from becoming a sibling where it overlaps', () => {
    const history = [nested(milan, lombardy), defined(milan, 'ITC4C'), defined(bergamo, 'ITC4')];
    given(...history)
      .when(link(bergamo, lombardy))
      .thenRefused('TerritoriesOverlap');
    given(...history)
      .when(link(quarter, lombardy))
      .then(nested(quarter, lombardy));
  });
});

const networks = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `network-${name}` as NetworkId);
const codes = ['IT', 'ITC4', 'ITC4C', 'ITC4D', '015', '015146', '016'];
const anyNetwork = fc.constantFrom(...networks);
const anyCommand: fc.Arbitrary<TreeCommand> = fc
  .oneof(
    fc.tuple(anyNetwork, anyNetwork).map(([network, parent]) => link(network, parent)),
    fc
      .tuple(anyNetwork, fc.array(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }))
      .map(([network, territory]) => define(network, ...territory)),
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
