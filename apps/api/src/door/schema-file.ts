import type { FastifyInstance } from 'fastify';
import { isKnown, tagOf } from './known.js';

/**
 * `GET /schema.graphql`: the schema that is served, for every program that is written for it. The
 * code of Tavolo is open, so it is no secret; to ask GraphQL itself for it would cost more.
 */
export function serveSchema(http: FastifyInstance, print: () => string): void {
  let served: Readonly<{ text: string; etag: string }> | null = null;
  http.get('/schema.graphql', (request, reply) => {
    if (served === null) {
      const text = print();
      served = { text, etag: tagOf(text) };
    }
    const { text, etag } = served;
    void reply.headers({ etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    if (isKnown(request, etag)) return reply.code(304).send();
    return reply.type('text/plain; charset=utf-8').send(text);
  });
}
