import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** By this header every answer names its request; no client chooses it. */
export const REQUEST_ID = 'x-request-id';

const current = new AsyncLocalStorage<string>();

/** An id that no request had before. */
export function newRequestId(): string {
  return randomUUID();
}

/** Of the request or the operation that is being answered; a new one where none is. */
export function currentRequestId(): string {
  return current.getStore() ?? newRequestId();
}

/** Does something in the name of one request: whatever is logged meanwhile can name it. */
export function inRequest<Done>(id: string, work: () => Done): Done {
  return current.run(id, work);
}

/** Every answer carries the id of its request, whoever words it. */
export function serveRequestIds(http: FastifyInstance): void {
  http.addHook('onRequest', (request, reply, done) => {
    void reply.header(REQUEST_ID, request.id);
    done();
  });
  // After the body was read: what waits for its bytes would lose the id again.
  http.addHook('preHandler', (request, _reply, done) => inRequest(request.id, done));
  http.addHook('onSend', (...[request, reply, payload, done]) => {
    const { url } = request.routeOptions;
    const isError = url === '/graphql' && reply.statusCode >= 400 && typeof payload === 'string';
    done(null, isError ? withRequestId(payload, request.id) : payload);
  });
}

/** What Apollo refuses before an operation exists, it answers without extensions. */
function withRequestId(payload: string, requestId: string): string {
  if (!payload.startsWith('{"errors"')) return payload;
  const answer = JSON.parse(payload) as { readonly extensions?: object };
  return JSON.stringify({ ...answer, extensions: { ...answer.extensions, requestId } });
}
