import { describe, it } from '@jest/globals';
import type { PartnerId } from '@tavolo/partners';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { NetworkId, NetworkLevel } from '../contract/index.js';
import type { TreeEvent } from './tree.events.js';
import { tree } from './tree.js';

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
  it('N-4: puts a network below another one of the plan', () =>
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
  it('N-4: puts a network below one of a higher tier', () => {
    const tiers = (level: NetworkLevel, above: NetworkLevel) => {
      const { type, data } = link(milan, lombardy);
      const grounds = {
        network: { lead, level },
        parent: { activeMembers: [lead], level: above },
      };
      return { type, data: { ...data, grounds } } as const;
    };
    given().when(tiers('territory', 'region')).then(nested(milan, lombardy));
    given().when(tiers('local', 'region')).then(nested(milan, lombardy));
    given().when(tiers('territory', 'territory')).thenRefused('LevelNotBelow');
    given().when(tiers('region', 'local')).thenRefused('LevelNotBelow');
  });
  it('X-11: leaves a network out that is no more', () => {
    const removed: TreeEvent = {
      type: 'NetworkRemoved',
      data: { network: milan, removedAt: at },
    };
    const remove = { type: 'RemoveNetwork', data: { network: milan } } as const;
    given(nested(milan, lombardy)).when(remove).then(removed);
    given(removed).when(remove).thenRefused('NetworkOver');
    given(removed).when(link(milan, lombardy)).thenRefused('NetworkOver');
    given(removed).when(link(bergamo, milan)).thenRefused('NetworkOver');
    given(removed).when(define(milan, 'ITC4C')).thenRefused('NetworkOver');
  });
  it('N-6, X-11: gives the territory of a network that is no more to its siblings', () =>
    given(...[nested(milan, lombardy), nested(bergamo, lombardy), defined(milan, 'ITC4C')], {
      type: 'NetworkRemoved',
      data: { network: milan, removedAt: at },
    })
      .when(define(bergamo, 'ITC4C'))
      .then(defined(bergamo, 'ITC4C')));
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
  it('X-11: is defined by codes, each once, in order', () =>
    given()
      .when(define(milan, 'ITC4D', 'ITC4C', 'ITC4D'))
      .then(defined(milan, 'ITC4C', 'ITC4D')));
  it('X-11: may change', () =>
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
  it('N-6, X-11: may lie beside that of a sibling', () =>
    given(...siblings, defined(milan, 'ITC4C'))
      .when(define(bergamo, 'ITC46'))
      .then(defined(bergamo, 'ITC46')));
  it('N-6, X-11: may lie within that of the parent', () =>
    given(...siblings, defined(lombardy, 'ITC4'))
      .when(define(milan, 'ITC4C'))
      .then(defined(milan, 'ITC4C')));
  it('N-6, X-11: may overlap with that of a network elsewhere in the plan', () =>
    given(nested(milan, lombardy), nested(quarter, bergamo), defined(milan, 'ITC4C'))
      .when(define(quarter, 'ITC4C'))
      .then(defined(quarter, 'ITC4C')));
  it('N-6: can be compared with that of a sibling', () =>
    given(...siblings, defined(milan, 'ITC4C'))
      .when(define(bergamo, '016'))
      .thenRefused('TerritoriesNotComparable'));
  it('N-6, N-4: keeps a network from becoming a sibling where it overlaps', () => {
    const history = [nested(milan, lombardy), defined(milan, 'ITC4C'), defined(bergamo, 'ITC4')];
    given(...history)
      .when(link(bergamo, lombardy))
      .thenRefused('TerritoriesOverlap');
    given(...history)
      .when(link(quarter, lombardy))
      .then(nested(quarter, lombardy));
  });
});
