import { describe, expect, it } from '@jest/globals';
import type { Instant } from '@tavolo/kernel';
import fc from 'fast-check';
import { TimedWorld } from '../test/timed-world.js';
import type { TimedProcess, TimerOrder } from './definition.js';

/** Does what it is told, and nothing when a timer is due. */
const told: TimedProcess<null> = {
  name: 'told',
  categories: ['fact'],
  initial: null,
  keyOf: ({ stream }) => stream,
  react: (state, input) =>
    input.kind === 'event'
      ? { state, timers: input.event.data.timers as unknown as readonly TimerOrder[] }
      : { state },
};

const BEGIN = Date.parse('2030-01-01T12:00:00.000Z');
const HOUR = 3_600_000;
const after = (hours: number) => new Date(BEGIN + hours * HOUR).toISOString() as Instant;

type Act =
  | Readonly<{ kind: 'jump'; hours: number }>
  | Readonly<{ kind: 'kill'; steps: number }>
  | Readonly<{ kind: 'order'; stream: number; name: number; due: number | null }>
  | Readonly<{ kind: 'restart' }>;

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('jump' as const), hours: fc.nat(20_000) }),
    fc.record({ kind: fc.constant('kill' as const), steps: fc.nat(12) }),
    fc.record({ kind: fc.constant('restart' as const) }),
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('order' as const),
        stream: fc.nat(2),
        name: fc.nat(2),
        due: fc.option(fc.nat(40_000), { freq: 4 }),
      }),
    },
  ),
  { maxLength: 16 },
);

/** What has to fire, told without a store: all that is open and due, earliest first, at each jump. */
class Expected {
  readonly fired: string[] = [];
  readonly #open = new Map<string, { due: number; order: number }>();
  #hours = 0;
  #order = 0;

  order(timer: string, due: number | null): void {
    if (due !== null && this.#open.get(timer)?.due === due) return;
    this.#open.delete(timer);
    this.#order += 1;
    if (due !== null) this.#open.set(timer, { due, order: this.#order });
    this.jump(0);
  }

  jump(hours: number): void {
    this.#hours += hours;
    const due = [...this.#open].filter(([, each]) => each.due <= this.#hours);
    due.sort(([, a], [, b]) => a.due - b.due || a.order - b.order);
    for (const [timer, each] of due) {
      this.fired.push(`${timer} ${after(each.due)}`);
      this.#open.delete(timer);
    }
  }

  get now(): Instant {
    return after(this.#hours);
  }
}

async function play(tavolo: TimedWorld, expected: Expected, act: Act): Promise<void> {
  switch (act.kind) {
    case 'order': {
      const { stream, name, due } = act;
      const timer = `n${String(name)}`;
      const order = due === null ? { cancel: timer } : { schedule: timer, dueAt: after(due) };
      await tavolo.say(`fact-${String(stream)}`, { type: 'Said', data: { timers: [order] } });
      expected.order(`pm_told-fact-${String(stream)} ${timer}`, due);
      return tavolo.rest();
    }
    case 'jump':
      expected.jump(act.hours);
      return tavolo.walkTo(expected.now);
    case 'restart':
      await tavolo.end();
      tavolo.begin(told);
      return tavolo.rest();
    case 'kill':
      // The machine is down, the clock goes on, and the first that starts again dies on its way.
      await tavolo.end();
      expected.jump(act.steps * 1_000);
      tavolo.clock.at = expected.now;
      await tavolo.killTimed(act.steps, told);
      tavolo.begin(told);
      return tavolo.rest();
  }
}

describe('timers', () => {
  it('property: whatever is ordered, however time jumps and machines die, all that is due fires once and in order', async () => {
    let most = 0;
    await fc.assert(
      fc.asyncProperty(acts, async (played) => {
        const [tavolo, expected] = [new TimedWorld(), new Expected()];
        tavolo.begin(told);
        for (const act of played) await play(tavolo, expected, act);
        const fired = await tavolo.fired();
        await tavolo.end();
        expect(fired.map(({ stream, name, dueAt }) => `${stream} ${name} ${dueAt}`)).toStrictEqual(
          expected.fired,
        );
        for (const { dueAt, event, late } of fired) {
          const behind = Date.parse(event.meta.recordedAt) - Date.parse(dueAt);
          expect(behind).toBeGreaterThanOrEqual(0);
          expect(late).toBe(behind > 60_000);
        }
        most = Math.max(most, fired.length);
      }),
      { numRuns: 150 },
    );
    // Else nothing was shown: some runs have to fire several.
    expect(most).toBeGreaterThan(2);
  });
});
