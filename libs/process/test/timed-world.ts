import type { RecordedEvent } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import type { TimedProcess } from '../src/definition.js';
import type { Step } from '../src/ports.js';
import type { TimerFired, TimerScheduled } from '../src/process.events.js';
import { RunningProcesses } from '../src/running-processes.js';
import { Killed, World } from './world.js';

/** A timer as the log tells of it. */
export type Told = Readonly<{ stream: string; name: string; dueAt: Instant }>;

/** A world whose processes run together, with their timers, under a clock that a test moves. */
export class TimedWorld extends World {
  readonly sleeps: number[] = [];
  readonly #houses: RunningProcesses[] = [];

  constructor() {
    super();
    this.ports = {
      ...this.ports,
      // Nobody waits for real: the test moves the clock, and whoever moves it wakes.
      sleep: (ms, signal) => {
        this.sleeps.push(ms);
        return new Promise((resume) => {
          signal.addEventListener('abort', () => resume(), { once: true });
        });
      },
    };
  }

  begin(...definitions: readonly TimedProcess<unknown>[]): RunningProcesses {
    const house = new RunningProcesses(definitions, this.ports);
    this.#houses.push(house);
    return house;
  }

  async end(): Promise<void> {
    await Promise.all(this.#houses.splice(0).map((house) => house.stop()));
  }

  async rest(): Promise<void> {
    await Promise.all(this.#houses.map((house) => house.settled()));
  }

  /** Moves the clock, and waits until all has happened that is due by then. */
  async walkTo(at: string): Promise<void> {
    this.clock.at = at as Instant;
    await this.rest();
  }

  /** Runs until the nth step (from 0) and dies there as a whole; null when there were fewer. */
  async killTimed(
    n: number,
    ...definitions: readonly TimedProcess<unknown>[]
  ): Promise<Step | null> {
    let steps = 0;
    const killed: { at: Step | null } = { at: null };
    const dead = Promise.withResolvers<null>();
    const beforeStep = (step: Step) => {
      if (killed.at !== null || steps === n) {
        killed.at ??= step;
        dead.resolve(null);
        throw new Killed();
      }
      steps += 1;
    };
    const house = new RunningProcesses(definitions, { ...this.ports, beforeStep });
    await Promise.race([dead.promise, house.settled()]);
    await house.stop();
    return killed.at;
  }

  /** What fired, in the order of the log. */
  async fired(): Promise<readonly (Told & TimerFired['data'] & { event: RecordedEvent })[]> {
    const scheduled = new Map<string, Told>();
    const fired = [];
    for await (const event of this.store.readAll({ filter: { typePrefixes: ['Timer'] } })) {
      if (event.type === 'TimerScheduled') {
        const { id, ...told } = event.data as unknown as TimerScheduled['data'];
        scheduled.set(id, { stream: event.stream, ...told });
      }
      if (event.type !== 'TimerFired') continue;
      const data = event.data as unknown as TimerFired['data'];
      const told = scheduled.get(data.id);
      if (!told) throw new Error(`${data.id} fired and was never scheduled`);
      fired.push({ ...told, ...data, event });
    }
    return fired;
  }
}
