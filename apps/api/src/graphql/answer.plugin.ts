import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { RequestContext } from '@tavolo/graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { BadField } from './validation.js';

const SERVICE_UNAVAILABLE = 503;
const MACHINE_CODES = new Set([
  'BUSY',
  'NOT_YET',
  'OUTCOME_UNKNOWN',
  'STORE_UNAVAILABLE',
  'UPGRADE_PENDING',
]);

/** Every answer says which moment it shows and carries a request id; errors speak the reader's language. */
export const answerPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: (request) => {
        complete(request);
        return Promise.resolve();
      },
    }),
};

function complete({ response, contextValue }: GraphQLRequestContext<RequestContext>): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  const { moment, requestId, locale } = contextValue;
  response.http.headers.set('x-request-id', requestId);
  const { position, recordedAt } = moment;
  singleResult.extensions = { ...singleResult.extensions, position, recordedAt, requestId };
  if (!singleResult.errors) return;
  const errors = singleResult.errors.map((error) => inLanguage(error, locale));
  singleResult.errors = errors;
  if (errors.some(({ extensions }) => MACHINE_CODES.has(String(extensions?.code)))) {
    response.http.status = SERVICE_UNAVAILABLE;
  }
}

function inLanguage(error: GraphQLFormattedError, locale: 'en' | 'it'): GraphQLFormattedError {
  const { fields, it, ...others } = error.extensions ?? {};
  const said = locale === 'it' && typeof it === 'string' ? it : error.message;
  if (!Array.isArray(fields)) return { ...error, message: said, extensions: others };
  const worded = (fields as readonly BadField[]).map((field) => ({
    path: field.path,
    problem: field[locale],
  }));
  const first = worded[0]?.problem;
  const message = fields.length === 1 && first !== undefined ? first : said;
  return { ...error, message, extensions: { ...others, fields: worded } };
}
