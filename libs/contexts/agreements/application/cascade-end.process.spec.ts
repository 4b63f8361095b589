import type { JsonObject, Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import type { ProcessEvent } from '@tavolo/process';
import { describe, expect, it } from '@jest/globals';
import { cascadeEnd } from './cascade-end.process.js';

const event = (stream: string, type: string, data: JsonObject = {}): ProcessEvent => ({
  ...{ id: 'e' as Uuid, stream, revision: 0, schema: 1, type, data },
  recordedAt: '2030-01-01T12:00:00.000Z' as Instant,
});
const [parent, one, other] = ['agreement-1', 'agreement-2', 'agreement-3'] as const;
const frozen = (child: string) => event(child, 'AgreementTextFrozen', { parent });
const recorded = (child: string) => event(child, 'ExistingAgreementRecorded', { parent });
const entered = (child: string) => event(child, 'AgreementEnteredIntoForce', { parent });
const end = (type = 'AgreementTerminated') => event(parent, type);

/** Whom the process ends after the last of these facts. */
function after(...facts: readonly ProcessEvent[]) {
  let { initial: state } = cascadeEnd;
  let targets: readonly string[] = [];
  for (const fact of facts) {
    expect(cascadeEnd.keyOf(fact)).toBe('1');
    const reaction = cascadeEnd.react(state, { kind: 'event', event: fact });
    state = reaction.state;
    targets = (reaction.commands ?? []).map(({ target, type, data }) => {
      expect({ type, data }).toStrictEqual({ type: 'EndWithParent', data: { parent } });
      return target;
    });
  }
  return targets;
}

describe('the end of an agreement in the cascade', () => {
  it.each([
    ...['AgreementTerminated', 'AgreementAnnulled', 'AgreementExpired', 'AgreementWithdrawn'],
  ])('A-8: reaches all that stands below it, each once: %s', (type) => {
    const below = [frozen(one), recorded(other), frozen(one), entered(one)];
    expect(after(...below, end(type))).toStrictEqual([one, other]);
  });

  it('A-8: reaches what comes into force only afterwards', () => {
    expect(after(frozen(one), end(), entered(one))).toStrictEqual([one]);
    expect(after(frozen(one), entered(one))).toStrictEqual([]);
    expect(after(end(), frozen(other))).toStrictEqual([other]);
  });

  it('A-8: is of no interest to what stands below nothing', () => {
    const alone = ['AgreementTextFrozen', 'ExistingAgreementRecorded'].map((type) =>
      event(one, type, { parent: null }),
    );
    const others = [event(one, 'AgreementEnteredIntoForce'), event(one, 'AgreementSuspended')];
    for (const fact of [...alone, ...others]) expect(cascadeEnd.keyOf(fact)).toBeNull();
  });

  it('goes on after an answer', () => {
    const { initial: state } = cascadeEnd;
    const asked = { aggregate: 'agreement', type: 'EndWithParent', data: { parent } };
    const command = { name: one, target: one, ...asked };
    const answer = { kind: 'answer', command, outcome: 'accepted', result: {} } as const;
    expect(cascadeEnd.react(state, answer)).toStrictEqual({ state });
  });
});
