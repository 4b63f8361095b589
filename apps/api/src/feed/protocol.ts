import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPackageDefinition } from '@grpc/grpc-js';
import type { GrpcObject, ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import type { RecordedEvent } from '@tavolo/event-store';
import { canonicalJson } from '@tavolo/kernel';

const FILE = 'proto/tavolo/audit/v1/audit_feed.proto';

/** What a call asks for. */
export type ReadLogRequest = Readonly<{
  afterPosition: string;
  categories: readonly string[];
  typePrefixes: readonly string[];
  follow: boolean;
}>;

/** What it is answered with, one after the other. */
export type ReadLogResponse =
  | Readonly<{ event: ReturnType<typeof messageOf> }>
  | Readonly<{ checkpoint: Readonly<{ position: string }> }>
  | Readonly<{ caughtUp: object }>;

/** The service as grpc-js takes it, read from its one description. */
export function auditFeed(): ServiceClientConstructor {
  const options = { longs: String, defaults: true, oneofs: true };
  const loaded = loadPackageDefinition(loadSync(described(), options));
  const audit = (loaded.tavolo as GrpcObject).audit as GrpcObject;
  return (audit.v1 as GrpcObject).AuditFeedService as ServiceClientConstructor;
}

/** Upwards from this file: it lies elsewhere in the source than in the build. */
function described(): string {
  let above = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(above, FILE))) {
    const parent = dirname(above);
    if (parent === above) throw new Error(`${FILE} is missing`);
    above = parent;
  }
  return join(above, FILE);
}

/** A fact for the wire: what a history tells of it, without names and texts. */
export function messageOf({ meta, data, ...event }: RecordedEvent) {
  const { actor, documents = [], legalBasis = [] } = meta;
  const { id, stream, revision, position, type, schema } = event;
  return {
    ...{ id, stream, revision, position, type, schema },
    ...{ dataJson: canonicalJson(data), recordedAt: meta.recordedAt },
    effectiveOn: meta.effectiveOn ?? '',
    actor: actor.personRef,
    mandate: actor.mandateRef ?? '',
    organisation: actor.organisationId ?? '',
    ...{ commandId: meta.commandId, correlationId: meta.correlationId },
    causationId: meta.causationId ?? '',
    legalBasis,
    authorisation: meta.authorisation ?? '',
    documents: documents.map(({ sha256 }) => sha256),
  };
}
