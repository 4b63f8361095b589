import { ROOT_CONTEXT, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes, Context, Span, SpanContext } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, RandomIdGenerator } from '@opentelemetry/sdk-trace';
import { TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { IdGenerator, SpanProcessor } from '@opentelemetry/sdk-trace';
import type { Answer, Around } from '@tavolo/command';
import type { EventStore, Uuid } from '@tavolo/event-store';
import type { Batch } from '@tavolo/projection';
import type { TraceSettings } from '../config/trace-settings.js';

type Begun = Readonly<{
  attributes: Attributes;
  parent?: SpanContext | undefined;
  startTime?: number;
}>;

/** So many appends are remembered until a projection has taken them up. */
const REMEMBERED = 10_000;

/**
 * Spans of what a command leads to: the command, its append, and each projection of its facts,
 * on every replica (ADR 39). The trace is named by the commandId, so nothing of it is in the log.
 * What they say is kinds, outcomes and ids of commands: no person, no object, no text.
 */
export class Traces {
  readonly #ids = new TraceIds();
  readonly #provider: TracerProvider;
  readonly #commands = new Map<Uuid, SpanContext>();
  readonly #appends = new Map<Uuid, SpanContext>();

  constructor({ ratio, service }: TraceSettings, processor: SpanProcessor) {
    this.#provider = new TracerProvider({
      idGenerator: this.#ids,
      resource: resourceFromAttributes({ 'service.name': service }),
      sampler: new TraceIdRatioBasedSampler(ratio),
      spanProcessors: [processor],
    });
  }

  /** What is given at the gateway. */
  readonly around: Around = async ({ message, sender, about }, work) => {
    const { aggregate, type } = message;
    const { commandId, correlationId = commandId } = about;
    const attributes = {
      ...{ 'tavolo.aggregate': aggregate, 'tavolo.command': type },
      ...{ 'tavolo.command_id': commandId, 'tavolo.correlation_id': correlationId },
      'tavolo.sender': sender.system === true ? sender.person : 'person',
    };
    const span = this.#begin(`command ${aggregate}.${type}`, commandId, { attributes });
    this.#commands.set(commandId, span.spanContext());
    try {
      return await ended(span, work, attributesOf);
    } finally {
      this.#commands.delete(commandId);
    }
  };

  /** The store, every append of which is a span of its command. */
  traced(store: EventStore): EventStore {
    const append: EventStore['append'] = async (...sent) => {
      const [, events] = sent;
      const [first] = events;
      if (!first) return await store.append(...sent);
      const { commandId, correlationId } = first.meta;
      const attributes = { 'tavolo.events': events.length, 'tavolo.correlation_id': correlationId };
      const parent = this.#commands.get(commandId);
      const span = this.#begin('append', commandId, { attributes, parent });
      // Before it is sent: a fact may be read before its writer has the answer.
      for (const { id } of events) this.#remember(id, span.spanContext());
      return await ended(
        span,
        () => store.append(...sent),
        () => ({}),
      );
    };
    return new Proxy(store, {
      get(target, name) {
        if (name === 'append') return append;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  /** Facts that have just come to be rows of this replica. */
  projected({ news, events }: Batch): void {
    const { facts = [], tookMs = 0 } = news ?? {};
    const end = Date.now();
    for (const { id, commandId } of facts) {
      const parent = this.#appends.get(id);
      this.#appends.delete(id);
      const begun = { attributes: { 'tavolo.events': events }, parent, startTime: end - tookMs };
      this.#begin('projection', commandId, begun).end(end);
    }
  }

  /** What was not sent yet is sent. */
  async close(): Promise<void> {
    await this.#provider.shutdown();
  }

  #begin(name: string, commandId: Uuid, { parent, ...options }: Begun): Span {
    return this.#ids.within(commandId, () => this.#tracer.startSpan(name, options, under(parent)));
  }

  get #tracer() {
    return this.#provider.getTracer('tavolo');
  }

  #remember(id: Uuid, span: SpanContext): void {
    this.#appends.set(id, span);
    const oldest = this.#appends.size > REMEMBERED ? this.#appends.keys().next().value : undefined;
    if (oldest !== undefined) this.#appends.delete(oldest);
  }
}

/** Sends them to the collector of the settings, some at a time. */
export function openTraces(settings: TraceSettings): Traces {
  const exporter = new OTLPTraceExporter({ url: settings.url });
  return new Traces(settings, new BatchSpanProcessor({ exporter }));
}

/**
 * The 128 bits of a commandId are those of a trace: whoever knows the command, a replica that
 * projects its facts or a person with a receipt, knows the trace.
 */
class TraceIds implements IdGenerator {
  readonly #random = new RandomIdGenerator();
  #next: string | null = null;

  /** Where a trace begins within `work`, it is that of the command. */
  within<T>(commandId: Uuid, work: () => T): T {
    this.#next = traceIdOf(commandId);
    try {
      return work();
    } finally {
      this.#next = null;
    }
  }

  generateTraceId(): string {
    return this.#next ?? this.#random.generateTraceId();
  }

  generateSpanId(): string {
    return this.#random.generateSpanId();
  }
}

/** All zeros are no trace. */
function traceIdOf(commandId: Uuid): string | null {
  const digits = commandId.replaceAll('-', '');
  return /[1-9a-f]/u.test(digits) ? digits : null;
}

function under(parent: SpanContext | undefined): Context {
  return parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
}

/** The span of some work, with its failure by its kind alone: a message may name things. */
async function ended<T>(
  span: Span,
  work: () => Promise<T>,
  said: (result: T) => Attributes,
): Promise<T> {
  try {
    const result = await work();
    span.setAttributes(said(result));
    return result;
  } catch (error) {
    const kind = error instanceof Error ? error.constructor.name : 'unknown';
    span.setAttribute('error.type', kind);
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}

function attributesOf(answer: Answer): Attributes {
  const { outcome } = answer;
  if (outcome === 'accepted') {
    return { 'tavolo.outcome': outcome, 'tavolo.repeated': answer.receipt.repeated };
  }
  const { rule, code } = answer.refusal;
  return { 'tavolo.outcome': outcome, 'tavolo.rule': rule, 'tavolo.code': code };
}
