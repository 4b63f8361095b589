import { credentials, loadPackageDefinition, Metadata } from '@grpc/grpc-js';
import type { ClientReadableStream, GrpcObject, ServiceClientConstructor } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';

// A client of the feed: prints one line a fact, and goes on after the last one when it is cut off.
//   TOKEN=… node examples/feed/follow.ts 127.0.0.1:4001 agreement

/** One message of the feed, as far as this example looks at it. */
type Told = Readonly<{
  message: 'caughtUp' | 'checkpoint' | 'event';
  event?: Readonly<{
    id: string;
    stream: string;
    position: string;
    type: string;
    dataJson: string;
  }>;
  checkpoint?: Readonly<{ position: string }>;
}>;

export type Fact = NonNullable<Told['event']>;

export type Wanted = Readonly<{
  address: string;
  /** `authorization`, and whatever else a request carries. */
  headers: Readonly<Record<string, string>>;
  after?: string;
  categories?: readonly string[];
  typePrefixes?: readonly string[];
  follow?: boolean;
  /** Called with a position that reading can go on after; keep it where a crash leaves it. */
  reached?: (position: string) => void;
  /** Called with the id of the call: by it whoever runs the server finds what became of it. */
  begun?: (requestId: string) => void;
}>;

type Read = (request: object, metadata: Metadata) => ClientReadableStream<Told>;

const UNAVAILABLE = 14;

const loaded = loadPackageDefinition(
  loadSync('proto/tavolo/audit/v1/audit_feed.proto', {
    longs: String,
    defaults: true,
    oneofs: true,
  }),
);
const { AuditFeedService } = ((loaded.tavolo as GrpcObject).audit as GrpcObject).v1 as Readonly<
  Record<'AuditFeedService', ServiceClientConstructor>
>;

/** Facts after a position, one by one; the loop over it sets the pace. @throws ServiceError */
export async function* factsOf(wanted: Wanted): AsyncGenerator<Fact> {
  const { address, headers, after = '', reached = () => undefined, begun, ...asked } = wanted;
  const client = new AuditFeedService(address, credentials.createInsecure());
  const read = client.readLog as Read;
  const call = read.call(client, { afterPosition: after, ...asked }, metadataOf(headers));
  call.once('metadata', (said: Metadata) => begun?.(String(said.get('x-request-id')[0])));
  try {
    for await (const { event, checkpoint } of call as AsyncIterable<Told>) {
      if (event) yield event;
      // After the loop has done with it: what is not handled is read again.
      const at = event ?? checkpoint;
      if (at) reached(at.position);
    }
  } finally {
    call.cancel();
    client.close();
  }
}

function metadataOf(headers: Wanted['headers']): Metadata {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(headers)) metadata.set(name, value);
  return metadata;
}

/** The same for ever: what breaks off is taken up again after the last position. */
export async function* followed(wanted: Wanted): AsyncGenerator<Fact> {
  let { after = '' } = wanted;
  for (;;) {
    try {
      const reached = (position: string) => {
        after = position;
        wanted.reached?.(position);
      };
      yield* factsOf({ ...wanted, after, follow: true, reached });
    } catch (error) {
      if ((error as { code?: number }).code !== UNAVAILABLE) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 500));
  }
}

if (import.meta.main) {
  const [address = '127.0.0.1:4001', ...categories] = process.argv.slice(2);
  const headers = { authorization: `Bearer ${process.env.TOKEN ?? ''}` };
  for await (const { position, type, stream } of followed({ address, headers, categories })) {
    console.log(position, type, stream);
  }
}
