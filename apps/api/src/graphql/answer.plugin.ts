import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { RequestContext } from '@tavolo/graphql';
import { inLanguage } from './language.js';

const SERVICE_UNAVAILABLE = 503;
const MACHINE_CODES = new Set([
  'BUSY',
  'NOT_YET',
  'OUTCOME_UNKNOWN',
  'PRIVATE_STORE_UNAVAILABLE',
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
  const { locale } = contextValue;
  singleResult.extensions = { ...singleResult.extensions, ...extensionsOf(contextValue) };
  if (!singleResult.errors) return;
  const errors = singleResult.errors.map((error) => inLanguage(error, locale));
  singleResult.errors = errors;
  if (errors.some(({ extensions }) => MACHINE_CODES.has(String(extensions?.code)))) {
    response.http.status = SERVICE_UNAVAILABLE;
  }
}

/** Beside the data of every answer: the moment that it shows, and its request. */
export function extensionsOf({ moment, requestId }: RequestContext) {
  const { position, recordedAt } = moment;
  return { position, recordedAt, requestId };
}
