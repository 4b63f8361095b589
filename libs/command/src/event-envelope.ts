import { randomBytes } from 'node:crypto';
import type { JsonObject, Meta, NewEvent, Uuid } from '@tavolo/event-store';
import type { Command, Instant } from '@tavolo/kernel';
import type { Envelope } from './envelope.js';
import { derivedId } from './instance.js';
import type { Aggregate, AnyEvent } from './request.js';

interface Around<S, C extends Command<string, object>, E extends AnyEvent> {
  readonly aggregate: Aggregate<S, C, E>;
  readonly envelope: Envelope;
  readonly stream: string;
  readonly result: JsonObject;
  readonly instance: Uuid;
  readonly recordedAt: Instant;
}

/**
 * Facts as the log keeps them. An event id is derived from instance, person, commandId, stream
 * and index: unique in the log, the same for a retry, and not of a client's choosing.
 */
export function eventsOf<S, C extends Command<string, object>, E extends AnyEvent>(
  facts: readonly E[],
  { aggregate, envelope, stream, result, instance, recordedAt }: Around<S, C, E>,
): readonly NewEvent[] {
  return facts.map(({ type, data }, index) => ({
    id: derivedId(instance, envelope.by.person, envelope.commandId, stream, index),
    type,
    schema: (aggregate.upcasters?.[type]?.length ?? 0) + 1,
    data: data as JsonObject,
    meta: metaOf(envelope, result, recordedAt),
  }));
}

function metaOf(envelope: Envelope, result: JsonObject, recordedAt: Instant): Meta {
  const { person, mandate, organisation } = envelope.by;
  return {
    recordedAt,
    salt: randomBytes(16).toString('hex'),
    commandId: envelope.commandId,
    commandHash: envelope.commandHash,
    result,
    correlationId: envelope.correlationId,
    ...only('causationId', envelope.causationId),
    actor: {
      personRef: person,
      ...only('mandateRef', mandate ?? undefined),
      ...only('organisationId', organisation ?? undefined),
    },
    auth: envelope.auth,
    ...only('policy', envelope.policy),
    ...(envelope.basis.length > 0 && { basis: envelope.basis }),
    ...only('reasonRef', envelope.reasonRef),
    ...only('legalBasis', envelope.legalBasis),
    ...only('authorisation', envelope.authorisation),
    ...only('documents', envelope.documents),
    ...only('effectiveOn', envelope.effectiveOn),
  };
}

function only<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
