import type { Authenticator } from '@tavolo/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/request-contexts.js';
import { addressOf } from './rates.js';
import type { Counted, Rates } from './rates.js';

type Parts = Readonly<{ rates: Rates; authenticator: Authenticator }>;

/** Too many requests of one person, or of one address where nobody is signed in: 429, and when again. */
export function limitRates(http: FastifyInstance, { rates, authenticator }: Parts): void {
  http.addHook('onRequest', async (request, reply) => {
    const seconds = await rates.take(await countedOf(request, authenticator));
    return seconds === null ? undefined : tooMany(request, reply, seconds);
  });
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
