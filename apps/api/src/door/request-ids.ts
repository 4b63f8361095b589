import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { addressOf } from './rates.js';

/** By this header every answer names its request; no client chooses it. */
export const REQUEST_ID = 'x-request-id';

/** What is being answered: its id, and the address from which it came. */
type Request = Readonly<{ requestId: string; address: string | null }>;

const current = new AsyncLocalStorage<Request>();

/** An id that no request had before. */
export function newRequestId(): string {
  return randomUUID();
}

/** Of the request or the operation that is being answered; a new one where none is. */
export function currentRequestId(): string {
  return current.getStore()?.requestId ?? newRequestId();
}

/** The same with its address, for the journal; empty where nothing is being answered. */
export function currentRequest(): Partial<Request> {
  return current.getStore() ?? {};
}

/**
 * Does something in the name of one request: whatever is logged meanwhile can name it. Its
 * `address` is that of what it is part of, unless told.
 */
export function inRequest<Done>(requestId: string, work: () => Done, address?: string): Done {
  return current.run({ requestId, address: address ?? current.getStore()?.address ?? null }, work);
}

/** Every answer carries the id of its request, whoever words it. */
export function serveRequestIds(http: FastifyInstance): void {
  http.addHook('onRequest', (request, reply, done) => {
    void reply.header(REQUEST_ID, request.id);
    inRequest(request.id, done, addressOf(request.raw));
  });
  // Again after the body was read: what waits for its bytes has lost it.
  http.addHook('preHandler', (request, _reply, done) =>
    inRequest(request.id, done, addressOf(request.raw)),
  );
}
