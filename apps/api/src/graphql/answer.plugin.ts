import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import type { RequestContext } from '@tavolo/graphql';
import { inLanguage } from './language.js';

const SERVICE_UNAVAILABLE = 503;
/** States of the machine, with the seconds after which it is worth asking again. */
const RETRY_AFTER: Readonly<Record<string, number | undefined>> = {
  ...{ BUSY: 1, NOT_YET: 1 },
  ...{ OUTCOME_UNKNOWN: 5, STORE_UNAVAILABLE: 5, PRIVATE_STORE_UNAVAILABLE: 5 },
  UPGRADE_PENDING: 30,
};

/** Milliseconds for which the read model is not known to be up to date; null where it is. */
type Behind = () => number | null;

/**
 * Every answer says which moment it shows, how old that may be and which request it was; errors
 * speak the reader's language.
 */
export function answerPlugin(behind: Behind): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: (request) => {
          complete(request, behind());
          return Promise.resolve();
        },
      }),
  };
}

function complete(
  { response, contextValue }: GraphQLRequestContext<RequestContext>,
  behindMs: number | null,
): void {
  if (response.body?.kind !== 'single') return;
  const { singleResult } = response.body;
  const { locale } = contextValue;
  const late = behindMs !== null && { behindSeconds: Math.ceil(behindMs / 1_000) };
  singleResult.extensions = { ...singleResult.extensions, ...extensionsOf(contextValue), ...late };
  if (!singleResult.errors) return;
  const errors = singleResult.errors.map((error) => inLanguage(error, locale));
  singleResult.errors = errors;
  const [wait] = errors.flatMap(({ extensions }) => RETRY_AFTER[String(extensions?.code)] ?? []);
  if (wait === undefined) return;
  response.http.status = SERVICE_UNAVAILABLE;
  response.http.headers.set('retry-after', String(wait));
}

/** Beside the data of every answer: the moment that it shows, and its request. */
export function extensionsOf({ moment, requestId }: RequestContext) {
  const { position, recordedAt } = moment;
  return { position, recordedAt, requestId };
}
