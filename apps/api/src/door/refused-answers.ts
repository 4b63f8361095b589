import type { Authenticator } from '@tavolo/access';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { inLanguage } from '../graphql/language.js';
import { localeOf } from '../graphql/request-contexts.js';
import type { Journal } from '../journal/journal.js';
import { addressOf } from './rates.js';
import { isOfGraphql } from './refused-forms.js';

type Parts = Readonly<{ journal: Journal; authenticator: Authenticator }>;

interface Answer {
  readonly code?: string;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: object;
}

const REFUSED = 400;
/** Written down where it is counted, and there once a minute. */
const TOO_MANY = 429;

/**
 * The last look at an answer that refuses something: what Apollo words before an operation exists
 * gets the language of who asks and the id of its request, and the journal a line.
 */
export function serveRefusals(http: FastifyInstance, parts: Parts): void {
  http.addHook('onSend', async (request, reply, payload) => {
    const isText = typeof payload === 'string';
    const hasErrors = isText && isOfGraphql(request) && payload.startsWith('{"errors"');
    if (reply.statusCode < REFUSED && !hasErrors) return payload;
    const answer = answerIn(payload);
    await note(parts, { request, reply, answer });
    if (!hasErrors || reply.statusCode < REFUSED) return payload;
    return JSON.stringify(completed(answer, request));
  });
}

function answerIn(payload: unknown): Answer {
  if (typeof payload !== 'string' || !payload.startsWith('{')) return {};
  return JSON.parse(payload) as Answer;
}

function completed({ errors = [], ...rest }: Answer, request: FastifyRequest): Answer {
  const locale = localeOf(request.headers);
  const extensions = { ...rest.extensions, requestId: request.id };
  return { errors: errors.map((error) => inLanguage(error, locale)), ...rest, extensions };
}

type Refused = Readonly<{ request: FastifyRequest; reply: FastifyReply; answer: Answer }>;

/** The route and no address: that of a calendar is a secret. */
async function note(
  { journal, authenticator }: Parts,
  { request, reply, answer: { code, errors = [] } }: Refused,
): Promise<void> {
  const { statusCode: status } = reply;
  if (status === TOO_MANY) return;
  const principal = await authenticator.principalOf(request).catch(() => null);
  const codes = new Set(errors.map(({ extensions }) => String(extensions?.code)));
  journal.note('request.refused', {
    ...{ requestId: request.id, address: addressOf(request.raw) },
    ...(principal && { person: principal.person }),
    ...{ method: request.method, route: request.routeOptions.url ?? null, status },
    codes: code === undefined ? [...codes] : [code],
  });
}
