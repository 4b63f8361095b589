import { Client, tokenInHand } from '@tavolo/demo';
import type { Acting } from '@tavolo/demo';
import { secretOf } from '../../api/src/config/secret-settings.js';

const INSTANCE = '{ instance { id founder { id } founderMandate } }';

type Founder = Readonly<{ id: string; founder: { id: string }; founderMandate: string }>;

/** Who acts at a server: a token of an issuer, or, on a demo, whoever is asked for. */
export function clientOf(url: string): Client {
  const token = secretOf(process.env, 'TAVOLO_TOKEN');
  return new Client(url, token === undefined ? undefined : tokenInHand(token()));
}

/** The person and mandate that were named, or the founder. */
export async function actorOf(
  client: Client,
  { person, mandate }: Readonly<{ person?: string; mandate?: string }>,
): Promise<{ readonly as: Acting; readonly instance: string }> {
  const { instance } = await client.query<{ instance: Founder }>(INSTANCE);
  const founder = { person: instance.founder.id, mandate: instance.founderMandate };
  const as: Acting = person === undefined ? founder : { person, mandate: mandate ?? null };
  return { as, instance: instance.id };
}
