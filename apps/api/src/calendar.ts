import type { CalendarFeed } from '@tavolo/waiting/module';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnown, tagOf } from './door/known.js';
import { localeOf } from './graphql/request-contexts.js';

const NOWHERE = {
  it: 'Questo collegamento non porta a nessun calendario: crearne uno nuovo, se è il proprio.',
  en: 'This link leads to no calendar: make a new one, if it is yours.',
};

/**
 * Calendars beside GraphQL: `GET /calendar/<secret>.ics`. Who knows the secret is let in; one that
 * was revoked and one that never was get the same answer.
 */
export function serveCalendars(http: FastifyInstance, feed: CalendarFeed): void {
  http.get('/calendar/:file', (request, reply) => answer(request, reply, feed));
}

async function answer(
  request: FastifyRequest,
  reply: FastifyReply,
  feed: CalendarFeed,
): Promise<FastifyReply> {
  const { file } = request.params as { file: string };
  const text = file.endsWith('.ics') ? await feed.read(file.slice(0, -'.ics'.length)) : null;
  if (text === null) return nowhere(request, reply);
  const etag = tagOf(text);
  // The address is the key: it must not be told to whatever a calendar program opens next.
  void reply.headers({
    'cache-control': 'private, no-cache',
    etag,
    'referrer-policy': 'no-referrer',
  });
  if (isKnown(request, etag)) return reply.code(304).send();
  return reply
    .headers({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="tavolo.ics"',
      'x-content-type-options': 'nosniff',
    })
    .send(text);
}

function nowhere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .send({ code: 'NOT_FOUND', message: NOWHERE[localeOf(request.headers)] });
}
