import type { Acting, Client } from '@tavolo/demo';
import type { Fact } from '../../examples/feed/follow.js';

type Asking = Readonly<{
  client: Client;
  port: number;
  as?: Acting | undefined;
  reason?: string | undefined;
}>;

/** All that the feed of the log tells somebody. */
export async function fed({ client, port, as, reason }: Asking): Promise<readonly Fact[]> {
  const headers = {
    ...(await client.headersOf(as)),
    ...(reason !== undefined && { 'tavolo-reason': encodeURIComponent(reason) }),
  };
  const { factsOf } = await import('../../examples/feed/follow.js'); // A program: it awaits.
  return await Array.fromAsync(factsOf({ address: `127.0.0.1:${String(port)}`, headers }));
}
