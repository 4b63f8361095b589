import { describe, it } from '@jest/globals';
import type { PersonRef } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { NetworkId } from '../contract/index.js';
import {
  a,
  awarded,
  change,
  formed,
  inForce,
  invited,
  lombardy,
  milan,
  piedmont,
  presence,
  proposed,
  rests,
  school,
  suspended,
  wantsOut,
} from '../test/formed.js';
import type { NetworkEvent } from './network.events.js';
import type { PartnerGround, PresenceGround } from './network.later.commands.js';
import { network } from './network.js';

const given = specificationFor(network);
const { at, by } = someone;

describe('a member is suspended', () => {
  const suspend = (partner: PartnerId) => ({ type: 'SuspendMember', data: { partner } }) as const;
  const reinstate = (ground: PartnerGround | null) =>
    ({ type: 'ReinstateMember', data: { partner: milan, grounds: { partner: ground } } }) as const;
  it('X-11: and reinstated', () => {
    given(...awarded)
      .when(suspend(milan))
      .then(suspended(milan));
    given(...awarded, suspended(milan))
      .when(reinstate(a('municipality')))
      .then({ type: 'MemberReinstated', data: { partner: milan, reinstatedAt: at } });
  });
  it('N-1: but never the lead', () =>
    given(...awarded)
      .when(suspend(lombardy))
      .thenRefused('LeadStays'));
  it('X-11, X-12: once, and only if it is one', () => {
    given(...awarded, suspended(milan))
      .when(suspend(milan))
      .thenRefused('MemberOutOfTurn');
    given(...awarded)
      .when(suspend(piedmont))
      .thenRefused('MemberUnknown');
    given(...awarded)
      .when(reinstate(a('municipality')))
      .thenRefused('MemberOutOfTurn');
    given(proposed())
      .when(reinstate(a('municipality')))
      .thenRefused('MemberUnknown');
  });
  it('PA-8: and not reinstated while the partner itself is suspended', () =>
    given(...awarded, suspended(milan))
      .when(reinstate(a('municipality', { status: 'Suspended' })))
      .thenRefused('PartnerIsSuspended'));
  it('PA-8, X-11: and may ask to leave nevertheless', () =>
    given(...awarded, suspended(milan))
      .when({ type: 'RequestExit', data: {}, by: { ...by, organisation: milan } })
      .then(wantsOut(milan)));
});

describe('a member leaves', () => {
  const ask = (organisation: PartnerId | null) =>
    ({
      type: 'RequestExit',
      data: {},
      by: { person: 'person-9' as PersonRef, mandate: null, organisation },
    }) as const;
  const leaves =
    <Type extends 'ExpelMember' | 'ReleaseMember'>(type: Type) =>
    (partner: PartnerId, rest: object = {}, more: Partial<PresenceGround> = {}) => {
      const grounds = { change: rests(), presence: presence(more) };
      return { type, data: { partner, grounds, ...rest } } as const;
    };
  const release = leaves('ReleaseMember');
  const expel = leaves('ExpelMember');
  const released = (partner: PartnerId, more: object = {}): NetworkEvent => ({
    type: 'MemberReleased',
    data: { partner, ...more, releasedAt: at },
  });
  const expelled = (partner: PartnerId, more: object = {}): NetworkEvent => ({
    type: 'MemberExpelled',
    data: { partner, ...more, expelledAt: at },
  });
  it('X-11: after it asked to, by its own word', () => {
    given(...formed)
      .when(ask(milan))
      .then(wantsOut(milan));
    given(...formed, wantsOut(milan))
      .when(release(milan))
      .then(released(milan));
  });
  it('X-11, X-12: and is not asked for by strangers, nor twice', () => {
    given(...formed)
      .when(ask(piedmont))
      .thenRefused('NotMember');
    given(...formed)
      .when(ask(null))
      .thenRefused('NotMember');
    given(...formed, wantsOut(milan))
      .when(ask(milan))
      .thenRefused('ExitRequested');
    given(...formed, invited(piedmont))
      .when(ask(piedmont))
      .thenRefused('MemberOutOfTurn');
  });
  it('X-11: not released without asking, but expelled', () => {
    given(...formed)
      .when(release(milan))
      .thenRefused('ExitNotRequested');
    given(...formed)
      .when(expel(milan))
      .then(expelled(milan));
  });
  it('X-12, X-11: if it is one', () => {
    given(...formed)
      .when(expel(piedmont))
      .thenRefused('MemberUnknown');
    given(...formed, invited(piedmont))
      .when(expel(piedmont))
      .thenRefused('MemberOutOfTurn');
  });
  it('N-1: but not as the lead', () => {
    given(...formed)
      .when(expel(lombardy))
      .thenRefused('LeadStays');
    given(...formed, wantsOut(lombardy))
      .when(release(lombardy))
      .thenRefused('LeadStays');
  });
  it('N-5, X-11: but not while it leads a network nested in this one', () => {
    given(...formed)
      .when(expel(milan, {}, { leadsBelow: [milan] }))
      .thenRefused('LeadsBelow');
    given(...formed)
      .when(expel(milan, {}, { leadsBelow: [school] }))
      .then(expelled(milan));
  });
  it('N-7, X-11: but not the last one of a mandatory category', () => {
    given(...formed, wantsOut(school))
      .when(release(school))
      .thenRefused('CategoryMissing');
    given(...formed)
      .when(expel(school))
      .thenRefused('CategoryMissing');
    given(...formed, wantsOut(milan))
      .when(release(milan))
      .then(released(milan));
  });
  it('N-7, X-11: even where another category was short before', () =>
    given(...formed)
      .when(expel(milan, {}, { categories: [{ category: 'uni', kinds: ['university'], min: 1 }] }))
      .then(expelled(milan)));
  it('N-7, X-11: nor becomes an observer, as the last one of a mandatory category', () => {
    const assign = (partner: PartnerId) =>
      ({
        type: 'AssignRole',
        data: {
          partner,
          role: 'observer',
          grounds: {
            ...{ partner: a('municipality'), planLead: null, leadKinds: [] },
            ...{ change: rests(), presence: presence() },
          },
        },
      }) as const;
    given(...formed)
      .when(assign(school))
      .thenRefused('CategoryMissing');
    given(...formed)
      .when(assign(milan))
      .then({
        type: 'MemberRoleAssigned',
        data: { partner: milan, role: 'observer', assignedAt: at },
      });
  });
  it('N-8, X-11: after the award by approval and amendment', () => {
    given(...awarded)
      .when(expel(milan))
      .thenRefused('MembersFixed');
    given(...awarded, wantsOut(milan))
      .when(release(milan))
      .thenRefused('MembersFixed');
    given(...awarded, wantsOut(milan))
      .when(release(milan, { change }))
      .then(released(milan, { change }));
    for (const ground of [
      null,
      { ...inForce, status: 'Registered' } as const,
      { ...inForce, network: 'network-2' as NetworkId },
      { ...inForce, kind: 'memorandum' } as const,
    ]) {
      const grounds = { change: rests(ground), presence: presence() };
      given(...awarded)
        .when({ type: 'ExpelMember', data: { partner: milan, change, grounds } })
        .thenRefused('AmendmentMissing');
    }
  });
  it('N-8, X-11: by an amendment in force, neither the original text nor one to come', () => {
    const expelBy = (named: number, version: number | null) => {
      const grounds = { change: rests({ ...inForce, version }), presence: presence() };
      const data = { partner: milan, change: { ...change, version: named }, grounds };
      return { type: 'ExpelMember', data } as const;
    };
    for (const [named, version] of [[1, 1] as const, [1, 3] as const, [2, 1] as const]) {
      given(...awarded)
        .when(expelBy(named, version))
        .thenRefused('VersionNoAmendment');
    }
    given(...awarded)
      .when(expelBy(4, 3))
      .thenRefused('VersionNoAmendment');
    given(...awarded)
      .when(expelBy(2, null))
      .thenRefused('VersionNoAmendment');
    for (const named of [2, 3]) {
      const by = { ...change, version: named };
      given(...awarded)
        .when(expelBy(named, 3))
        .then(expelled(milan, { change: by }));
    }
  });
});
