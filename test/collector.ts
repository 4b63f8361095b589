import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A span as it comes over the wire. */
export type Sent = Readonly<{
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
}>;

interface Sending {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly { readonly spans: readonly Sent[] }[];
  }[];
}

/** Takes traces as a collector of OpenTelemetry does, over HTTP as JSON, and keeps them. */
export class Collector {
  readonly spans: Sent[] = [];
  readonly #server = createServer((request, response) => {
    void this.#take(request).then(() => response.end('{}'));
  });

  /** Its address, as `OTEL_EXPORTER_OTLP_ENDPOINT` takes it. */
  async start(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #take(request: IncomingMessage): Promise<void> {
    const { resourceSpans } = JSON.parse(await text(request)) as Sending;
    for (const { scopeSpans } of resourceSpans) {
      this.spans.push(...scopeSpans.flatMap(({ spans }) => spans));
    }
  }
}
