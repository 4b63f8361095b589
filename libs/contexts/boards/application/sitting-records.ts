import { createHash } from 'node:crypto';
import type { EventStore, Position } from '@tavolo/event-store';
import { canonicalJson } from '@tavolo/kernel';
import type { Sha256 } from '@tavolo/kernel';
import type { SittingId } from '../contract/index.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import { recordOf } from '../domain/sitting.record.js';

/** The canonical record of a sitting: its bytes, whose items it holds, and the hash of the bytes. */
export type CanonicalRecord = Readonly<{ json: string; sha256: Sha256; items: readonly string[] }>;

/** The same facts give the same bytes (RFC 8785), and so the same hash. Null before any. */
export function canonicalRecord(
  sitting: SittingId,
  events: readonly SittingEvent[],
): CanonicalRecord | null {
  const record = recordOf(sitting, events);
  if (!record) return null;
  const json = canonicalJson(record);
  const sha256 = createHash('sha256').update(json, 'utf8').digest('hex') as Sha256;
  return { json, sha256, items: record.items.map(({ item }) => item) };
}

/** Reads records of sittings from the log itself, not from a read model (GB-9). */
export class SittingRecords {
  constructor(private readonly store: EventStore) {}

  /** As the facts were up to a position; all of them without one. */
  async of(sitting: SittingId, upTo?: Position): Promise<CanonicalRecord | null> {
    const events: SittingEvent[] = [];
    for await (const recorded of this.store.readStream(sitting)) {
      if (upTo !== undefined && recorded.position > upTo) break;
      events.push(recorded as unknown as SittingEvent);
    }
    return canonicalRecord(sitting, events);
  }
}
