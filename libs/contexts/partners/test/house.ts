import {
  Clock,
  CommandIndex,
  derivedId,
  Instance,
  Mandates,
  NoSnapshots,
  StoreTransactions,
} from '@tavolo/command';
import type { Answer, Envelope, InstanceFacts } from '@tavolo/command';
import { MemoryEventStore, START } from '@tavolo/event-store';
import type { RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PrivateStore } from '@tavolo/private-store';
import { ClaimHandler, ClaimRequest, StreamClaims } from '@tavolo/process';
import type { ProcessCommand, ProcessDefinition, ProcessInput } from '@tavolo/process';
import { partnerRegistration } from '../application/partner-registration.process.js';
import { PartnerGrounds } from '../application/partner.grounds.js';
import { PartnerHandler, PartnerRequest } from '../application/partner.handler.js';
import { PartnerMandates } from '../application/partner.mandates.js';
import { PartnerTies } from '../application/partner.ties.js';
import { StreamedPartners } from '../application/partners.js';
import { taxCodeRelease } from '../application/tax-code-release.process.js';
import { BindingAgreements, Commitments } from '../contract/index.js';
import type { BindingAgreement, OpenCommitments, PartnerId } from '../contract/index.js';

// What the specs of this context share; nothing else imports it.

class StillClock extends Clock {
  now(): Instant {
    return '2030-01-01T12:00:00.000Z' as Instant;
  }
}

class TestInstance extends Instance {
  readonly facts = { id: '00000000-0000-4000-8000-00000000000a' } as InstanceFacts;
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

/** `partner-…`, as many as a test wants. */
export function partnerId(n: number): string {
  return `partner-${uuid(n)}`;
}

/** What a test says is open. */
class SaidCommitments extends Commitments {
  readonly open = new Map<string, OpenCommitments>();
  openOf(partner: PartnerId) {
    return Promise.resolve(this.open.get(partner) ?? null);
  }
}

/** The agreements that a test says are in force. */
class SaidAgreements extends BindingAgreements {
  readonly inForce: BindingAgreement[] = [];
  of(_partner: PartnerId) {
    const basis = this.inForce.map(({ agreement: stream }) => ({ stream, revision: 9 }));
    return Promise.resolve({ agreements: this.inForce, basis });
  }
}

type Asked = Readonly<{ type: string; data: object }>;

/** Partners over a store in memory, with the real claims and the real registration process. */
export class House {
  readonly store = new MemoryEventStore();
  readonly #instance = new TestInstance();
  readonly #transactions = new StoreTransactions({
    store: this.store,
    clock: new StillClock(),
    instance: this.#instance,
    index: new EmptyIndex(),
    snapshots: new NoSnapshots(),
  });
  readonly #claims = new ClaimHandler(this.#transactions);
  readonly partners = new StreamedPartners(this.#transactions);
  readonly commitments = new SaidCommitments();
  readonly agreements = new SaidAgreements();
  readonly mandates = new PartnerMandates(this.partners, new Mandates());
  readonly #handler = new PartnerHandler(
    this.#transactions,
    new PartnerGrounds(secrets, new StreamClaims(this.#transactions), this.#instance),
    new PartnerTies(this.partners, this.commitments, this.agreements),
  );
  #commands = 0;

  /** Gives a command; `about` is what of the envelope matters to the test. */
  send(target: string, asked: Asked, about: Partial<Envelope> = {}): Promise<Answer> {
    this.#commands += 1;
    const envelope = envelopeOf(this.#commands, about);
    const request = asked as unknown as PartnerRequest['asked'];
    return this.#handler.execute(new PartnerRequest(target, request, envelope));
  }

  /** Hands the newest facts of a candidate to the registration process, and follows it to its end. */
  async followRegistration(partner: string): Promise<boolean> {
    const [event] = await this.events(partner);
    return this.#follow(partnerRegistration, '', inputOf(event));
  }

  /** Hands the last fact of a partner to the process that gives its tax code back. */
  async followRelease(partner: string): Promise<boolean> {
    const input = inputOf((await this.events(partner)).at(-1));
    if (taxCodeRelease.keyOf(input.event) === null) return false;
    return this.#follow(taxCodeRelease, null, input);
  }

  async #follow<S>(process: ProcessDefinition<S>, state: S, input: ProcessInput): Promise<boolean> {
    const reaction = process.react(state, input);
    const [command] = reaction.commands ?? [];
    if (!command) return reaction.done ?? false;
    const answer = await this.#perform(command);
    return this.#follow(process, reaction.state, { kind: 'answer', command, ...answer });
  }

  #perform({ aggregate, target, type, data }: ProcessCommand): Promise<Answer> {
    if (aggregate === 'partner') return this.send(target, { type, data });
    this.#commands += 1;
    const asked = { type, data } as unknown as ClaimRequest['asked'];
    return this.#claims.execute(new ClaimRequest(target, asked, envelopeOf(this.#commands, {})));
  }

  async events(stream: string): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream)) found.push(event);
    return found;
  }
}

function inputOf(event: RecordedEvent | undefined) {
  if (!event) throw new Error('the partner is not there');
  const { recordedAt } = event.meta;
  return { kind: 'event', event: { ...event, recordedAt } } as const;
}

const secrets = {
  secret: () => Promise.resolve('5e'.repeat(32)),
} as unknown as PrivateStore;

function envelopeOf(n: number, about: Partial<Envelope>): Envelope {
  const commandId = derivedId(uuid(0), 'command', n);
  return {
    commandId,
    commandHash: 'ab'.repeat(32) as Sha256,
    correlationId: commandId,
    by: { person: `person-${uuid(1)}` as PersonRef, mandate: null, organisation: null },
    auth: { issuer: 'test', assurance: 'low' },
    at: '2030-01-01T12:00:00.000Z' as Instant,
    today: '2030-01-01' as LocalDate,
    basis: [],
    ...about,
  };
}
