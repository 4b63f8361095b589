import { Rehearsal } from '@tavolo/command';
import type { Answer, CommandQueue, Message } from '@tavolo/command';
import { AppendOutcomeUnknown, StoreUnavailable } from '@tavolo/event-store';
import { WrongExpectedRevision } from '@tavolo/event-store';
import type { EventStore } from '@tavolo/event-store';
import type { LeasedProcesses, Trouble } from '@tavolo/process';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { StateOfWork } from './state-of-work.js';

/** Seconds; an embedded log takes some milliseconds, a cluster some tens. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const WHAT = {
  appends: ['tavolo_append_seconds', 'How long appends to the log took, by what became of them.'],
  waiting: ['tavolo_appends_under_way', 'Appends that the log has not answered yet.'],
  commands: ['tavolo_commands_total', 'Commands that were answered, by aggregate and outcome.'],
  underWay: ['tavolo_commands_under_way', 'Commands of people that were not answered yet.'],
  turnedAway: ['tavolo_commands_turned_away_total', 'Commands that found no place: BUSY.'],
  refusals: ['tavolo_refusals_total', 'Commands that a rule refused, by its number and code.'],
  troubles: [
    'tavolo_process_troubles_total',
    'Steps of a process that failed and are tried again.',
  ],
  reachable: ['tavolo_log_reachable', '1 where the log answered the question for these numbers.'],
  lagEvents: ['tavolo_lag_events', 'Events that were not read yet, counted up to 1000.'],
  lagSeconds: ['tavolo_lag_seconds', 'Age of the oldest event that was not read yet; 0 for none.'],
  queue: ['tavolo_process_queue', 'Facts that a process has begun on and not finished with.'],
  matters: ['tavolo_process_matters', 'Matters that wait for somebody, or have stopped a process.'],
  leaseHeld: ['tavolo_lease_held', '1 where this replica runs the process managers.'],
  leaseEpoch: [
    'tavolo_lease_epoch',
    'Epoch of the lease of the process managers, by the replica that holds it.',
  ],
  passedOver: [
    'tavolo_passed_over_events',
    'Events of a newer version of the program, which the read model waits for.',
  ],
  state: ['tavolo_projections_state', '1 for the state in which the projections are.'],
} as const;

const STATES = ['catchingUp', 'live', 'retrying', 'failed', 'stopped'] as const;

/**
 * What `/metrics` tells, in the text of Prometheus: counts, ages and names of rules, of processes
 * and of kinds of objects; never an id, a person or a text.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #appends = new Histogram({
    ...this.#named('appends'),
    ...{ labelNames: ['outcome'], buckets: BUCKETS },
  });
  readonly #waiting = new Gauge(this.#named('waiting'));
  readonly #commands = new Counter(this.#named('commands', 'aggregate', 'outcome'));
  readonly #underWay = new Gauge(this.#named('underWay'));
  readonly #turnedAway = new Counter(this.#named('turnedAway'));
  readonly #refusals = new Counter(this.#named('refusals', 'rule', 'code'));
  readonly #troubles = new Counter(this.#named('troubles', 'process', 'step'));
  readonly #reachable = new Gauge(this.#named('reachable'));
  readonly #lagEvents = new Gauge(this.#named('lagEvents', 'reader'));
  readonly #lagSeconds = new Gauge(this.#named('lagSeconds', 'reader'));
  readonly #queue = new Gauge(this.#named('queue', 'process'));
  readonly #matters = new Gauge(this.#named('matters', 'state'));
  readonly #state = new Gauge(this.#named('state', 'state'));
  readonly #passedOver = new Gauge(this.#named('passedOver'));
  readonly #leaseHeld = new Gauge(this.#named('leaseHeld'));
  readonly #leaseEpoch = new Gauge(this.#named('leaseEpoch', 'holder'));
  #hasDefaults = false;
  #toldTurnedAway = 0;
  /** Set where commands are taken. */
  queue: Pick<CommandQueue, 'length' | 'turnedAway'> | null = null;
  /** Set where they run. */
  processes: Pick<LeasedProcesses, 'lease' | 'progress'> | null = null;

  /** The store, every append of which is timed. */
  measured(store: EventStore): EventStore {
    const append: EventStore['append'] = async (...sent) => {
      this.#waiting.inc();
      const took = this.#appends.startTimer();
      try {
        const appended = await store.append(...sent);
        took({ outcome: 'written' });
        return appended;
      } catch (error) {
        took({ outcome: outcomeOf(error) });
        throw error;
      } finally {
        this.#waiting.dec();
      }
    };
    return new Proxy(store, {
      get(target, name) {
        if (name === 'append') return append;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  /** A command was answered; what is only rehearsed does not count. */
  answered({ aggregate }: Message, answer: Answer): void {
    if (Rehearsal.current) return;
    this.#commands.inc({ aggregate, outcome: answer.outcome });
    if (answer.outcome !== 'refused') return;
    const { rule, code } = answer.refusal;
    this.#refusals.inc({ rule, code });
  }

  failed({ process, step }: Trouble): void {
    this.#troubles.inc({ process, step });
  }

  /** The text for a scraper, with the state of the work of now; null where the log is silent. */
  async text(work: StateOfWork | null): Promise<string> {
    if (!this.#hasDefaults) collectDefaultMetrics({ register: this.#registry });
    this.#hasDefaults = true;
    this.#reachable.set(work ? 1 : 0);
    this.#countQueue();
    for (const gauge of [this.#lagEvents, this.#lagSeconds, this.#queue, this.#matters]) {
      gauge.reset();
    }
    if (work) this.#set(work);
    this.#setLease();
    return await this.#registry.metrics();
  }

  #countQueue(): void {
    const { length = 0, turnedAway = 0 } = this.queue ?? {};
    this.#underWay.set(length);
    this.#turnedAway.inc(turnedAway - this.#toldTurnedAway);
    this.#toldTurnedAway = turnedAway;
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  #set({ lags, queues, matters, projections, passedOver }: StateOfWork): void {
    this.#passedOver.set(passedOver);
    for (const { reader, events, seconds } of lags) {
      this.#lagEvents.set({ reader }, events);
      this.#lagSeconds.set({ reader }, seconds);
    }
    for (const { process, open } of queues) this.#queue.set({ process }, open);
    for (const { state, count } of matters) this.#matters.set({ state }, count);
    for (const state of STATES) this.#state.set({ state }, state === projections ? 1 : 0);
  }

  /** As this replica knows it, also where log and private store are silent. */
  #setLease(): void {
    const lease = this.processes?.lease ?? null;
    this.#leaseHeld.set(lease?.isHeld === true ? 1 : 0);
    this.#leaseEpoch.reset();
    if (lease) this.#leaseEpoch.set({ holder: lease.holder ?? 'nobody' }, lease.epoch);
  }

  #named<L extends string>(what: keyof typeof WHAT, ...labelNames: readonly L[]) {
    const [name, help] = WHAT[what];
    return { name, help, labelNames: [...labelNames], registers: [this.#registry] };
  }
}

function outcomeOf(error: unknown): string {
  if (error instanceof WrongExpectedRevision) return 'conflict';
  if (error instanceof AppendOutcomeUnknown) return 'unknown';
  return error instanceof StoreUnavailable ? 'unavailable' : 'refused';
}
