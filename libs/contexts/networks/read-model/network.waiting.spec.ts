import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { awaitedAfter } from '@tavolo/testing';
import { authority, keyOf } from '@tavolo/waiting';
import { networkProjection } from './network.projection.js';
import { networkWaiting } from './network.waiting.js';

type Fact = Readonly<{ type: string; data: object }>;
const samples = JSON.parse(
  readFileSync(new URL('../domain/samples.json', import.meta.url), 'utf8'),
) as readonly Fact[];
const stream = 'network-00000000-0000-4000-8000-000000000001';
const told = { part: networkWaiting, projections: [networkProjection], stream };
const awaited = (...facts: readonly Fact[]) =>
  (awaitedAfter(facts, told).at(-1) ?? []).map(({ move, who }) => `${move} ${keyOf(who)}`);

const proposed: Fact = {
  type: 'NetworkProposed',
  data: { plan: 'plan-1', title: 'Rete', level: 'territory', lead: 'partner-1', proposedAt: 'x' },
};
const invited = (until: string): Fact => ({
  type: 'MemberInvited',
  data: { partner: 'partner-2', role: 'partner', until, invitedAt: '2030-01-01T00:00:00.000Z' },
});
const step = (type: string): Fact => ({ type, data: { partner: 'partner-2' } });
const lead = `lead:${stream}#membership`;

describe('who is waited for about a network', () => {
  it('has an answer after every golden sample', () => {
    const ofTree = /^Network(TerritoryDefined|Nested|Split|sMerged|Removed)$/u;
    const facts = samples.filter(({ type }) => !ofTree.test(type));
    expect(awaitedAfter(facts, told)).toHaveLength(facts.length);
  });

  it('an invitation waits for the invited partner until its expiry, then its lead admits it', () => {
    const facts = [proposed, invited('2030-02-01')];
    expect(awaited(...facts)).toContain('answerInvitation organisation:partner-2#membership');
    expect(awaitedAfter(facts, told).at(-1)).toContainEqual(
      expect.objectContaining({ due: { on: '2030-02-01' }, about: 'partner-2' }),
    );
    const accepted = awaited(...facts, step('InvitationAccepted'));
    expect(accepted).toContain(`admitMember ${lead}`);
    expect(accepted.some((one) => one.startsWith('answerInvitation'))).toBe(false);
    expect(awaited(...facts, step('InvitationDeclined'))).toStrictEqual([
      `constituteNetwork ${lead}`,
    ]);
  });

  it('a request to leave waits for the lead, until the member is released', () => {
    const member = [proposed, invited('2030-02-01'), step('InvitationAccepted')];
    const asked = {
      ...{ type: 'MemberExitRequested', data: { partner: 'partner-2', requestedAt: 'x' } },
    };
    const active = [...member, step('MemberAdmitted'), asked];
    expect(awaited(...active)).toContain(`releaseMember ${lead}`);
    const released = {
      ...{ type: 'MemberReleased', data: { partner: 'partner-2', releasedAt: 'x' } },
    };
    expect(awaited(...active, released)).not.toContain(`releaseMember ${lead}`);
  });

  const formed: readonly Fact[] = [
    ...[proposed, invited('2030-02-01'), step('InvitationAccepted'), step('MemberAdmitted')],
    { type: 'NetworkConstituted', data: { lead: 'partner-1' } },
    { type: 'NetworkActivated', data: { agreement: 'agreement-1', from: '2030-01-01' } },
  ];
  const ceased = (partner: string): Fact => ({
    ...{ type: 'MemberCeased', data: { partner, how: 'Excluded', ceasedAt: 'x' } },
  });
  const house = [...formed, ceased('partner-1')];
  const replaced: Fact = {
    type: 'LeadPartnerReplaced',
    data: { from: 'partner-1', to: 'partner-2', formerRole: 'partner', replacedAt: 'x' },
  };

  it('N-2: a member whose organisation has ended waits for the authority until it is out', () => {
    const facts = [...formed, ceased('partner-2')];
    expect(awaited(...facts)).toStrictEqual([`endMembership ${keyOf(authority)}`]);
    expect(awaited(...facts, step('MemberExpelled'))).toStrictEqual([]);
  });

  it('N-1, N-2: a lead that has ended is replaced first; nobody acts for it meanwhile', () => {
    expect(awaited(...house)).toStrictEqual([`replaceLead ${keyOf(authority)}`]);
    expect(awaited(...house, replaced)).toStrictEqual([`endMembership ${keyOf(authority)}`]);
    const dissolving = { type: 'NetworkDissolutionStarted', data: { startedAt: 'x' } };
    expect(awaited(...house, dissolving)).toStrictEqual([`dissolveNetwork ${keyOf(authority)}`]);
    expect(awaited(...formed, dissolving)).toStrictEqual([`dissolveNetwork ${lead}`]);
  });

  it('N-2: a lead that is not eligible is settled, until it is again or another one leads', () => {
    const lost: Fact = {
      type: 'LeadEligibilityLost',
      data: { partner: 'partner-1', status: 'Suspended', lostAt: 'x' },
    };
    const regained: Fact = { type: 'LeadEligibilityRegained', data: { partner: 'partner-1' } };
    expect(awaited(...formed, lost)).toStrictEqual([`settleLead ${keyOf(authority)}`]);
    expect(awaited(...formed, lost, regained)).toStrictEqual([]);
    expect(awaited(...formed, lost, replaced)).toStrictEqual([]);
  });
});
