import { createHash } from 'node:crypto';
import { Clock, CommandIndex, Instance } from '@tavolo/command';
import type { InstanceFacts } from '@tavolo/command';
import { START } from '@tavolo/event-store';
import type { Position, Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { Networks } from '@tavolo/networks';
import { Partners } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import type { PlanId, PlanStanding } from '@tavolo/plans';
import { PrivateStore } from '@tavolo/private-store';
import type { DocumentInfo } from '@tavolo/private-store';
import { Checkpoints } from '@tavolo/process';

/** Stands still until it is moved. */
export class StillClock extends Clock {
  at = '2030-01-02T09:00:00.000Z' as Instant;
  now(): Instant {
    return this.at;
  }
}

/** An instance in Rome. */
export class RomanInstance extends Instance {
  readonly facts: InstanceFacts = {
    id: '00000000-0000-4000-8000-00000000000a' as Uuid,
    zone: 'Europe/Rome',
    demo: false,
    name: 'Regione',
    founder: 'person-00000000-0000-4000-8000-000000000001' as PersonRef,
    organisation: null,
  };
}

/** An index that has read nothing: every repeat is found in the tail of its stream. */
export class EmptyIndex extends CommandIndex {
  position(): Position {
    return START;
  }
  find(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** Forgets how far it came. */
export class NoCheckpoints extends Checkpoints {
  get(): Promise<null> {
    return Promise.resolve(null);
  }
  put(): Promise<void> {
    return Promise.resolve();
  }
}

/** There are none. */
export class NoNetworks extends Networks {
  standing(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** There are none. */
export class NoPartners extends Partners {
  standing(): Promise<null> {
    return Promise.resolve(null);
  }
}

/** Plans as their own streams would show them. */
export class KnownPlans extends Plans {
  readonly known = new Map<PlanId, PlanStanding>();
  standing(id: PlanId): Promise<PlanStanding | null> {
    return Promise.resolve(this.known.get(id) ?? null);
  }
}

/** Documents in memory, nothing else. */
export class DocumentsInMemory extends PrivateStore {
  readonly #about = new Map<Sha256, DocumentInfo>();

  async putDocument(
    content: AsyncIterable<Uint8Array>,
    { mediaType }: { readonly mediaType: string },
  ): Promise<DocumentInfo> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
    const about = { sha256, bytes: bytes.length, mediaType };
    this.#about.set(sha256, about);
    return about;
  }

  documents(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, DocumentInfo>> {
    const found = hashes.flatMap((hash) => this.#about.get(hash) ?? []);
    return Promise.resolve(new Map(found.map((about) => [about.sha256, about])));
  }

  readDocument(): Promise<null> {
    return Promise.resolve(null);
  }
  instanceId(): Promise<null> {
    return Promise.resolve(null);
  }
  bindTo(): Promise<void> {
    return Promise.resolve();
  }
  putText(key: string): Promise<string> {
    return Promise.resolve(`ref of ${key}`);
  }
  texts(): Promise<ReadonlyMap<string, string>> {
    return Promise.resolve(new Map());
  }
  putName(): Promise<void> {
    return Promise.resolve();
  }
  names(): Promise<ReadonlyMap<PersonRef, string>> {
    return Promise.resolve(new Map());
  }
  secret(): Promise<string> {
    return Promise.resolve('00'.repeat(32));
  }
  close(): Promise<void> {
    return Promise.resolve();
  }
}
