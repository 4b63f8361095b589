import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import { TimedHouse } from '@tavolo/testing';
import type { NetworkCommand } from '../domain/network.commands.js';
import type { NetworkEvent } from '../domain/network.events.js';
import type { NetworkState } from '../domain/network.state.js';
import { id } from '../test/house.js';
import { networks } from './aggregates.js';
import { invitationExpiry } from './invitation-expiry.process.js';

const network = id('network', 1);
const process = network.replace('network-', 'pm_invitationExpiry-');
const [lead, school, town] = [1, 2, 3].map((n) => id('partner', n)) as [
  ...[PartnerId, PartnerId, PartnerId],
];
const at = '2030-01-01T12:00:00.000Z' as Instant;
const plan = id('plan', 1) as PlanId;
const founding = { plan, title: 'Rete', level: 'local', lead, proposedAt: at } as const;
const invited = (partner: PartnerId, until: string): NetworkEvent => ({
  type: 'MemberInvited',
  data: { partner, role: 'partner', until: until as LocalDate, invitedAt: at },
});

let house: TimedHouse<NetworkState, NetworkCommand, NetworkEvent>;
const expired = async () =>
  (await house.events(network)).filter(({ type }) => type === 'InvitationExpired');

beforeEach(async () => {
  house = new TimedHouse(networks, invitationExpiry);
  house.start();
  await house.says(network, { type: 'NetworkProposed', data: founding });
});
afterEach(async () => {
  await house.stop();
  expect(house.troubles).toStrictEqual([]);
});

describe('an invitation that nobody answers', () => {
  it('N-9: expires when its last day is over, and leaves the others alone', async () => {
    await house.says(network, invited(school, '2030-01-31'), invited(town, '2030-02-28'));
    await house.walkTo('2030-01-31T22:59:59.999Z');
    expect(await expired()).toStrictEqual([]);
    await house.walkTo('2030-01-31T23:00:00.000Z');
    expect(await expired()).toMatchObject([{ data: { partner: school } }]);
    await house.walkTo('2030-03-01T12:00:00.000Z');
    expect(await expired()).toMatchObject([
      ...[{ data: { partner: school } }, { data: { partner: town } }],
    ]);
  });

  it('N-9: does not expire once it was answered, or taken back', async () => {
    await house.says(network, invited(school, '2030-01-31'), invited(town, '2030-01-31'));
    await house.says(
      network,
      { type: 'InvitationAccepted', data: { partner: school, acceptedAt: at } },
      { type: 'InvitationRevoked', data: { partner: town, revokedAt: at } },
    );
    await house.walkTo('2030-03-01T12:00:00.000Z');
    expect(await expired()).toStrictEqual([]);
    expect(await house.fired(process)).toStrictEqual([]);
  });

  it('N-9: expires by the day of the newest one, where it was invited again', async () => {
    await house.says(network, invited(school, '2030-01-31'));
    await house.says(network, invited(school, '2030-06-30'));
    await house.walkTo('2030-03-01T12:00:00.000Z');
    expect(await expired()).toStrictEqual([]);
    await house.walkTo('2030-07-01T12:00:00.000Z');
    expect(await expired()).toHaveLength(1);
  });

  it('X-2: expired while the server was down is said late, once, with effect from its day', async () => {
    await house.says(network, invited(school, '2030-02-28'), invited(town, '2030-01-31'));
    await house.stop();
    await house.walkTo('2031-01-01T12:00:00.000Z');
    for (const _ of [1, 2]) {
      house.start();
      await house.rest();
      await house.stop();
    }
    expect(await expired()).toMatchObject([
      { data: { partner: town }, meta: { effectiveOn: '2030-02-01' } },
      { data: { partner: school }, meta: { effectiveOn: '2030-03-01' } },
    ]);
  });

  it('X-11: expires no more in a network that was dissolved', async () => {
    await house.says(network, invited(school, '2030-01-31'));
    await house.says(network, { type: 'NetworkDissolved', data: { plan, dissolvedAt: at } });
    await house.walkTo('2030-03-01T12:00:00.000Z');
    expect(await expired()).toStrictEqual([]);
    expect(await house.types(process)).toContain('ProcessFinished');
  });
});
