import { START } from '@tavolo/event-store';
import type { Appended, EventStore, JsonObject, NewEvent, Position } from '@tavolo/event-store';
import type { Command, PersonRef, Refusal } from '@tavolo/kernel';
import { appendCertainly, realTiming } from './certain-append.js';
import type { Timing } from './certain-append.js';
import { commonRules } from './common.rules.js';
import type { Clock } from './clock.js';
import type { CommandIndex } from './command-index.js';
import type { Earlier } from './command-index.js';
import { refused } from './envelope.js';
import type { Answer, Envelope } from './envelope.js';
import { Busy } from './errors.js';
import { eventsOf } from './event-envelope.js';
import { decidedByPerson } from './four-eyes.js';
import { InTurn } from './in-turn.js';
import type { Instance } from './instance.js';
import { RecentCommands } from './recent-commands.js';
import { Rehearsal } from './rehearsal.js';
import type { Aggregate, AnyEvent, CommandRequest, Grounded } from './request.js';
import type { Snapshots } from './snapshots.js';
import { StreamStates } from './stream-states.js';
import type { StreamState } from './stream-states.js';
import { Transactions } from './transactions.js';
import type { Loaded } from './transactions.js';

const DEADLINE_MS = 5_000;
const MAX_PAUSE_MS = 50;

export type Parts = Readonly<{
  store: EventStore;
  clock: Clock;
  instance: Instance;
  index: CommandIndex;
  snapshots: Snapshots;
  /** Told of every append, so that projections need not poll. */
  onAppend?: (appended: Appended) => void;
  timing?: Timing;
  /**
   * Why a person whose command was let in acts no more: asked at each decision, right before what
   * follows from it is written. Null for who goes on.
   */
  keptOut?: (person: PersonRef) => Refusal | null;
  /** Who else is the same pair of eyes, where two are wanted. */
  countedWith?: (person: PersonRef) => readonly PersonRef[];
}>;

/** `Transactions` on an event store. */
export class StoreTransactions extends Transactions {
  readonly #parts: Parts;
  readonly #states: StreamStates;
  readonly #recent: RecentCommands;
  /** Commands on one stream queue inside a process, so that they do not conflict with each other. */
  readonly #turns = new InTurn();
  readonly #timing: Timing;
  readonly #countedWith: NonNullable<Parts['countedWith']>;

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
    this.#timing = parts.timing ?? realTiming;
    this.#countedWith = parts.countedWith ?? (() => []);
    this.#states = new StreamStates(parts.store, parts.snapshots);
    this.#recent = new RecentCommands(parts.index, parts.store);
  }

  run<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    request: CommandRequest<C>,
    ground: (state: S) => Grounded<C> | Promise<Grounded<C>>,
  ): Promise<Answer> {
    const rehearsal = Rehearsal.current;
    if (rehearsal) return this.#rehearsed(aggregate, request, { ground, rehearsal });
    return this.#turns.run(request.target, async () => {
      const { elapsedMs, pause, chance } = this.#timing;
      const deadline = elapsedMs() + DEADLINE_MS;
      for (let attempt = 1; ; attempt += 1) {
        const answer = await this.#attempt(aggregate, request, { ground, deadline });
        if (answer) return answer;
        if (elapsedMs() > deadline) throw new Busy(request.target);
        // A little longer each time and never in step: the other writer must get through.
        await pause(chance() * Math.min(MAX_PAUSE_MS, 2 ** attempt));
      }
    });
  }

  async load<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    stream: string,
    upTo?: Position,
  ): Promise<Loaded<S> | null> {
    const found =
      upTo === undefined
        ? await this.#found(aggregate, stream)
        : await this.#states.upTo(aggregate, stream, upTo);
    if (!found) return null;
    return { state: found.state, revision: found.revision, basis: found.basis };
  }

  /** The first answer of this person's command, where there is one (X-13 is the caller's). */
  async earlier(envelope: Envelope, stream: string | null): Promise<Earlier | null> {
    const rehearsed = Rehearsal.current?.earlier(envelope);
    return rehearsed ?? (await this.#recent.find(envelope, stream));
  }

  /** As it stands, or as it would stand in the rehearsal that is going on. */
  async #found<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    stream: string,
  ): Promise<StreamState<S> | null> {
    return Rehearsal.current?.stateOf<S>(stream) ?? (await this.#states.load(aggregate, stream));
  }

  /** Decides as in earnest; what would be appended is added to the rehearsal alone. */
  async #rehearsed<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    request: CommandRequest<C>,
    { ground, rehearsal }: Pick<Attempt<S, C>, 'ground'> & { readonly rehearsal: Rehearsal },
  ): Promise<Answer> {
    const { envelope, target: stream } = request;
    const decided = await this.#decided(aggregate, request, ground);
    if ('outcome' in decided) return decided;
    if ('apart' in decided) throw new Error(`${request.asked.type} cannot be rehearsed`);
    const { events, found, result } = decided;
    const after = rehearsal.add(aggregate, stream, { found, events });
    const { revision = 0, position = START, eventId = envelope.commandId } = after ?? {};
    const { commandHash } = envelope;
    const first: Earlier = { commandHash, result, stream, revision, position, eventId };
    rehearsal.remember(envelope, first);
    return { outcome: 'accepted', receipt: receiptOf(first, envelope, false), result };
  }

  /** Null: another writer was faster, decide again. */
  async #attempt<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    request: CommandRequest<C>,
    { ground, deadline }: Attempt<S, C>,
  ): Promise<Answer | null> {
    const { envelope, target } = request;
    const decided = await this.#decided(aggregate, request, ground);
    if ('outcome' in decided) return decided;
    const keptOut = this.#parts.keptOut?.(envelope.by.person);
    if (keptOut) return refused(keptOut);
    if ('apart' in decided) return await decided.apart();
    const { events, found, result } = decided;
    const expected = found ? found.revision : 'noStream';
    const sending = { stream: target, events, expected, commandId: envelope.commandId } as const;
    const { store } = this.#parts;
    const appended = await appendCertainly(store, sending, { timing: this.#timing, deadline });
    return appended && this.#answer(envelope, events, { appended, result, stream: target });
  }

  /** The facts that the command leads to, or its answer where it leads to none. */
  async #decided<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    request: CommandRequest<C>,
    ground: Attempt<S, C>['ground'],
  ): Promise<Answer | Apart | Decided<S>> {
    const { envelope, target } = request;
    const reached = this.#recent.reached;
    const earlier = await this.earlier(envelope, target);
    if (earlier) return repeated(earlier, envelope);
    const decided = await this.#decidedAnew(aggregate, request, ground);
    // Another replica may have carried it out since: then what it did is why there is nothing to do,
    // or it stands in the state that was decided on, and an append after that would do it twice.
    const isLookedAt = 'found' in decided && (decided.found?.position ?? START) <= reached;
    if ('apart' in decided || isLookedAt) return decided;
    const meanwhile = await this.earlier(envelope, target);
    return meanwhile ? repeated(meanwhile, envelope) : decided;
  }

  async #decidedAnew<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    request: CommandRequest<C>,
    ground: Attempt<S, C>['ground'],
  ): Promise<Answer | Apart | Decided<S>> {
    const { envelope, target } = request;
    const found = await this.#found(aggregate, target);
    const kept = keepsForm(aggregate, request, found);
    if (kept) return refused(kept);
    const state = found ? found.state : aggregate.decider.initial;
    const grounded = await ground(state);
    if (!('command' in grounded)) return answered(grounded);
    const asked = { command: grounded.command, state };
    const others = this.#countedWith(envelope.by.person);
    const decision = decidedByPerson(aggregate.decider, asked, others);
    if (decision.outcome === 'refused') return refused(decision.refusal);

    const result = { id: target, ...grounded.result };
    if (decision.events.length === 0) {
      const { apart } = grounded;
      return apart ? { apart } : nothingToAppend(request, found, result);
    }
    const basis = [...envelope.basis, ...(grounded.basis ?? [])];
    const correlationId = grounded.correlationId ?? envelope.correlationId;
    const events = eventsOf(decision.events, {
      aggregate,
      envelope: { ...envelope, basis, correlationId },
      stream: target,
      result,
      instance: this.#parts.instance.facts.id,
      recordedAt: this.#parts.clock.now(),
    });
    return { events, found, result };
  }

  #answer(
    envelope: Envelope,
    events: readonly NewEvent[],
    { appended, result, stream }: { appended: Appended; result: JsonObject; stream: string },
  ): Answer {
    const { revision, position } = appended;
    const { commandHash } = envelope;
    const eventId = events[0]?.id ?? envelope.commandId;
    const first: Earlier = { commandHash, result, stream, revision, position, eventId };
    this.#recent.remember(envelope, first);
    this.#parts.onAppend?.(appended);
    return { outcome: 'accepted', receipt: receiptOf(first, envelope, false), result };
  }
}

interface Decided<S> {
  readonly events: readonly NewEvent[];
  readonly found: StreamState<S> | null;
  readonly result: JsonObject;
}

interface Attempt<S, C> {
  readonly ground: (state: S) => Grounded<C> | Promise<Grounded<C>>;
  readonly deadline: number;
}

/** which need no decider. */
function keepsForm<S, C extends Command<string, object>, E extends AnyEvent>(
  aggregate: Aggregate<S, C, E>,
  { asked, envelope, target }: CommandRequest<C>,
  found: StreamState<S> | null,
): Refusal | null {
  const founds = aggregate.creates.includes(asked.type);
  if (!found && !founds && aggregate.derived !== true) {
    return { ...commonRules.Unknown, details: { id: target } };
  }
  const { seenRevision: seen } = envelope;
  if (seen === undefined || !found) return null;
  if (seen > found.revision) {
    return { ...commonRules.RevisionUnknown, details: { seen, current: found.revision } };
  }
  if (found.contentRevision <= seen) return null;
  return { ...commonRules.ContentMoved, details: { seen, current: found.contentRevision } };
}

/** What an accepted command without a fact does beside the log. */
type Apart = Readonly<{ apart: () => Promise<Answer | null> }>;

/** What needs no decision: a ground that is missing, or an answer that was given before. */
function answered(grounded: { readonly refusal: Refusal } | { readonly answer: Answer }): Answer {
  return 'answer' in grounded ? grounded.answer : refused(grounded.refusal);
}

function repeated(earlier: Earlier, envelope: Envelope): Answer {
  if (earlier.commandHash !== envelope.commandHash) {
    return refused({ ...commonRules.OtherInput, details: { commandId: envelope.commandId } });
  }
  const receipt = receiptOf(earlier, envelope, true);
  return { outcome: 'accepted', receipt, result: earlier.result };
}

function receiptOf(
  { stream, revision, position, eventId }: Earlier,
  { commandId }: Envelope,
  isRepeat: boolean,
) {
  return { commandId, stream, revision, position, eventId, repeated: isRepeat };
}

function nothingToAppend<C extends Command<string, object>>(
  { target, envelope }: CommandRequest<C>,
  found: StreamState<unknown> | null,
  result: Earlier['result'],
): Answer {
  if (!found) throw new Error(`a command on the new stream ${target} was accepted without a fact`);
  const { revision, position, eventId } = found;
  const earlier = { commandHash: envelope.commandHash, result, stream: target };
  return repeated({ ...earlier, revision, position, eventId }, envelope);
}
