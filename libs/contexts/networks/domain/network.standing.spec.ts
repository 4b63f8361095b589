import { describe, expect, it } from '@jest/globals';
import type { PartnerEnd, PartnerId, PartnerStatus } from '@tavolo/partners';
import { someone, specificationFor } from '@tavolo/testing/specification';
import {
  a,
  accepted,
  active,
  awarded,
  change,
  day,
  formed,
  invited,
  lombardy,
  milan,
  plan,
  presence,
  proposed,
  rests,
  school,
  suspended,
} from '../test/formed.js';
import type { NetworkEvent } from './network.events.js';
import { leaderOf } from './network.state.js';
import type { NetworkState } from './network.state.js';
import { network } from './network.js';

const given = specificationFor(network);
const { at } = someone;
type Ground = Readonly<{ status: PartnerStatus; eligibleUntil?: string }>;
const note = (partner: PartnerId, { status, eligibleUntil = '2030-12-31' }: Ground) =>
  ({
    type: 'NotePartner',
    data: {
      partner,
      grounds: { partner: a('other', { status, eligibleUntil: day(eligibleUntil) }) },
    },
  }) as const;
const ceased = (partner: PartnerId, how: PartnerEnd = 'Excluded'): NetworkEvent => ({
  type: 'MemberCeased',
  data: { partner, how, ceasedAt: at },
});
const lost = (status: PartnerStatus): NetworkEvent => ({
  type: 'LeadEligibilityLost',
  data: { partner: lombardy, status, lostAt: at },
});
const regained: NetworkEvent = {
  type: 'LeadEligibilityRegained',
  data: { partner: lombardy, regainedAt: at },
};
const folded = (...events: readonly NetworkEvent[]) =>
  events.reduce<NetworkState>(network.evolve, network.initial);
const ends = ['Withdrawn', 'Excluded', 'Succeeded', 'Dissolved', 'Rejected'] as const;

describe('a partner that has ended', () => {
  it.each(ends)('N-2: is an active member no more of a network, once it is %s', (how) => {
    given(...formed)
      .when(note(milan, { status: how }))
      .then(ceased(milan, how));
    given(...awarded)
      .when(note(milan, { status: how }))
      .then(ceased(milan, how));
    const { members } = folded(...awarded, ceased(milan, how));
    expect(members.find(({ partner }) => partner === milan)).toMatchObject({
      ...{ status: 'Suspended', role: 'partner', ceased: true },
    });
  });

  it('N-2: leads no more, though nobody has taken its place yet (N-1)', () => {
    expect(leaderOf(folded(...awarded))).toBe(lombardy);
    given(...awarded)
      .when(note(lombardy, { status: 'Dissolved' }))
      .then(ceased(lombardy, 'Dissolved'));
    const state = folded(...awarded, ceased(lombardy));
    expect(leaderOf(state)).toBeNull();
    expect(state.members.filter(({ role }) => role === 'lead')).toHaveLength(1);
  });

  it('N-2: is gone from a network that is only proposed, its lead too', () => {
    const forming = [proposed(), ...active(milan)];
    given(...forming)
      .when(note(milan, { status: 'Excluded' }))
      .then({ type: 'MemberExpelled', data: { partner: milan, expelledAt: at } });
    given(...forming)
      .when(note(lombardy, { status: 'Withdrawn' }))
      .then({ type: 'MemberReleased', data: { partner: lombardy, releasedAt: at } });
    const left: NetworkEvent = {
      type: 'MemberReleased',
      data: { partner: lombardy, releasedAt: at },
    };
    expect(leaderOf(folded(...forming, left))).toBeNull();
  });

  it('N-2: is asked to join no more, whether or not it has said yes', () => {
    const revoked = { type: 'InvitationRevoked', data: { partner: milan, revokedAt: at } } as const;
    const end = note(milan, { status: 'Excluded' });
    given(proposed(), invited(milan)).when(end).then(revoked);
    given(proposed(), invited(milan), accepted(milan)).when(end).then(revoked);
    given(proposed(), invited(milan), revoked).when(end).then();
  });

  it('N-2: is noted once, a suspended member too, and not where it is none', () => {
    const end = note(milan, { status: 'Excluded' });
    given(...formed, suspended(milan))
      .when(end)
      .then(ceased(milan));
    given(...formed, ceased(milan))
      .when(end)
      .then();
    given(proposed()).when(end).then();
    given(...formed, { type: 'MemberReleased', data: { partner: milan, releasedAt: at } })
      .when(end)
      .then();
    given(...formed, { type: 'NetworkDissolved', data: { plan, dissolvedAt: at } })
      .when(end)
      .then();
    given(...formed)
      .when({ ...end, data: { partner: milan, grounds: { partner: null } } })
      .then();
  });

  it('X-11: is noted of a network that there is', () =>
    given()
      .when(note(milan, { status: 'Excluded' }))
      .thenRefused('OutOfTurn'));

  it('N-2, X-11: does not come back as a suspended member does', () => {
    const reinstate = {
      type: 'ReinstateMember',
      data: { partner: milan, grounds: { partner: a('municipality') } },
    } as const;
    given(...formed, ceased(milan))
      .when(reinstate)
      .thenRefused('MemberHasCeased');
    given(...formed, suspended(milan))
      .when(reinstate)
      .then({ type: 'MemberReinstated', data: { partner: milan, reinstatedAt: at } });
  });
});

describe('the place of a partner that has ended', () => {
  const grounds = { change: rests(), presence: presence() };
  const release = (more: object = { change }) =>
    ({ type: 'ReleaseMember', data: { partner: milan, grounds, ...more } }) as const;

  it('X-11: is given up without its asking for it', () => {
    given(...awarded, ceased(milan))
      .when(release())
      .then({ type: 'MemberReleased', data: { partner: milan, change, releasedAt: at } });
    given(...awarded)
      .when(release())
      .thenRefused('ExitNotRequested');
  });

  it('N-8: is given up by an approval and an amendment only', () =>
    given(...awarded, ceased(milan))
      .when(release({}))
      .thenRefused('MembersFixed'));

  it('N-7: is given up once its category has another member', () =>
    given(...awarded, ceased(school))
      .when({ type: 'ExpelMember', data: { partner: school, change, grounds } })
      .thenRefused('CategoryMissing'));

  it('N-1, N-2, X-11: of a lead is taken by another one in one fact, and then given up', () => {
    const replace = {
      type: 'ReplaceLead',
      data: {
        ...{ lead: milan, formerRole: 'partner' as const, change },
        grounds: {
          ...{ partner: a('region'), planLead: null, leadKinds: [], parentMembers: null },
          ...grounds,
        },
      },
    } as const;
    const replaced: NetworkEvent = {
      type: 'LeadPartnerReplaced',
      data: { from: lombardy, to: milan, formerRole: 'partner', change, replacedAt: at },
    };
    given(...awarded, ceased(lombardy))
      .when(replace)
      .then(replaced);
    const expel = { type: 'ExpelMember', data: { partner: lombardy, change, grounds } } as const;
    given(...awarded, ceased(lombardy))
      .when(expel)
      .thenRefused('LeadStays');
    given(...awarded, ceased(lombardy), replaced)
      .when(expel)
      .then({ type: 'MemberExpelled', data: { partner: lombardy, change, expelledAt: at } });
    expect(leaderOf(folded(...awarded, ceased(lombardy), replaced))).toBe(milan);
  });
});

describe('a lead that is not eligible', () => {
  it('N-2: is noted once, and once more when it is eligible again', () => {
    given(...awarded)
      .when(note(lombardy, { status: 'Suspended' }))
      .then(lost('Suspended'));
    given(...awarded, lost('Suspended'))
      .when(note(lombardy, { status: 'Registered' }))
      .then();
    given(...awarded, lost('Suspended'))
      .when(note(lombardy, { status: 'Eligible' }))
      .then(regained);
    given(...awarded, lost('Suspended'), regained)
      .when(note(lombardy, { status: 'Withdrawing' }))
      .then(lost('Withdrawing'));
  });

  it('PA-2, N-2: is so by its date, the last day included', () => {
    const until = (eligibleUntil: string) => note(lombardy, { status: 'Eligible', eligibleUntil });
    given(...awarded)
      .when(until(someone.today))
      .then();
    given(...awarded)
      .when(until('2000-01-01'))
      .then(lost('Eligible'));
  });

  it('N-2: is another matter than a member, which was eligible when it joined', () => {
    given(...awarded)
      .when(note(milan, { status: 'Suspended' }))
      .then();
    given(...awarded)
      .when(note(lombardy, { status: 'Eligible' }))
      .then();
  });

  it('N-2: is looked at no more once another one leads', () => {
    const replaced: NetworkEvent = {
      type: 'LeadPartnerReplaced',
      data: { from: lombardy, to: milan, formerRole: 'partner', replacedAt: at },
    };
    given(...awarded, lost('Suspended'), replaced)
      .when(note(lombardy, { status: 'Eligible' }))
      .then();
    expect(folded(...awarded, lost('Suspended'), replaced).unfitLead).toBeNull();
    const observer: NetworkEvent = {
      type: 'MemberRoleAssigned',
      data: { partner: lombardy, role: 'observer', assignedAt: at },
    };
    expect(folded(...awarded, lost('Suspended'), observer).unfitLead).toBeNull();
    const other: NetworkEvent = {
      type: 'MemberRoleAssigned',
      data: { partner: milan, role: 'observer', assignedAt: at },
    };
    expect(folded(...awarded, lost('Suspended'), other).unfitLead).toBe(lombardy);
  });
});
