import { describe, expect, it } from '@jest/globals';
import type { PartnerId } from '@tavolo/partners';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { MemberRole, NetworkId } from '../contract/index.js';
import { a, change, inForce, plan, presence, rests } from '../test/formed.js';
import type { EndGround } from './network.later.commands.js';
import type { Member } from './network.state.js';
import type { MergeNetworks, NetworkGround, SplitNetwork } from './tree.commands.js';
import type { TreeEvent } from './tree.events.js';
import { tree } from './tree.js';
import type { TreeState } from './tree.js';

const given = specificationFor(tree);
const { at } = someone;
const [top, milan, bergamo, north, south, created] = [
  ...['top', 'milan', 'bergamo', 'north', 'south', 'created'],
].map((name) => `network-${name}`) as [
  NetworkId,
  NetworkId,
  NetworkId,
  NetworkId,
  NetworkId,
  NetworkId,
];
const [ada, bo, cleo] = ['partner-ada', 'partner-bo', 'partner-cleo'] as [
  PartnerId,
  PartnerId,
  PartnerId,
];
const member = (partner: PartnerId, role: MemberRole = 'partner'): Member => ({
  ...{ partner, role, status: 'Active', until: null },
});
const known = (...members: Member[]): NonNullable<NetworkGround> => ({
  ...{ status: 'Constituting', level: 'territory', members, agreement: null },
});
const defined = (network: NetworkId, ...codes: string[]): TreeEvent => ({
  type: 'NetworkTerritoryDefined',
  data: { network, codes, definedAt: at },
});
const nested = (network: NetworkId, parent: NetworkId): TreeEvent => ({
  type: 'NetworkNested',
  data: { network, parent, nestedAt: at },
});
const siblings = [
  ...[nested(milan, top), nested(bergamo, top)],
  ...[defined(milan, '015146'), defined(bergamo, '016024')],
] as const;
const free: EndGround = { agreement: null, obligations: null, nested: [] };

describe('networks are merged', () => {
  type Grounds = MergeNetworks['data']['grounds'];
  const merge = (more: Partial<Grounds> = {}, rest: Partial<MergeNetworks['data']> = {}) =>
    ({
      type: 'MergeNetworks',
      data: {
        into: milan,
        absorbed: bergamo,
        ...rest,
        grounds: {
          into: known(member(ada, 'lead')),
          absorbed: known(member(bo, 'lead'), member(cleo, 'observer')),
          change: rests(),
          end: free,
          ...more,
        },
      },
    }) as const;
  const merged = (codes: string[], more: object = {}): TreeEvent => ({
    type: 'NetworksMerged',
    data: {
      ...{ into: milan, absorbed: bergamo, codes },
      members: [
        { partner: bo, role: 'partner' },
        { partner: cleo, role: 'observer' },
      ],
      ...more,
      mergedAt: at,
    },
  });
  it('N-1, N-6: into one lead and one territory', () =>
    given(...siblings)
      .when(merge())
      .then(merged(['015146', '016024'])));
  it('N-4: only beside each other, on one level, and not with itself', () => {
    given(...siblings, nested(north, milan), nested(south, north))
      .when(merge({}, { absorbed: south }))
      .thenRefused('ParentsDiffer');
    given(...siblings)
      .when(merge({ into: { ...known(), level: 'local' } }))
      .thenRefused('LevelsDiffer');
    given(...siblings)
      .when(merge({}, { absorbed: milan }))
      .thenRefused('Cycle');
  });
  it('N-6: not where networks nested in them would overlap', () => {
    const below = [nested(north, milan), nested(south, bergamo), defined(north, 'ITC4C')];
    given(...siblings, ...below, defined(south, 'ITC4C'))
      .when(merge())
      .thenRefused('TerritoriesOverlap');
    given(...siblings, ...below, defined(south, '016024'))
      .when(merge())
      .thenRefused('TerritoriesNotComparable');
    given(...siblings, ...below, defined(south, 'ITC46'))
      .when(merge())
      .then(merged(['015146', '016024']));
  });
  it('N-6: not where their territories are told by other codes', () =>
    given(defined(milan, 'ITC4C'), defined(bergamo, '016024'))
      .when(merge())
      .thenRefused('TerritoriesNotComparable'));
  it('N-6: with the nested networks below the one that stays', () => {
    const events = [...siblings, nested(south, bergamo), merged(['015146', '016024'])];
    const { parents, territories } = events.reduce<TreeState>(tree.evolve, tree.initial);
    expect(parents).toStrictEqual({ [milan]: top, [south]: milan });
    expect(territories).toStrictEqual({ [milan]: ['015146', '016024'] });
  });
  it('N-8: after the award by approval and amendment', () => {
    const into = { ...known(member(ada, 'lead')), agreement: change.agreement };
    given(...siblings)
      .when(merge({ into }))
      .thenRefused('MembersFixed');
    given(...siblings)
      .when(merge({ into, change: rests(null) }, { change }))
      .thenRefused('AmendmentMissing');
    given(...siblings)
      .when(merge({ into }, { change }))
      .then(merged(['015146', '016024'], { change }));
  });
  it('N-10: not while the agreement of the one that ends is in force', () =>
    given(...siblings)
      .when(merge({ end: { ...free, agreement: inForce } }))
      .thenRefused('AgreementStillBinds'));
  it('X-11, X-12: only if both are there and not at their end', () => {
    given(...siblings)
      .when(merge({ into: null }))
      .thenRefused('NetworkUnknown');
    given(...siblings)
      .when(merge({ absorbed: null }))
      .thenRefused('NetworkUnknown');
    given(...siblings)
      .when(merge({ absorbed: { ...known(), status: 'Dissolving' } }))
      .thenRefused('NetworkOutOfTurn');
  });
});

describe('a network is split', () => {
  type Grounds = SplitNetwork['data']['grounds'];
  const members = [member(ada, 'lead'), member(bo), member(cleo, 'observer')];
  const split = (rest: Partial<SplitNetwork['data']> = {}, more: Partial<Grounds> = {}) =>
    ({
      type: 'SplitNetwork',
      data: {
        network: milan,
        title: 'Rete nuova',
        lead: bo,
        partners: [bo, cleo],
        codes: ['015146'],
        remaining: ['015015'],
        nested: [],
        ...rest,
        grounds: {
          ...{ newId: created, plan, network: known(...members), lead: a('municipality') },
          ...{ leadKinds: [], parentMembers: null, nestedLeads: {}, change: rests() },
          presence: presence(),
          ...more,
        },
      },
    }) as const;
  const happened = (more: object = {}): TreeEvent => ({
    type: 'NetworkSplit',
    data: {
      ...{ network: milan, into: created, plan, title: 'Rete nuova', level: 'territory', lead: bo },
      ...{ members: [{ partner: cleo, role: 'observer' }], nested: [] },
      ...{ codes: ['015146'], remaining: ['015015'], ...more, splitAt: at },
    },
  });
  const whole = [nested(milan, top), defined(milan, '015')] as const;
  it('into two beside each other', () => {
    given(...whole)
      .when(split())
      .then(happened());
    const { parents, territories } = [...whole, happened()].reduce<TreeState>(
      tree.evolve,
      tree.initial,
    );
    expect(parents).toStrictEqual({ [milan]: top, [created]: top });
    expect(territories).toStrictEqual({ [milan]: ['015015'], [created]: ['015146'] });
  });
  it('N-1: its lead stays', () =>
    given(...whole)
      .when(split({ partners: [ada, bo, cleo] }))
      .thenRefused('LeadGoes'));
  it('N-2: the new lead is eligible, active, and among those who go', () => {
    given(...whole)
      .when(split({ partners: [cleo] }))
      .thenRefused('LeadNotAmong');
    given(...whole)
      .when(split({}, { lead: a('municipality', { eligibleUntil: null }) }))
      .thenRefused('LeadNotEligible');
  });
  it('N-5: the new lead is a member of the network above', () => {
    given(...whole)
      .when(split({}, { parentMembers: [ada] }))
      .thenRefused('LeadNotAbove');
    given(...whole)
      .when(split({}, { parentMembers: [ada, bo] }))
      .then(happened());
  });
  it('N-5: a nested network goes with the partner that leads it', () => {
    const below = [...whole, nested(south, milan)] as const;
    given(...below)
      .when(split({}, { nestedLeads: { [south]: cleo } }))
      .thenRefused('LeadOfNestedElsewhere');
    given(...below)
      .when(split({ nested: [south] }, { nestedLeads: { [south]: ada } }))
      .thenRefused('LeadOfNestedElsewhere');
    given(...below)
      .when(split({ nested: [south] }, { nestedLeads: { [south]: cleo } }))
      .then(happened({ nested: [south] }));
  });
  it('N-4: only what is nested in it goes', () =>
    given(...whole)
      .when(split({ nested: [south] }))
      .thenRefused('NotNested'));
  it('N-6: both parts lie within it, and apart', () => {
    given(...whole)
      .when(split({ codes: ['016024'] }))
      .thenRefused('TerritoryOutside');
    given(...whole)
      .when(split({ codes: ['015146'], remaining: ['015'] }))
      .thenRefused('TerritoryShared');
  });
  it('N-7: a regional network keeps its mandatory members', () => {
    const region = { ...known(...members), level: 'region' } as const;
    const partners = { [bo]: a('firstCycleSchool') };
    given(...whole)
      .when(split({}, { network: region, presence: presence({ partners }) }))
      .thenRefused('CategoryMissing');
    given(...whole)
      .when(
        split(
          {},
          { network: region, presence: presence({ partners: { [ada]: a('firstCycleSchool') } }) },
        ),
      )
      .then(happened({ level: 'region' }));
  });
  it('N-8: after the award by approval and amendment', () => {
    const network = { ...known(...members), agreement: change.agreement };
    given(...whole)
      .when(split({}, { network }))
      .thenRefused('MembersFixed');
    given(...whole)
      .when(split({ change }, { network }))
      .then(happened({ change }));
  });
  it('X-11, X-12: once, and only with members of it', () => {
    given(...whole, happened())
      .when(split())
      .thenRefused('SplitKnown');
    given(...whole)
      .when(split({ partners: [bo, 'partner-9' as PartnerId] }))
      .thenRefused('MemberUnknown');
    given(...whole)
      .when(split({}, { network: null }))
      .thenRefused('NetworkUnknown');
  });
});
