import { sentencesOf } from '@tavolo/kernel';
import type { Command, Decider, Decision, Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { expect } from '@jest/globals';

type AnyCommand = Command<string, object>;
type Asked<C extends AnyCommand> = C extends AnyCommand
  ? Pick<C, 'type' | 'data'> & Partial<Pick<C, 'at' | 'today' | 'by'>>
  : never;

/** Who and when, where a test does not care. */
export const someone = {
  at: '2030-01-01T12:00:00.000Z' as Instant,
  today: '2030-01-01' as LocalDate,
  by: {
    person: 'person-00000000-0000-4000-8000-000000000001' as PersonRef,
    mandate: null,
    organisation: null,
  },
} as const;

/**
 * Given past events, when a command, then exactly these events in this order, or this refusal.
 * Compares whole events, hands over a frozen state, and repeats an accepted command: the same
 * command again must add no further fact.
 */
export function specificationFor<S, C extends AnyCommand, E>(decider: Decider<S, C, E>) {
  const replay = (state: S, events: readonly E[]): S =>
    events.reduce((folded, event) => deepFrozen(decider.evolve(folded, event)), state);
  return (...history: E[]) => ({
    when(asked: Asked<C>) {
      const command = { ...someone, ...asked } as unknown as C;
      const state = replay(deepFrozen(decider.initial), history);
      const decision = decider.decide(command, state);
      return {
        then(...expected: E[]): void {
          expect(decision).toStrictEqual({ outcome: 'accepted', events: expected });
          const again = decider.decide(command, replay(state, expected));
          expect(again.outcome === 'refused' || again.events.length === 0).toBe(true);
        },
        /** For commands that may rightly be given again with effect (a text revised twice). */
        thenRepeatably(...expected: E[]): void {
          expect(decision).toStrictEqual({ outcome: 'accepted', events: expected });
        },
        /** With both sentences complete: every `{name}` in them has its detail. */
        thenRefused(code: string): void {
          expect(decision).toMatchObject({ outcome: 'refused', refusal: { code } });
          expect(unsaid(decision)).toStrictEqual([]);
        },
      };
    },
  });
}

/** What is left of the sentences of a refusal when every `{name}` of theirs is filled in. */
function unsaid<E>(decision: Decision<E>): readonly string[] {
  if (decision.outcome === 'accepted') return [];
  const { it, en } = sentencesOf(decision.refusal);
  return `${it} ${en}`.match(/\{\w+\}/gu) ?? [];
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const item of Object.values(value as Record<string, unknown>)) deepFrozen(item);
  }
  return value;
}
