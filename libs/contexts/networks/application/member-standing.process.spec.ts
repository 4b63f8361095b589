import { describe, expect, it } from '@jest/globals';
import type { JsonObject, Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import type { ProcessEvent } from '@tavolo/process';
import { memberInvolvement } from './member-involvement.process.js';
import { memberStanding } from './member-standing.process.js';

const event = (stream: string, type: string, data: JsonObject = {}): ProcessEvent => ({
  ...{ id: 'e' as Uuid, stream, revision: 0, schema: 1, type, data },
  recordedAt: '2030-01-01T12:00:00.000Z' as Instant,
});
const fact = (type: string) => event('partner-1', type);
const listed = (network: string) => event('involvement-1', 'PartnerInvolved', { in: network });

/** What the process gives after the last of these facts. */
function after(...facts: readonly ProcessEvent[]) {
  let { initial: state } = memberStanding;
  let targets: readonly string[] = [];
  for (const one of facts) {
    expect(memberStanding.keyOf(one)).toBe('1');
    const reaction = memberStanding.react(state, { kind: 'event', event: one });
    state = reaction.state;
    targets = (reaction.commands ?? []).map(({ type, target, data }) => {
      expect({ type, data }).toStrictEqual({ type: 'NotePartner', data: { partner: 'partner-1' } });
      return target;
    });
  }
  return targets;
}

describe('who is in a network', () => {
  const involved = (of: ProcessEvent) =>
    (memberInvolvement.react(null, { kind: 'event', event: of }).commands ?? []).map(
      ({ target, type, data }) => `${target} ${type} ${data.in as string}`,
    );

  it('N-2: is listed with it, from the proposal or the invitation on, or coming from another one', () => {
    const proposed = event('network-1', 'NetworkProposed', { lead: 'partner-1' });
    expect(memberInvolvement.keyOf(proposed)).toBe('1');
    expect(involved(proposed)).toStrictEqual(['involvement-1 InvolvePartner network-1']);
    expect(involved(event('network-1', 'MemberInvited', { partner: 'partner-2' }))).toStrictEqual([
      'involvement-2 InvolvePartner network-1',
    ]);
    const members = [{ partner: 'partner-2' }, { partner: 'partner-3' }];
    expect(involved(event('network-1', 'MembersMovedIn', { members }))).toStrictEqual([
      ...['involvement-2 InvolvePartner network-1', 'involvement-3 InvolvePartner network-1'],
    ]);
  });

  it('N-2: is not listed anew by what happens to it there', () =>
    expect(memberInvolvement.keyOf(event('network-1', 'MemberAdmitted'))).toBeNull());
});

describe('what becomes of a partner', () => {
  it.each([
    ...['PartnerWithdrawn', 'PartnerExcluded', 'PartnerSucceeded', 'PartnerDissolved'],
    ...['PartnerDuplicateMarked', 'PartnerSuspended', 'PartnerEligibilityLapsed'],
    'PartnerWithdrawalRequested',
  ])('N-2: reaches every network that it is in: %s', (type) => {
    expect(after(listed('network-1'), listed('network-2'), fact(type))).toStrictEqual([
      ...['network-1', 'network-2'],
    ]);
  });

  it('N-2: reaches a network that lists it only afterwards, and only while it stands', () => {
    expect(after(fact('PartnerExcluded'), listed('network-1'))).toStrictEqual(['network-1']);
    const suspended = fact('PartnerSuspended');
    expect(after(suspended, listed('network-1'))).toStrictEqual(['network-1']);
    expect(after(suspended, fact('PartnerReinstated'), listed('network-1'))).toStrictEqual([]);
    expect(after(listed('network-1'))).toStrictEqual([]);
  });

  it('N-2: is told again when it is over, and not by a renewal in time', () => {
    const [member, lapsed] = [listed('network-1'), fact('PartnerEligibilityLapsed')];
    const confirmed = fact('PartnerEligibilityConfirmed');
    expect(after(member, lapsed, confirmed)).toStrictEqual(['network-1']);
    expect(after(member, confirmed)).toStrictEqual([]);
    expect(after(member, lapsed, confirmed, confirmed)).toStrictEqual([]);
  });

  it('N-2: of which one is over still stands by the other', () => {
    const facts = [fact('PartnerSuspended'), fact('PartnerEligibilityLapsed')];
    const confirmed = fact('PartnerEligibilityConfirmed');
    expect(after(...facts, confirmed, listed('network-1'))).toStrictEqual(['network-1']);
    const end = [fact('PartnerDissolved'), confirmed, fact('PartnerReinstated')];
    expect(after(...end, listed('network-1'))).toStrictEqual(['network-1']);
  });

  it('N-2: is nothing where it is in an agreement or a budget only', () => {
    expect(memberStanding.keyOf(listed('agreement-1'))).toBeNull();
    expect(memberStanding.keyOf(fact('PartnerDetailsUpdated'))).toBeNull();
  });

  it('goes on after an answer', () => {
    const { initial: state } = memberStanding;
    const command = { name: 'x', aggregate: 'network', target: 'x', type: 'NotePartner', data: {} };
    const answer = { kind: 'answer', command, outcome: 'accepted', result: {} } as const;
    expect(memberStanding.react(state, answer)).toStrictEqual({ state });
    expect(memberInvolvement.react(null, answer)).toStrictEqual({ state: null });
  });
});
