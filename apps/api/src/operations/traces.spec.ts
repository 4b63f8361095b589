import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import type { Answer } from '@tavolo/command';
import { AppendOutcomeUnknown, MemoryEventStore, START } from '@tavolo/event-store';
import type { EventStore, NewEvent, Uuid } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import { BEGINNING } from '@tavolo/projection';
import { Traces } from './traces.js';

const commandId = '0a1b2c3d-0000-4000-8000-000000000001' as Uuid;
const TRACE = '0a1b2c3d000040008000000000000001';
const eventId = '00000000-0000-4000-8000-000000000007' as Uuid;
const given = {
  message: { aggregate: 'plan', type: 'Revise', target: 'plan-1', data: { text: 'Ada Rossi' } },
  sender: {
    ...{ person: 'person-1' as PersonRef, mandate: null },
    auth: { issuer: 'test', assurance: 'none' },
  },
  about: { commandId, reason: 'Ada Rossi' },
};
const event = {
  ...{ id: eventId, type: 'Revised', schema: 1, data: { text: 'Ada Rossi' } },
  meta: { commandId, correlationId: commandId, actor: { personRef: 'person-1' } },
} as unknown as NewEvent;
const refusal = { rule: 'X-8', code: 'ContentMoved', it: 'Ada', en: 'Ada', details: {} } as const;
const refused: Answer = { outcome: 'refused', refusal };
const accepted: Answer = {
  outcome: 'accepted',
  receipt: { commandId, stream: 'plan-1', revision: 0, position: START, eventId, repeated: false },
  result: {},
};
const batch = {
  ...{ moment: BEGINNING, events: 1, ids: [] },
  news: { tookMs: 3, facts: [{ id: eventId, commandId }] },
};

let exporter: InMemorySpanExporter;
let traces: Traces;
let store: EventStore;

beforeEach(() => {
  exporter = new InMemorySpanExporter();
  const settings = { url: 'http://127.0.0.1:4318', service: 'tavolo', ratio: 1 };
  traces = new Traces(settings, new SimpleSpanProcessor({ exporter }));
  store = traces.traced(new MemoryEventStore());
});
afterEach(async () => {
  await traces.close();
});

const append = () => store.append('plan-1', [event], { expected: 'noStream' });
const parentOf = ({ parentSpanContext }: ReadableSpan) => parentSpanContext?.spanId;

describe('the trace of a command', () => {
  it('is named by the command, and goes from it to its append to the projection of its fact', async () => {
    await traces.around(given, async () => {
      await append();
      return accepted;
    });
    traces.projected(batch);
    const [appended, command, projection] = exporter.getFinishedSpans();
    expect([appended, command, projection].map((span) => span?.name)).toEqual([
      ...['append', 'command plan.Revise', 'projection'],
    ]);
    for (const span of exporter.getFinishedSpans()) expect(span.spanContext().traceId).toBe(TRACE);
    expect(command && parentOf(command)).toBeUndefined();
    expect(appended && parentOf(appended)).toBe(command?.spanContext().spanId);
    expect(projection && parentOf(projection)).toBe(appended?.spanContext().spanId);
    expect(command?.attributes).toMatchObject({
      ...{ 'tavolo.outcome': 'accepted', 'tavolo.repeated': false, 'tavolo.sender': 'person' },
    });
  });

  it('has a projection under the append also where the fact is read before the answer', async () => {
    const slow = new MemoryEventStore();
    slow.append = () => {
      traces.projected(batch);
      return Promise.resolve({ revision: 0, position: START });
    };
    await traces.traced(slow).append('plan-1', [event], { expected: 'noStream' });
    const [projection, appended] = exporter.getFinishedSpans();
    expect(projection && parentOf(projection)).toBe(appended?.spanContext().spanId);
    expect(appended?.name).toBe('append');
  });

  it('is the same on a replica that has only the fact', () => {
    traces.projected(batch);
    const [projection] = exporter.getFinishedSpans();
    expect(projection?.spanContext().traceId).toBe(TRACE);
    expect(projection && parentOf(projection)).toBeUndefined();
  });

  it('says which rule refused it', async () => {
    await traces.around(given, () => Promise.resolve(refused));
    expect(exporter.getFinishedSpans()[0]?.attributes).toMatchObject({
      ...{ 'tavolo.outcome': 'refused', 'tavolo.rule': 'X-8', 'tavolo.code': 'ContentMoved' },
    });
  });

  it('says by its kind what failed, and tells it on', async () => {
    const failure = new AppendOutcomeUnknown('plan-1 of Ada Rossi');
    await expect(traces.around(given, () => Promise.reject(failure))).rejects.toBe(failure);
    const [span] = exporter.getFinishedSpans();
    expect(span?.attributes).toMatchObject({ 'error.type': 'AppendOutcomeUnknown' });
    expect(span?.status.code).toBe(2);
  });

  it('X-9: names no person, no object and no text', async () => {
    await traces.around(given, async () => {
      await append();
      return refused;
    });
    traces.projected(batch);
    const told = exporter.getFinishedSpans().map(({ name, attributes, events, status }) => ({
      ...{ name, attributes, events, status },
    }));
    expect(told).toHaveLength(3);
    expect(JSON.stringify(told)).not.toMatch(/Ada|person-1|plan-1/u);
  });
});
