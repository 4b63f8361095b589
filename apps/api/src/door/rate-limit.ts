import type { Authenticator } from '@tavolo/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Journal } from '../journal/journal.js';
import { localeOf } from '../graphql/request-contexts.js';
import { currentRequest } from './request-ids.js';
import { addressOf } from './rates.js';
import type { Counted, Rates } from './rates.js';

type Parts = Readonly<{ rates: Rates; journal: Journal; authenticator: Authenticator }>;

/** Too many requests of one person, or of one address where nobody is signed in: 429, and when again. */
export function limitRates(http: FastifyInstance, { rates, journal, authenticator }: Parts): void {
  http.addHook('onRequest', async (request, reply) => {
    const counted = await countedOf(request, authenticator);
    const reached = await rates.take(counted);
    if (!reached) return undefined;
    if (reached.isFirst) noteLimit(journal, 'requests', counted);
    return tooMany(request, reply, reached.seconds);
  });
}

/** Once for each limit that is reached: who goes on must not fill the journal. */
export function noteLimit(journal: Journal, limit: string, { of, name }: Counted): void {
  journal.note('limit.reached', { limit, ...currentRequest(), [of]: name });
}

/** A login that is not good counts against its address, and is refused where it is looked at. */
async function countedOf(request: FastifyRequest, authenticator: Authenticator): Promise<Counted> {
  const principal = await authenticator.principalOf(request).catch(() => null);
  return principal
    ? { of: 'person', name: principal.person }
    : { of: 'address', name: addressOf(request.raw) };
}

/** Why no more is taken for now. */
export function tooManySentence(seconds: number) {
  const s = String(seconds);
  return {
    it: `Troppe richieste: riprovare tra ${s} secondi.`,
    en: `Too many requests: try again in ${s} seconds.`,
  };
}

function tooMany(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  const message = tooManySentence(seconds)[localeOf(request.headers)];
  const code = 'RATE_LIMITED';
  const isGraphql = request.routeOptions.url === '/graphql';
  return reply
    .code(429)
    .header('retry-after', String(seconds))
    .send(isGraphql ? { errors: [{ message, extensions: { code, seconds } }] } : { code, message });
}
