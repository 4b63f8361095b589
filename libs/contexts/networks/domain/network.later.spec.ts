import { describe, expect, it } from '@jest/globals';
import type { AgreementId } from '@tavolo/agreements';
import type { Cents } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { NetworkId } from '../contract/index.js';
import { awarded, agreement, formed, id, inForce, lombardy, milan } from '../test/formed.js';
import { plan, proposed, school } from '../test/formed.js';
import type { NetworkEvent } from './network.events.js';
import type { AgreementGround, EndGround } from './network.later.commands.js';
import { network } from './network.js';

const given = specificationFor(network);
const { at } = someone;
const other = 'network-00000000-0000-4000-8000-000000000002' as NetworkId;
const suspended: NetworkEvent = { type: 'NetworkSuspended', data: { suspendedAt: at } };
const started: NetworkEvent = { type: 'NetworkDissolutionStarted', data: { startedAt: at } };

describe('a network stands still', () => {
  const suspend = (by?: string) =>
    ({ type: 'SuspendNetwork', data: by === undefined ? {} : { agreement: by } }) as const;
  const resume = (ground: AgreementGround | null) =>
    ({
      type: 'ResumeNetwork',
      data: {
        agreement: agreement as AgreementId,
        grounds: { network: id, agreement: ground },
      },
    }) as const;
  it('X-11: when it is active, and not before', () => {
    given(...awarded)
      .when(suspend())
      .then(suspended);
    given(...formed)
      .when(suspend())
      .thenRefused('OutOfTurn');
  });
  it('N-3, X-11: with the agreement it is active by, and not with another one', () => {
    given(...awarded)
      .when(suspend(agreement))
      .then({ type: 'NetworkSuspended', data: { agreement, suspendedAt: at } });
    given(...awarded)
      .when(suspend('agreement-2'))
      .then();
  });
  it('N-3, X-11: until an agreement of its own is in force', () => {
    given(...awarded, suspended)
      .when(resume(inForce))
      .then({ type: 'NetworkResumed', data: { agreement, resumedAt: at } });
    given(...awarded, suspended)
      .when(resume(null))
      .thenRefused('AgreementNotInForce');
    given(...awarded, suspended)
      .when(resume({ ...inForce, network: other }))
      .thenRefused('AgreementNotInForce');
    given(...awarded)
      .when(resume(inForce))
      .thenRefused('OutOfTurn');
  });
});

describe('a network is dissolved', () => {
  const dissolve = (more: Partial<EndGround> = {}) =>
    ({
      type: 'DissolveNetwork',
      data: { grounds: { agreement: null, obligations: null, nested: [], ...more } },
    }) as const;
  const dissolved: NetworkEvent = { type: 'NetworkDissolved', data: { plan, dissolvedAt: at } };
  const open = (openCents: number, openReports: number) => ({
    obligations: { openCents: openCents as Cents, openReports },
  });
  it('X-11: after its dissolution began', () => {
    given(...awarded)
      .when({ type: 'StartDissolution', data: {} })
      .then(started);
    given(...awarded)
      .when(dissolve())
      .thenRefused('OutOfTurn');
    given(...awarded, started)
      .when(dissolve())
      .then(dissolved);
  });
  it('X-11: and then nobody comes in any more', () =>
    given(...awarded, started)
      .when({
        type: 'InviteMember',
        data: {
          ...{
            partner: milan,
            role: 'observer' as const,
            until: inForce.inForceFrom ?? someone.today,
          },
          grounds: { partner: null, planLead: null },
        },
      })
      .thenRefused('OutOfTurn'));
  it('N-10, X-11: not while an agreement of it is in force', () => {
    given(...awarded, started)
      .when(dissolve({ agreement: inForce }))
      .thenRefused('AgreementStillBinds');
    given(...awarded, started)
      .when(dissolve({ agreement: { ...inForce, status: 'Registered' } }))
      .then(dissolved);
  });
  it('N-10, X-11: not with an open commitment or an open report', () => {
    given(...awarded, started)
      .when(dissolve(open(1, 0)))
      .thenRefused('ObligationsOpen');
    given(...awarded, started)
      .when(dissolve(open(0, 1)))
      .thenRefused('ObligationsOpen');
    given(...awarded, started)
      .when(dissolve(open(0, 0)))
      .then(dissolved);
  });
  it('N-10: not while networks are nested in it', () =>
    given(...awarded, started)
      .when(dissolve({ nested: [other] }))
      .thenRefused('NetworksNested'));
});

describe('members move between networks', () => {
  const takeOver = {
    type: 'TakeOverMembers',
    data: {
      from: other,
      members: [
        { partner: milan, role: 'observer' },
        { partner: 'partner-9' as typeof milan, role: 'partner', suspended: true },
      ],
    },
  } as const;
  const movedIn: NetworkEvent = {
    type: 'MembersMovedIn',
    data: { from: other, members: takeOver.data.members.slice(1), movedAt: at },
  };
  it('N-9, X-11: who is in both keeps its role', () =>
    given(...awarded)
      .when(takeOver)
      .then(movedIn));
  it('X-11: once for a network', () =>
    given(...awarded, movedIn)
      .when(takeOver)
      .thenRefused('MovedAlready'));
  it('and whoever was suspended stays so', () => {
    const state = [...awarded, movedIn].reduce<typeof network.initial>(
      network.evolve,
      network.initial,
    );
    expect(state.members.at(-1)).toMatchObject({ partner: 'partner-9', status: 'Suspended' });
  });
  const handOver = (...partners: (typeof milan)[]) =>
    ({ type: 'HandOverMembers', data: { to: other, partners } }) as const;
  const movedOut: NetworkEvent = {
    type: 'MembersMovedOut',
    data: { to: other, partners: [milan], movedAt: at },
  };
  it('N-1, X-11: the lead does not', () => {
    given(...formed)
      .when(handOver(lombardy, milan))
      .thenRefused('LeadStays');
    given(...formed)
      .when(handOver(milan))
      .then(movedOut);
  });
  it('X-11: once', () =>
    given(...formed, movedOut)
      .when(handOver(milan))
      .thenRefused('MovedAlready'));
  it('N-1, X-11: a network out of a split begins with its lead', () => {
    const members = [{ partner: school, role: 'partner' }] as const;
    const proposal = { plan, title: 'Rete nuova', level: 'territory', lead: milan } as const;
    given()
      .when({ type: 'FoundBySplit', data: { from: other, ...proposal, members } })
      .then(
        { type: 'NetworkProposed', data: { ...proposal, splitFrom: other, proposedAt: at } },
        { type: 'MembersMovedIn', data: { from: other, members, movedAt: at } },
      );
  });
  it('X-11: a network that was merged is at its end', () => {
    const ended: NetworkEvent = {
      type: 'NetworkDissolved',
      data: { plan, into: other, dissolvedAt: at },
    };
    const end = { type: 'EndByMerger', data: { into: other } } as const;
    given(proposed()).when(end).then(ended);
    given(proposed(), ended).when(end).thenRefused('OutOfTurn');
  });
});
