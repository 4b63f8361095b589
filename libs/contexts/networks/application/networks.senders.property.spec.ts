import { MemoryEventStore } from '@tavolo/event-store';
import type { PartnerId } from '@tavolo/partners';
import { Replicas } from '@tavolo/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NetworkId } from '../contract/index.js';
import type { NetworkEvent } from '../domain/network.events.js';
import { a, change, lombardy, milan, presence, proposed, rests, school } from '../test/formed.js';
import { id } from '../test/house.js';
import { networks, trees } from './aggregates.js';

const network = id('network', 1);
const tree = id('tree', 1);
const numRuns = process.env.TAVOLO_SOAK === '1' ? 1000 : 25;
const anyTurns = fc.array(fc.nat(12), { minLength: 5 });
const several = <T>(wish: fc.Arbitrary<T>) =>
  fc.array(fc.array(wish, { minLength: 4, maxLength: 12, size: 'max' }), {
    ...{ minLength: 3, maxLength: 4 },
  });

const anyPartner = fc.constantFrom(lombardy, milan, school);
const grounds = {
  ...{ partner: a('municipality'), planLead: null, leadKinds: [], parentMembers: null },
  ...{ change: rests(), presence: presence({ categories: [] }) },
};
const others = ['network-8', 'network-9'] as NetworkId[];
const anyWish = fc.oneof(
  fc.constant({ type: 'ConstituteNetwork', data: { grounds: presence({ categories: [] }) } }),
  fc.tuple(fc.constantFrom(...others), anyPartner).map(([from, partner]) => ({
    type: 'TakeOverMembers',
    data: { from, members: [{ partner, role: 'partner' }] },
  })),
  anyPartner.map((lead) => ({
    type: 'ReplaceLead',
    data: { lead, formerRole: 'partner', change, grounds },
  })),
  fc
    .tuple(
      fc.constantFrom('AssignRole', 'ReleaseMember', 'ExpelMember', 'SuspendMember'),
      anyPartner,
    )
    .map(([type, partner]) => ({ type, data: { partner, role: 'lead', change, grounds } })),
);

/** Who leads by this fact, and who leads no more. */
function leadsBy({ type, data }: NetworkEvent): readonly (readonly [PartnerId, boolean])[] {
  switch (type) {
    case 'NetworkProposed':
      return [[data.lead, true]];
    case 'MemberRoleAssigned':
      return [[data.partner, data.role === 'lead']];
    case 'LeadPartnerReplaced':
      return [
        [data.from, false],
        [data.to, true],
      ];
    case 'MemberReleased':
    case 'MemberExpelled':
      return [[data.partner, false]];
    default:
      return [];
  }
}

/** How many lead after each fact, counted from the facts alone; and whether it was constituted. */
function* leadsOf(facts: readonly NetworkEvent[]): Generator<readonly [number, boolean]> {
  const leads = new Set<PartnerId>();
  let constituted = false;
  for (const fact of facts) {
    for (const [partner, isLead] of leadsBy(fact)) leads[isLead ? 'add' : 'delete'](partner);
    constituted ||= fact.type === 'NetworkConstituted';
    yield [leads.size, constituted];
  }
}

describe('networks under several senders on two servers', () => {
  it('N-1: from its constitution on a network has exactly one lead, after every fact', async () => {
    let replaced = 0;
    await fc.assert(
      fc.asyncProperty(several(anyWish), anyTurns, async (senders, turns) => {
        const replicas = new Replicas(networks, new MemoryEventStore(), turns);
        await replicas.begin(network, [proposed('territory')]);
        await replicas.send(network, senders);
        const facts = await replicas.facts(network);
        for (const [leads, constituted] of leadsOf(facts)) {
          expect(leads).toBeLessThanOrEqual(1);
          expect(leads).toBeGreaterThanOrEqual(constituted ? 1 : 0);
        }
        replaced += facts.filter(({ type }) => type === 'LeadPartnerReplaced').length;
      }),
      { numRuns, seed: 20300101 },
    );
    expect(replaced).toBeGreaterThan(5);
  });

  it('N-4: nesting never makes a circle, and no network has two parents, after every fact', async () => {
    const lead = 'partner-lead' as PartnerId;
    const anyNetwork = fc.integer({ min: 1, max: 6 }).map((n) => id('network', n));
    const anyLink = fc.tuple(anyNetwork, anyNetwork).map(([one, parent]) => ({
      type: 'LinkParentNetwork',
      data: {
        ...{ network: one, parent },
        grounds: { network: { lead }, parent: { activeMembers: [lead] } },
      },
    }));
    let links = 0;
    await fc.assert(
      fc.asyncProperty(several(anyLink), anyTurns, async (senders, turns) => {
        const replicas = new Replicas(trees, new MemoryEventStore(), turns);
        await replicas.send(tree, senders);
        const parents = new Map<string, string>();
        for (const { type, data } of await replicas.facts(tree)) {
          if (type !== 'NetworkNested') continue;
          expect(parents.has(data.network)).toBe(false);
          parents.set(data.network, data.parent);
          for (let [now, steps] = [data.parent as string | undefined, 0]; now; steps += 1) {
            expect(steps).toBeLessThan(7);
            now = parents.get(now);
          }
          links += 1;
        }
      }),
      { numRuns, seed: 20300101 },
    );
    expect(links).toBeGreaterThan(numRuns);
  });
});
