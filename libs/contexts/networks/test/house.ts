import { Agreements } from '@tavolo/agreements';
import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import {
  Clock,
  CommandIndex,
  derivedId,
  Instance,
  NoSnapshots,
  StoreTransactions,
} from '@tavolo/command';
import type { Answer, Envelope, InstanceFacts } from '@tavolo/command';
import { MemoryEventStore, START } from '@tavolo/event-store';
import type { RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { Partners } from '@tavolo/partners';
import type { PartnerId, PartnerKind, PartnerStanding } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import type { PlanId, PlanStanding } from '@tavolo/plans';
import { Calls } from '@tavolo/programmes';
import type { CallStanding } from '@tavolo/programmes';
import { NetworkGrounds } from '../application/network.grounds.js';
import { NetworkHandler, NetworkRequest } from '../application/network.handler.js';
import { NetworkTies } from '../application/network.ties.js';
import { StreamedNetworks } from '../application/networks.js';
import { SplitParts } from '../application/split.parts.js';
import { TreeHandler, TreeRequest } from '../application/tree.handler.js';
import { NetworkObligations } from '../contract/index.js';
import type { NetworkId, OpenObligations } from '../contract/index.js';

// What the specs of this context share; nothing else imports it.

class StillClock extends Clock {
  now(): Instant {
    return '2030-01-01T12:00:00.000Z' as Instant;
  }
}

class TestInstance extends Instance {
  readonly facts = { id: uuid(10) } as InstanceFacts;
}

/** An index that has read nothing: repeats are found in the streams themselves. */
class EmptyIndex extends CommandIndex {
  position() {
    return START;
  }
  find() {
    return Promise.resolve(null);
  }
}

/** `00000000-0000-4000-8000-<n>`, so that a test can name what it means. */
export function uuid(n: number): Uuid {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;
}

/** An id of any category, `plan-…`. */
export function id(category: string, n: number): string {
  return `${category}-${uuid(n)}`;
}

class KnownPartners extends Partners {
  readonly known = new Map<string, PartnerStanding>();
  standing(partner: PartnerId) {
    return Promise.resolve(this.known.get(partner) ?? null);
  }
}

class KnownPlans extends Plans {
  readonly known = new Map<string, PlanStanding>();
  standing(plan: PlanId) {
    return Promise.resolve(this.known.get(plan) ?? null);
  }
}

class OneCall extends Calls {
  constructor(private readonly call: Partial<CallStanding>) {
    super();
  }
  standing() {
    return Promise.resolve(this.call as CallStanding);
  }
}

class KnownAgreements extends Agreements {
  readonly known = new Map<string, AgreementStanding>();
  standing(agreement: AgreementId) {
    return Promise.resolve(this.known.get(agreement) ?? null);
  }
}

/** What a test says is open. */
class SaidObligations extends NetworkObligations {
  readonly open = new Map<string, OpenObligations>();
  openOf(network: NetworkId) {
    return Promise.resolve(this.open.get(network) ?? null);
  }
}

/** The content of a command, and who gives it where that matters. */
type Given = Readonly<{ by?: Partial<Envelope['by']>; [field: string]: unknown }>;

/** Networks over a store in memory; partners, plans and agreements are what a test says. */
export class House {
  readonly store = new MemoryEventStore();
  readonly partners = new KnownPartners();
  readonly plans = new KnownPlans();
  readonly agreements = new KnownAgreements();
  readonly obligations = new SaidObligations();
  readonly networks: StreamedNetworks;
  readonly #networks: NetworkHandler;
  readonly #trees: TreeHandler;
  #commands = 0;

  constructor(call: Partial<CallStanding> = {}) {
    const transactions = new StoreTransactions({
      store: this.store,
      clock: new StillClock(),
      instance: new TestInstance(),
      index: new EmptyIndex(),
      snapshots: new NoSnapshots(),
    });
    const terms = { leadKinds: [], mandatoryCategories: [], basis: basisOf('call-1'), ...call };
    const grounds = new NetworkGrounds(this.partners, this.plans, new OneCall(terms));
    const ties = new NetworkTies(transactions, this.agreements, this.obligations);
    const parts = new SplitParts(grounds, ties, new TestInstance());
    this.networks = new StreamedNetworks(transactions);
    this.#networks = new NetworkHandler(transactions, grounds, ties);
    this.#trees = new TreeHandler(transactions, ties, parts);
  }

  /** A partner that is eligible for the whole year, with one power to act. */
  partner(partner: PartnerId, kind: PartnerKind, more: Partial<PartnerStanding> = {}): void {
    const standing = { id: partner, kind, status: 'Eligible', basis: basisOf(partner) };
    const eligible = { eligibleUntil: '2030-12-31', representations: [], ...more };
    this.partners.known.set(partner, { ...standing, ...eligible } as unknown as PartnerStanding);
  }

  plan(plan: PlanId, lead: PartnerId): void {
    const standing = { id: plan, lead, call: 'call-1', status: 'CoProgramming' };
    const known = { ...standing, basis: basisOf(plan) } as unknown as PlanStanding;
    this.plans.known.set(plan, known);
  }

  /** Gives a command to a network or to the tree of a plan, as its target says. */
  send(target: string, type: string, { by, ...data }: Given) {
    this.#commands += 1;
    const envelope = envelopeOf(this.#commands, by);
    return target.startsWith('tree-')
      ? this.#trees.execute(
          new TreeRequest(target, { type, data } as TreeRequest['asked'], envelope),
        )
      : this.#networks.execute(
          new NetworkRequest(target, { type, data } as NetworkRequest['asked'], envelope),
        );
  }

  /** As `send`, for steps that a test takes for granted. */
  async done(...given: Parameters<House['send']>): Promise<Answer> {
    const answer = await this.send(...given);
    if (answer.outcome === 'refused') throw new Error(JSON.stringify(answer.refusal));
    return answer;
  }

  async events(stream: string): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream)) found.push(event);
    return found;
  }
}

function basisOf(stream: string) {
  return { stream, revision: 3 };
}

function envelopeOf(n: number, by: Given['by']): Envelope {
  const commandId = derivedId(uuid(0), 'command', n);
  return {
    commandId,
    commandHash: 'ab'.repeat(32) as Sha256,
    correlationId: commandId,
    by: { person: id('person', 1) as PersonRef, mandate: null, organisation: null, ...by },
    auth: { issuer: 'test', assurance: 'low' },
    at: '2030-01-01T12:00:00.000Z' as Instant,
    today: '2030-01-01' as LocalDate,
    basis: [],
  };
}
