import { MemoryEventStore } from '@tavolo/event-store';
import type { EventStore, Meta, NewEvent, Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';

export const uuid = (n: number): Uuid =>
  `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}` as Uuid;

/** Event `n` of the command `command`; its texts are such that bytes could get lost on the way. */
export function event(n: number, command = n): NewEvent {
  const meta: Meta = {
    recordedAt: new Date(1_790_000_000_000 + n).toISOString() as Instant,
    salt: n.toString(16).padStart(32, '0'),
    commandId: uuid(1_000_000 + command),
    commandHash: 'c'.repeat(64) as Sha256,
    correlationId: uuid(2_000_000 + command),
    actor: { personRef: `person-${uuid(3)}` as PersonRef },
    auth: { issuer: 'test', assurance: 'none' },
  };
  const data = {
    n,
    text: `è «${String(n)}»\u2028\n"\\`,
    '10': 1,
    '9': [null, true, { z: 1, a: 2 }],
  };
  return { id: uuid(n), type: n % 2 === 0 ? 'Noted' : 'Written', schema: 1, data, meta };
}

/** Three streams, interleaved; every third append has two events. */
export async function sampleLog(appends = 12, store: EventStore = new MemoryEventStore()) {
  let n = 0;
  const next = new Map<string, number>();
  for (let command = 1; command <= appends; command += 1) {
    const stream = `note-${String(command % 3)}`;
    const size = command % 3 === 0 ? 2 : 1;
    const events = Array.from({ length: size }, () => event(++n, command));
    const revision = next.get(stream) ?? 0;
    const expected = revision === 0 ? 'noStream' : revision - 1;
    await store.append(stream, events, { expected });
    next.set(stream, revision + size);
  }
  return store;
}
