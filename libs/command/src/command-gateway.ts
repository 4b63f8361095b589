import { createHmac } from 'node:crypto';
import type { CommandBus } from '@nestjs/cqrs';
import type { Basis, DocumentRef, JsonObject, Uuid } from '@tavolo/event-store';
import { canonicalJson } from '@tavolo/kernel';
import type { Command, LocalDate, Refusal, Sha256 } from '@tavolo/kernel';
import type { PrivateStore } from '@tavolo/private-store';
import type { Act, ActGuard } from './act-guard.js';
import type { Clock } from './clock.js';
import type { CommandQueue } from './command-queue.js';
import { dayOf } from './clock.js';
import { commonRules } from './common.rules.js';
import { refused } from './envelope.js';
import type { Answer, Envelope } from './envelope.js';
import type { Admitted, Gatekeeper } from './gatekeeper.js';
import { InTurn } from './in-turn.js';
import type { Instance } from './instance.js';
import { derivedId } from './instance.js';
import { backdated, mandateRefusal, withoutGround } from './kept-out.js';
import type { Mandates } from './mandates.js';
import type { Mandate } from './mandates.js';
import type { Aggregate, AnyEvent, Asked, CommandRequest } from './request.js';
import type { Message, OnRefused, Sender } from './sender.js';
import type { StoreTransactions } from './store-transactions.js';
import type { Visibility } from './visibility.js';
export type { Message, Sender } from './sender.js';

/** What a sender may say beside the content of a command. */
export type Circumstances = Readonly<{
  commandId: Uuid;
  correlationId?: Uuid;
  causationId?: Uuid;
  /** A free text: it goes to the private store, its reference into the log. */
  reason?: string;
  legalBasis?: readonly string[];
  authorisation?: string;
  documents?: readonly DocumentRef[];
  effectiveOn?: LocalDate;
  seenRevision?: number;
}>;

/**
 * What stands in the hash for the content of a command, and what keeps it out before anything of it
 * is kept: said to nobody whom the mandate or the policies keep out.
 */
export type Discreet = Readonly<{ data: JsonObject; refusal: Refusal | null }>;

/**
 * Of an aggregate whose commands may hold what nothing kept of them may tell: asked before a
 * command is hashed and before its reason is stored. Null for a command with nothing to keep.
 */
export type Discretion = (
  message: Message,
  sender: Sender,
  about: Circumstances,
) => Promise<Discreet | null>;

/** Does something around the work of a command, whose answer it gives back. */
export type Around = (
  given: Readonly<{ message: Message; sender: Sender; about: Circumstances }>,
  work: () => Promise<Answer>,
) => Promise<Answer>;

type RequestClass = new (
  target: string,
  asked: Asked<Command<string, object>>,
  envelope: Envelope,
) => CommandRequest<Command<string, object>>;

interface Door {
  readonly request: RequestClass;
  readonly creates: readonly string[];
  readonly ofEffect: readonly string[];
  /** It is there with what it is derived from. */
  readonly derived: boolean;
  readonly discretion?: Discretion;
}

/**
 * The one door for every command, of people and of processes alike: completes the envelope,
 * answers a repeat, keeps the rules that are the same for all, asks the
 * policies, and hands over to the handler.
 */
export class CommandGateway {
  readonly #doors = new Map<string, Door>();
  readonly #turns = new InTurn();
  #hashKey: Promise<string> | null = null;
  #visibility: Visibility | null = null;

  constructor(
    private readonly parts: Readonly<{
      bus: CommandBus;
      clock: Clock;
      gatekeeper: Gatekeeper;
      /** Absent where every act is for everybody, as in a test of something else. */
      guard?: ActGuard;
      instance: Instance;
      mandates: Mandates;
      privateStore: PrivateStore;
      /** Without one, so many commands are taken on as are sent. */
      queue?: CommandQueue;
      /** Around the work of each command, for whoever traces it. */
      around?: Around;
      transactions: StoreTransactions;
      /** Told of every answer, for whoever counts them. */
      answered?: (message: Message, answer: Answer) => void;
      /** Of what a person is refused; a process sees to its own. */
      onRefused?: OnRefused;
    }>,
  ) {}

  /** Called once by the module of each aggregate. */
  register<S, C extends Command<string, object>, E extends AnyEvent>(
    { category, creates, ofEffect = [], derived = false }: Aggregate<S, C, E>,
    request: new (target: string, asked: Asked<C>, envelope: Envelope) => CommandRequest<C>,
    discretion?: Discretion,
  ): void {
    if (this.#doors.has(category)) throw new Error(`two handlers for the commands of ${category}`);
    const door = { request: request as unknown as RequestClass, creates, ofEffect, derived };
    this.#doors.set(category, discretion ? { ...door, discretion } : door);
  }

  /** Called once by who knows what is there for whom; without it everything is there for everybody. */
  hides(visibility: Visibility): void {
    this.#visibility = visibility;
  }

  /** Whether a command founds what it is about. */
  founds({ aggregate, type }: Pick<Message, 'aggregate' | 'type'>): boolean {
    return this.#doors.get(aggregate)?.creates.includes(type) === true;
  }

  /**
   * A person's commands of one commandId are taken one after another: the second meets the first.
   * @throws TooManyCommands | Busy | OutcomeUnknown | UpgradePending | StoreUnavailable
   */
  async send(message: Message, sender: Sender, about: Circumstances): Promise<Answer> {
    const { around, queue } = this.parts;
    const key = `${sender.person} ${about.commandId}`;
    const inTurn = () => this.#turns.run(key, () => this.#send(message, sender, about));
    const work = around ? () => around({ message, sender, about }, inTurn) : inTurn;
    const isPerson = sender.system !== true;
    const answer = await (queue && isPerson ? queue.enter(work) : work());
    this.parts.answered?.(message, answer);
    if (answer.outcome === 'refused' && isPerson)
      this.parts.onRefused?.({ message, sender, refusal: answer.refusal });
    return answer;
  }

  async #send(message: Message, sender: Sender, about: Circumstances): Promise<Answer> {
    const door = this.#doors.get(message.aggregate);
    if (!door) throw new Error(`nobody handles commands of ${message.aggregate}`);
    const target = this.#targetOf(message, door, { sender, about });
    const discreet = (await door.discretion?.(message, sender, about)) ?? null;
    const envelope = await this.#envelope({ ...message, ...only(discreet) }, sender, about);
    const earlier = await this.parts.transactions.earlier(envelope, target);
    if (earlier) return await this.#execute(door, { target, message, envelope });
    const mandate = sender.system === true ? null : await this.#mandateOf(sender);
    const refusal = await this.#keptOut({ sender, about, mandate }, { door, message, envelope });
    if (refusal) return refused(refusal);
    const admitted = await this.#admitted({ message, target, sender, mandate });
    if ('refusal' in admitted) return refused(admitted.refusal);
    // Only whoever may vote there is told how the vote is held; no reason is kept before.
    if (discreet?.refusal) return refused(discreet.refusal);
    const complete = await this.#complete(envelope, about, { mandate, admitted });
    return await this.#execute(door, { target, message, envelope: complete });
  }

  #execute(
    { request: Request }: Door,
    { target, message, envelope }: { target: string; message: Message; envelope: Envelope },
  ): Promise<Answer> {
    const asked = { type: message.type, data: message.data };
    // The bus throws at once where a handler is missing; this way it is a rejection like others.
    return Promise.try(() => this.parts.bus.execute(new Request(target, asked, envelope)));
  }

  #targetOf(
    { aggregate, type, target }: Message,
    { creates }: Door,
    { sender, about }: { sender: Sender; about: Circumstances },
  ): string {
    if (target !== null) return target;
    if (!creates.includes(type)) throw new Error(`${type} names no ${aggregate}`);
    const { id } = this.parts.instance.facts;
    return `${aggregate}-${derivedId(id, sender.person, about.commandId, aggregate)}`;
  }

  async #envelope(message: Message, sender: Sender, about: Circumstances): Promise<Envelope> {
    const at = this.parts.clock.now();
    const { commandId, correlationId = commandId, causationId, ...said } = about;
    const { reason, ...rest } = said;
    const input = { ...message, ...said, mandate: sender.mandate };
    return {
      ...rest,
      ...(causationId !== undefined && { causationId }),
      commandId,
      commandHash: await this.#hashOf(reason === undefined ? input : { ...input, reason }),
      correlationId,
      by: { person: sender.person, mandate: sender.mandate, organisation: null },
      auth: sender.auth,
      at,
      today: dayOf(at, this.parts.instance.facts.zone),
      basis: [],
    };
  }

  /** Keyed by a secret of the instance: the input may hold what must not be guessed from the log. */
  async #hashOf(input: unknown): Promise<Sha256> {
    this.#hashKey ??= this.parts.privateStore.secret('command-hash');
    const key = Buffer.from(await this.#hashKey, 'hex');
    return createHmac('sha256', key).update(canonicalJson(input)).digest('hex') as Sha256;
  }

  /** What is the same for every aggregate, in the order in which a person can set it right. */
  async #keptOut(
    { sender, about, mandate }: { sender: Sender; about: Circumstances; mandate: Mandate | null },
    { door, message, envelope }: { door: Door; message: Message; envelope: Envelope },
  ): Promise<Refusal | null> {
    const isPerson = sender.system !== true;
    const ofEffect = isPerson && door.ofEffect.includes(message.type);
    return (
      (isPerson ? mandateRefusal(mandate, envelope.today) : null) ??
      (isPerson ? backdated(about, envelope.today) : null) ??
      (ofEffect ? withoutGround(about) : null) ??
      (await this.#unknownDocument(about.documents ?? []))
    );
  }

  /**
   * What a process says follows from an act that was guarded. Whom guard or policies keep out is
   * told so of what is there for them, and else that there is no such object.
   */
  async #admitted(act: Act): Promise<Admitted> {
    const isPerson = act.sender.system !== true;
    const refusal = isPerson ? await this.parts.guard?.refusalOf(act) : null;
    const admitted = refusal ? { refusal } : await this.parts.gatekeeper.admit(act);
    if (!isPerson || !('refusal' in admitted) || (await this.#isThere(act))) return admitted;
    return { refusal: { ...commonRules.Unknown, details: { id: act.target } } };
  }

  /** Of what is founded there is nothing yet to be hidden. */
  async #isThere({ message: { aggregate, target }, sender }: Act): Promise<boolean> {
    const isDerived = this.#doors.get(aggregate)?.derived === true;
    if (target === null || isDerived || !this.#visibility) return true;
    return await this.#visibility.isThere(target, sender);
  }

  /** X-3 for what is no command of an aggregate: null where the mandate holds today. */
  async refusalOfMandate(sender: Sender): Promise<Refusal | null> {
    const today = dayOf(this.parts.clock.now(), this.parts.instance.facts.zone);
    const refusal = mandateRefusal(await this.#mandateOf(sender), today);
    if (refusal) this.parts.onRefused?.({ message: null, sender, refusal });
    return refusal;
  }

  async #mandateOf({ mandate, person }: Sender): Promise<Mandate | null> {
    if (!mandate) return null;
    const found = await this.parts.mandates.find(mandate);
    return found?.person === person ? found : null;
  }

  async #unknownDocument(documents: readonly DocumentRef[]): Promise<Refusal | null> {
    if (documents.length === 0) return null;
    const known = await this.parts.privateStore.documents(
      documents.map(({ sha256: hash }) => hash),
    );
    const missing = documents.find(({ sha256: hash }) => !known.has(hash));
    if (!missing) return null;
    return { ...commonRules.DocumentUnknown, details: { sha256: missing.sha256 } };
  }

  async #complete(
    envelope: Envelope,
    { reason }: Circumstances,
    { mandate, admitted: { policy, basis } }: Readonly<{ mandate: Mandate | null; admitted: Let }>,
  ): Promise<Envelope> {
    const { by, commandId } = envelope;
    const key = `${by.person} ${commandId} reason`;
    const reasonRef =
      reason === undefined ? undefined : await this.parts.privateStore.putText(key, reason);
    return {
      ...envelope,
      by: { ...by, organisation: mandate?.organisation ?? null },
      policy,
      basis: mandate ? distinct([mandate.basis, ...basis]) : [],
      ...(reasonRef !== undefined && { reasonRef }),
    };
  }
}

type Let = Extract<Admitted, { readonly policy: unknown }>;

/** Each stream once, as it was read first. */
function distinct(basis: readonly Basis[]): readonly Basis[] {
  return [...new Map(basis.toReversed().map((each) => [each.stream, each])).values()].reverse();
}

function only(discreet: Discreet | null): Readonly<{ data?: JsonObject }> {
  return discreet ? { data: discreet.data } : {};
}
