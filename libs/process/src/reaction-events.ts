import { createHash, randomBytes } from 'node:crypto';
import { derivedId } from '@tavolo/command';
import type { Basis, Meta, NewEvent, Uuid } from '@tavolo/event-store';
import { canonicalJson, sentencesOf } from '@tavolo/kernel';
import type { Instant, LocalDate, PersonRef, Refusal, Sha256 } from '@tavolo/kernel';
import type { Reaction, Sentence, TimedInput } from './definition.js';
import type { ProcessManagerEvent } from './process.events.js';

/** The named actor under which a process gives its commands. */
export function systemActor(process: string): PersonRef {
  return `system:${process}` as PersonRef;
}

type Ending = Readonly<{ subject: string; input: TimedInput }>;

/** What follows an input on the stream: commands, timers, then how the process now stands. */
export function consequences<State>(
  reaction: Reaction<State>,
  { timers, ...ending }: Ending & Readonly<{ timers: readonly ProcessManagerEvent[] }>,
): readonly ProcessManagerEvent[] {
  const { commands = [] } = reaction;
  return [
    ...commands.map((data) => ({ type: 'ProcessCommandGiven', data }) as const),
    ...timers,
    ...standing(reaction, ending),
  ];
}

/** Done, waiting or stopped, in that order; none of them where it goes on by itself. */
function standing<State>(
  { commands = [], foreseen, waiting, stopped, done }: Reaction<State>,
  { subject, input }: Ending,
): readonly ProcessManagerEvent[] {
  if (done === true) return [{ type: 'ProcessFinished', data: { subject } }];
  if (waiting) {
    const { why, owner = null } = waiting;
    return [{ type: 'ProcessBeganWaiting', data: { subject, why, owner } }];
  }
  const refusal = refusalOf(input);
  if (stopped) return [stopOf(stopped, { subject, refusal })];
  // A refusal that leads to nothing else must be seen by somebody: it stops the process.
  if (!refusal || commands.length > 0 || foreseen === true) return [];
  return [stopOf({ why: sentencesOf(refusal) }, { subject, refusal })];
}

function stopOf(
  { why, owner }: Readonly<{ why: Sentence; owner?: string }>,
  { subject, refusal }: Readonly<{ subject: string; refusal: Refusal | null }>,
): ProcessManagerEvent {
  const ground = { rule: refusal?.rule ?? null, code: refusal?.code ?? null };
  return { type: 'ProcessStopped', data: { subject, why, owner: owner ?? null, ...ground } };
}

function refusalOf(input: TimedInput): Refusal | null {
  return input.kind === 'answer' && input.outcome === 'refused' ? input.refusal : null;
}

/** Where an append of a process belongs and what caused it. */
export type Cause = Readonly<{
  process: string;
  stream: string;
  /** Names the input: the same input gives the same event ids on every runner. */
  inputKey: string;
  causationId: Uuid;
  correlationId: Uuid;
  basis: readonly Basis[];
  /** The day from which it has effect, where that is not the day of the append. */
  effectiveOn?: LocalDate;
  /** By which policies the process goes on. */
  policy?: Meta['policy'];
}>;

/** The facts of one reaction as the log keeps them, with ids derived from the input. */
export function newEvents(
  facts: readonly ProcessManagerEvent[],
  cause: Cause,
  { instance, now }: Readonly<{ instance: Uuid; now: Instant }>,
): readonly NewEvent[] {
  const { stream, inputKey } = cause;
  return facts.map(({ type, data }, index) => ({
    id: derivedId(instance, stream, inputKey, index),
    type,
    schema: 1,
    data,
    meta: metaOf(cause, { instance, now }),
  }));
}

function metaOf(
  { process, stream, inputKey, causationId, correlationId, basis, effectiveOn, policy }: Cause,
  { instance, now }: Readonly<{ instance: Uuid; now: Instant }>,
): Meta {
  const input = canonicalJson({ stream, inputKey });
  return {
    recordedAt: now,
    salt: randomBytes(16).toString('hex'),
    commandId: derivedId(instance, stream, inputKey),
    commandHash: createHash('sha256').update(input).digest('hex') as Sha256,
    correlationId,
    causationId,
    actor: { personRef: systemActor(process) },
    auth: { issuer: 'tavolo', assurance: 'system' },
    ...(policy !== undefined && { policy }),
    ...(basis.length > 0 && { basis }),
    ...(effectiveOn !== undefined && { effectiveOn }),
  };
}
