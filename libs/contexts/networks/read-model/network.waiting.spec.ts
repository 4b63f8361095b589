import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { awaitedAfter } from '@tavolo/testing';
import { keyOf } from '@tavolo/waiting';
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
});
