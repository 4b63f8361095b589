import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/**
 * `GET /schema.graphql`: the schema that is served, for every program that is written for it. The
 * code of Tavolo is open, so it is no secret; to ask GraphQL itself for it would cost more.
 */
export function serveSchema(http: FastifyInstance, print: () => string): void {
  let served: Readonly<{ text: string; etag: string }> | null = null;
  http.get('/schema.graphql', (request, reply) => {
    served ??= withTag(print());
    const { text, etag } = served;
    void reply.headers({ etag, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('text/plain; charset=utf-8').send(text);
  });
}

function withTag(text: string) {
  return { text, etag: `"${createHash('sha256').update(text).digest('hex')}"` };
}
