import { describe, expect, it } from '@jest/globals';
import type { JsonObject, Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import type { ProcessEvent } from '@tavolo/process';
import { networkActivation } from './network-activation.process.js';

const [network, agreement] = ['network-1', 'agreement-1'];
const event = (stream: string, type: string, data: JsonObject): ProcessEvent => ({
  ...{ id: 'e' as Uuid, stream, revision: 0, schema: 1, type, data },
  recordedAt: '2030-01-01T12:00:00.000Z' as Instant,
});
const constituted = event(network, 'NetworkConstituted', {});
const inForce = (kind = 'networkAgreement', of: string | null = network) =>
  event(agreement, 'AgreementEnteredIntoForce', { kind, network: of, from: '2030-01-01' });
const { initial } = networkActivation;
const react = (state: typeof initial, each: ProcessEvent) =>
  networkActivation.react(state, { kind: 'event', event: each });
const activate = {
  ...{ name: 'activate', aggregate: 'network', type: 'ActivateNetwork', target: network },
  data: { agreement },
};

describe('the activation of a network', () => {
  it('N-3: follows its constitution and an agreement of its own', () => {
    expect(networkActivation.keyOf(constituted)).toBe(network);
    expect(networkActivation.keyOf(inForce())).toBe(network);
    expect(networkActivation.keyOf(inForce('partnershipAgreement'))).toBe(network);
  });

  it('N-3: has no part in other agreements', () => {
    expect(networkActivation.keyOf(inForce('memorandum'))).toBeNull();
    expect(networkActivation.keyOf(inForce('networkAgreement', null))).toBeNull();
    expect(networkActivation.keyOf(event(network, 'MemberInvited', {}))).toBeNull();
  });

  it('N-3: is asked for when both are there, the agreement last', () => {
    const first = react(initial, constituted);
    expect(first).toMatchObject({ state: { isConstituted: true } });
    expect(first.commands).toBeUndefined();
    expect(react(first.state, inForce()).commands).toStrictEqual([activate]);
  });

  it('N-3: is asked for when both are there, the constitution last', () => {
    const first = react(initial, inForce());
    expect(first).toMatchObject({ waiting: { owner: network } });
    expect(first.commands).toBeUndefined();
    expect(react(first.state, constituted).commands).toStrictEqual([activate]);
  });

  it('ends when it is accepted, and not when it is refused', () => {
    const { state } = react(react(initial, constituted).state, inForce());
    const answer = { kind: 'answer', command: activate } as const;
    expect(
      networkActivation.react(state, { ...answer, outcome: 'accepted', result: {} }).done,
    ).toBe(true);
    const refusal = {
      rule: 'N-3',
      code: 'AgreementNotInForce',
      it: '',
      en: '',
      details: {},
    } as const;
    expect(networkActivation.react(state, { ...answer, outcome: 'refused', refusal }).done).toBe(
      false,
    );
  });
});
