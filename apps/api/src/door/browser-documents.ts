import { cookieOf, SESSION_COOKIE } from '@tavolo/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { localeOf } from '../graphql/request-contexts.js';
import { refuseManyParts } from './document-rules.js';
import type { TrustedDocuments } from './trusted-documents.js';

interface Body {
  query?: unknown;
  extensions?: { persistedQuery?: unknown } | null;
}

/** A page of ours sends it: it carries the cookie of a session, and no token in its place. */
export function isOfBrowser({ cookie, authorization }: Readonly<Record<string, unknown>>): boolean {
  return authorization === undefined && cookieOf(cookie, SESSION_COOKIE) !== null;
}

/** Puts the text of a trusted document in the place of its name; all this before it is parsed. */
export function serveTrustedDocuments(http: FastifyInstance, documents: TrustedDocuments): void {
  http.addHook('preHandler', (request, reply, done) => {
    try {
      if (request.routeOptions.url === '/graphql') settle(request, documents);
      done();
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const { code, it } = error.extensions;
      const message = localeOf(request.headers) === 'it' ? it : error.message;
      void reply.code(400).send({ errors: [{ message, extensions: { code } }] });
    }
  });
}

/** @throws GraphQLError */
function settle({ method, query, body, headers }: FastifyRequest, trusted: TrustedDocuments): void {
  const given = (method === 'GET' ? query : body) as Body | null | undefined;
  const extensions = parsed(given?.extensions);
  const text = trusted.textOf({ extensions, isOfBrowser: isOfBrowser(headers) });
  refuseManyParts(text ?? given?.query);
  if (text === null || method === 'GET' || !given) return;
  given.query = text;
  delete given.extensions?.persistedQuery;
}

/** Of a GET they are JSON in the address; what cannot be read is refused further in. */
function parsed(extensions: unknown): unknown {
  if (typeof extensions !== 'string') return extensions;
  try {
    return JSON.parse(extensions);
  } catch {
    return null;
  }
}
