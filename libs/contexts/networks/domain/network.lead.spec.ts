import { describe, it } from '@jest/globals';
import type { PartnerId } from '@tavolo/partners';
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
  piedmont,
  presence,
  proposed,
  rests,
  suspended,
  until,
} from '../test/formed.js';
import type { NetworkEvent } from './network.events.js';
import type { ReplaceLead } from './network.later.commands.js';
import { network } from './network.js';

const given = specificationFor(network);
const { at, by } = someone;

describe('an invitation comes to nothing', () => {
  const revoke = { type: 'RevokeInvitation', data: { partner: milan } } as const;
  const revoked: NetworkEvent = {
    type: 'InvitationRevoked',
    data: { partner: milan, revokedAt: at },
  };
  const expire = { type: 'ExpireInvitation', data: { partner: milan } } as const;
  const expired: NetworkEvent = {
    type: 'InvitationExpired',
    data: { partner: milan, expiredAt: at },
  };
  it('X-11: when it is taken back, the accepted one too', () => {
    given(proposed(), invited(milan)).when(revoke).then(revoked);
    given(proposed(), invited(milan), accepted(milan)).when(revoke).then(revoked);
  });
  it('X-11: not when the partner is a member', () =>
    given(...formed)
      .when(revoke)
      .thenRefused('MemberOutOfTurn'));
  it('X-12: not when there is none', () =>
    given(proposed()).when(revoke).thenRefused('MemberUnknown'));
  it('X-11: and is not accepted then', () =>
    given(proposed(), invited(milan), revoked)
      .when({
        type: 'AcceptInvitation',
        data: { grounds: { power: { acts: 'all' } } },
        by: { ...by, organisation: milan },
      })
      .thenRefused('MemberOutOfTurn'));
  it('N-9: and leaves room for another one', () => {
    const invite = {
      type: 'InviteMember',
      data: {
        partner: milan,
        role: 'partner',
        until,
        grounds: { partner: a('municipality'), planLead: null },
      },
    } as const;
    given(proposed(), invited(milan), revoked).when(invite).then(invited(milan));
    given(proposed(), invited(milan), expired).when(invite).then(invited(milan));
  });
  it('X-11, X-12: when its last day is over, not on it', () => {
    given(proposed(), invited(milan, 'partner', day('2029-12-31')))
      .when(expire)
      .then(expired);
    given(proposed(), invited(milan, 'partner', day('2030-01-01')))
      .when(expire)
      .thenRefused('InvitationHolds');
    given(proposed(), invited(milan, 'partner', day('2029-12-31')), accepted(milan))
      .when(expire)
      .thenRefused('MemberOutOfTurn');
    given(proposed()).when(expire).thenRefused('MemberUnknown');
  });
});

describe('the lead is replaced', () => {
  type Grounds = ReplaceLead['data']['grounds'];
  const replace = (
    lead: PartnerId,
    more: Partial<Grounds> = {},
    rest: Partial<Pick<ReplaceLead['data'], 'change' | 'formerRole'>> = {},
  ) =>
    ({
      type: 'ReplaceLead',
      data: {
        lead,
        formerRole: 'partner',
        ...rest,
        grounds: {
          partner: a('municipality'),
          planLead: { id: lombardy, kind: 'region' },
          ...{ leadKinds: [], parentMembers: null, change: rests(), presence: presence() },
          ...more,
        },
      },
    }) as const;
  const replaced = (more: object = {}): NetworkEvent => ({
    type: 'LeadPartnerReplaced',
    data: { from: lombardy, to: milan, formerRole: 'partner', ...more, replacedAt: at },
  });
  it('N-1, X-11: in one fact', () =>
    given(...formed)
      .when(replace(milan))
      .then(replaced()));
  it('N-1, X-11: not before there has to be one: roles are assigned there', () =>
    given(proposed(), ...active(milan))
      .when(replace(milan))
      .thenRefused('OutOfTurn'));
  it('X-11: not by itself', () =>
    given(...formed)
      .when(replace(lombardy))
      .thenRefused('RoleKnown'));
  it('X-12: not by who is no member', () =>
    given(...formed)
      .when(replace(piedmont))
      .thenRefused('MemberUnknown'));
  it('N-2, X-11: by an active member, eligible, of an allowed kind', () => {
    given(...formed, suspended(milan))
      .when(replace(milan))
      .thenRefused('LeadNotActive');
    given(...formed)
      .when(replace(milan, { partner: a('municipality', { eligibleUntil: day('2029-12-31') }) }))
      .thenRefused('LeadNotEligible');
    given(...formed)
      .when(replace(milan, { leadKinds: ['region'] }))
      .thenRefused('LeadOfOtherKind');
    given(...formed)
      .when(replace(milan, { leadKinds: ['municipality'] }))
      .then(replaced());
  });
  it('PA-10: not by the Region of another plan', () =>
    given(...formed, ...active(piedmont, 'adhering'))
      .when(replace(piedmont, { partner: a('region') }))
      .thenRefused('OtherRegion'));
  it('N-5, X-11: by a member of the network above, where there is one', () => {
    given(...formed)
      .when(replace(milan, { parentMembers: [lombardy] }))
      .thenRefused('LeadNotAbove');
    given(...formed)
      .when(replace(milan, { parentMembers: [milan] }))
      .then(replaced());
  });
  it('N-7, X-11: by one whose predecessor is not missed as a partner', () => {
    const categories = [{ category: 'region', kinds: ['region'], min: 1 }] as const;
    given(...formed)
      .when(replace(milan, { presence: presence({ categories }) }, { formerRole: 'observer' }))
      .thenRefused('CategoryMissing');
    given(...formed)
      .when(replace(milan, { presence: presence({ categories }) }))
      .then(replaced());
  });
  it('N-8, X-11: after the award by approval and amendment', () => {
    given(...awarded)
      .when(replace(milan))
      .thenRefused('MembersFixed');
    given(...awarded)
      .when(replace(milan, { change: rests(null) }, { change }))
      .thenRefused('AmendmentMissing');
    given(...awarded)
      .when(replace(milan, {}, { change }))
      .then(replaced({ change }));
  });
});
