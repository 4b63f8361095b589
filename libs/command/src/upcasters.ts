import type { JsonObject, RecordedEvent } from '@tavolo/event-store';

/** Lifts the data of one event type from shape n to n+1. Pure; stored bytes never change. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** `type` to its upcasters from shape 1 on: `{ MemberInvited: [from1to2, from2to3] }`. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/** The event in the newest shape its upcasters lead to. */
export function upcast(event: RecordedEvent, upcasters: Upcasters = {}): RecordedEvent {
  const chain = upcasters[event.type] ?? [];
  const data = chain.slice(event.schema - 1).reduce((lifted, step) => step(lifted), event.data);
  return { ...event, data, schema: Math.max(event.schema, chain.length + 1) };
}
