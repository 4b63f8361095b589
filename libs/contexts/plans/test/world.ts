import { Readable } from 'node:stream';
import { Agreements } from '@tavolo/agreements';
import type { AgreementStanding } from '@tavolo/agreements';
import { Decisions } from '@tavolo/boards';
import type { DecisionStanding } from '@tavolo/boards';
import { Clock, CommandIndex, Correlations, derivedId, Instance } from '@tavolo/command';
import { NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Answer, Envelope, InstanceFacts } from '@tavolo/command';
import { MemoryEventStore, START } from '@tavolo/event-store';
import type { JsonObject, NewEvent, Position, Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { Networks } from '@tavolo/networks';
import type { NetworkStanding } from '@tavolo/networks';
import { Partners } from '@tavolo/partners';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import { MemoryPrivateStore } from '@tavolo/private-store';
import { Checkpoints, ClaimHandler, ClaimRequest, CommandSender } from '@tavolo/process';
import { ProcessRunner, StreamClaims } from '@tavolo/process';
import type { ProcessDefinition, SystemCommand } from '@tavolo/process';
import { Budgets, Calls } from '@tavolo/programmes';
import type { BudgetStanding, CallId, CallStanding } from '@tavolo/programmes';
import { adoptionProcess } from '../application/adoption.process.js';
import { initiationProcess } from '../application/initiation.process.js';
import { PlanRequest } from '../application/plan.aggregate.js';
import { PlanGrounds } from '../application/plan.grounds.js';
import { PlanHandler } from '../application/plan.handler.js';
import { StreamedPlans } from '../application/plans.js';
import type { PlanId, PlanStanding } from '../contract/index.js';
import { callStanding, network, partnerStanding, personRef } from './examples.js';
import { region, town } from './examples.js';

const now = '2030-01-01T12:00:00.000Z' as Instant;

class StillClock extends Clock {
  now(): Instant {
    return now;
  }
}

class TestInstance extends Instance {
  readonly facts = { id: '00000000-0000-4000-8000-00000000000a' } as InstanceFacts;
}

/** An index that has read nothing yet: repeats are found in the stream. */
class EmptyIndex extends CommandIndex {
  position(): Position {
    return START;
  }
  find(): Promise<null> {
    return Promise.resolve(null);
  }
}

class NoCheckpoints extends Checkpoints {
  get(): Promise<null> {
    return Promise.resolve(null);
  }
  put(): Promise<void> {
    return Promise.resolve();
  }
}

/** The one call of the examples. */
class OneCall extends Calls {
  terms: Partial<CallStanding> = {};
  standing(id: CallId): Promise<CallStanding | null> {
    return Promise.resolve(id === callStanding.id ? { ...callStanding, ...this.terms } : null);
  }
}

/** A region and a town. */
class TwoPartners extends Partners {
  standing(id: PartnerId): Promise<PartnerStanding | null> {
    if (id === region) return Promise.resolve(partnerStanding(id, 'region'));
    return Promise.resolve(id === town ? partnerStanding(id, 'municipality') : null);
  }
}

/** The network of the examples, of whichever plan. */
class OneNetwork extends Networks {
  plan = network.plan;
  standing(): Promise<NetworkStanding | null> {
    return Promise.resolve({ ...network, plan: this.plan });
  }
}

/** One decision, whoever asks. */
class OneDecision extends Decisions {
  answer: DecisionStanding | null = null;
  standing(): Promise<DecisionStanding | null> {
    return Promise.resolve(this.answer);
  }
}

/** One agreement, whoever asks. */
class OneAgreement extends Agreements {
  answer: AgreementStanding | null = null;
  standing(): Promise<AgreementStanding | null> {
    return Promise.resolve(this.answer);
  }
}

/** What is bound of the one plan. */
class OneBudget extends Budgets {
  answer: BudgetStanding | null = null;
  standing(): Promise<BudgetStanding | null> {
    return Promise.resolve(this.answer);
  }
}

/** Who gives a command, and what comes with it. */
type About = Partial<Pick<Envelope, 'by' | 'documents' | 'reasonRef' | 'seenRevision'>> &
  Readonly<{ person?: PersonRef; nth?: number }>;

type Said = readonly [plan: PlanId, type: string, data?: object, about?: About];

/** The handler and the processes of this context on a log in memory, without the gateway. */
export class World {
  readonly store = new MemoryEventStore();
  readonly privateStore = new MemoryPrivateStore();
  readonly decisions = new OneDecision();
  readonly networks = new OneNetwork();
  readonly agreements = new OneAgreement();
  readonly budgets = new OneBudget();
  readonly calls = new OneCall();
  /** What failed in a process that was no rule. */
  readonly troubles: unknown[] = [];
  readonly #instance = new TestInstance();
  readonly #clock = new StillClock();
  readonly #plans: StreamedPlans;
  readonly #handler: PlanHandler;
  readonly #claims: ClaimHandler;
  readonly #running: { runner: ProcessRunner<unknown>; ended: Promise<void> }[] = [];
  #commands = 0;

  constructor() {
    const parts = { index: new EmptyIndex(), snapshots: new NoSnapshots() };
    const transactions = new StoreTransactions({
      ...{ store: this.store, clock: this.#clock, instance: this.#instance, ...parts },
    });
    const grounds = new PlanGrounds({
      ...{ agreements: this.agreements, budgets: this.budgets },
      ...{ calls: this.calls, claims: new StreamClaims(transactions) },
      ...{ decisions: this.decisions, networks: this.networks, partners: new TwoPartners() },
      ...{ instance: this.#instance, privateStore: this.privateStore },
    });
    this.#plans = new StreamedPlans(transactions);
    this.#handler = new PlanHandler(transactions, grounds, new Correlations(this.store));
    this.#claims = new ClaimHandler(transactions);
  }

  /** A person's command; a repeat names the number of the first. */
  say(...[plan, type, data = {}, about = {}]: Said): Promise<Answer> {
    this.#commands += 1;
    const { nth = this.#commands, person = personRef(1), ...more } = about;
    const commandId = derivedId(this.#instance.facts.id, 'command', nth);
    const envelope = { ...this.#envelope(commandId, person), ...more };
    return this.#handler.execute(new PlanRequest(plan, { type, data } as never, envelope));
  }

  async upload(text: string): Promise<Sha256> {
    const about = { mediaType: 'application/pdf', maxBytes: 10_000 };
    const content = Readable.from([Buffer.from(text)]);
    return (await this.privateStore.putDocument(content, about)).sha256;
  }

  async read(sha256: Sha256): Promise<Buffer> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of (await this.privateStore.readDocument(sha256)) ?? []) {
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  }

  async standing(id: PlanId): Promise<PlanStanding> {
    const found = await this.#plans.standing(id);
    if (!found) throw new Error(`there is no ${id}`);
    return found;
  }

  async types(stream: string): Promise<string[]> {
    const found: string[] = [];
    for await (const { type } of this.store.readStream(stream)) found.push(type);
    return found;
  }

  /** A fact of another context. */
  async happened(stream: string, type: string, data: object): Promise<void> {
    const commandId = derivedId(this.#instance.facts.id, stream, type);
    const meta = {
      ...{ recordedAt: now, salt: '0'.repeat(32), commandId, correlationId: commandId },
      ...{ commandHash: '0'.repeat(64), actor: { personRef: personRef(1) } },
      auth: { issuer: 'test', assurance: 'none' },
    };
    const event = { id: commandId, type, schema: 1, data: data as JsonObject, meta };
    await this.store.append(stream, [event as unknown as NewEvent], { expected: 'any' });
  }

  run(): void {
    for (const definition of [initiationProcess, adoptionProcess]) {
      const runner = this.#runner(definition);
      this.#running.push({ runner, ended: runner.run() });
    }
  }

  /** Until every process has nothing left to do, that which its own commands led to included. */
  async settled(): Promise<void> {
    for (;;) {
      const head = await this.store.head();
      await Promise.all(this.#running.map(({ runner }) => runner.settled()));
      if ((await this.store.head()) === head) return;
    }
  }

  async stop(): Promise<void> {
    for (const { runner } of this.#running) runner.stop();
    await Promise.all(this.#running.map(({ ended }) => ended));
  }

  #runner(definition: ProcessDefinition<unknown>): ProcessRunner<unknown> {
    const send = (command: SystemCommand) => this.#receive(command);
    const sender = new (class extends CommandSender {
      send = send;
    })();
    return new ProcessRunner(definition, {
      ...{ store: this.store, clock: this.#clock, instance: this.#instance, sender },
      checkpoints: new NoCheckpoints(),
      trouble: ({ error }) => this.troubles.push(error),
    });
  }

  #receive(command: SystemCommand): Promise<Answer> {
    const { aggregate, target, type, data, actor, commandId, causationId } = command;
    const envelope = { ...this.#envelope(commandId, actor.person), causationId };
    const asked = { type, data } as never;
    return aggregate === 'claim'
      ? this.#claims.execute(new ClaimRequest(target, asked, envelope))
      : this.#handler.execute(new PlanRequest(target, asked, envelope));
  }

  #envelope(commandId: Uuid, person: PersonRef): Envelope {
    return {
      ...{ commandId, commandHash: '0'.repeat(64) as Sha256, correlationId: commandId },
      by: { person, mandate: null, organisation: null },
      auth: { issuer: 'test', assurance: 'none' },
      ...{ at: now, today: '2030-01-01' as LocalDate, basis: [] },
    };
  }
}
