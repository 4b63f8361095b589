import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '@tavolo/graphql';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { malformedVariables } from '../graphql/well-formed.js';
import { anonymousRefusal } from './anonymous.js';
import { costRefusal } from './cost.js';
import type { Asked } from './cost.js';
import type { Door } from './door.js';

/** Why an operation is not let in although its document is valid; null where it is. */
export function admissionRefusal(
  asked: Asked,
  { sender }: Pick<RequestContext, 'sender'>,
  door: Door,
): GraphQLError | null {
  const unknown = sender === null ? anonymousRefusal(asked, door) : null;
  return unknown ?? malformedVariables(asked.variables) ?? costRefusal(asked);
}

/** The same for every operation over HTTP, before anything of it runs. */
export function admissionPlugin(door: Door): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request, contextValue }) => {
          if (!operation) return Promise.resolve(); // Execution says that there is none.
          if (operation.operation === OperationTypeNode.SUBSCRIPTION)
            return Promise.reject(overSockets());
          const asked = { schema, document, operation, variables: request.variables };
          const refused = admissionRefusal(asked, contextValue, door);
          return refused ? Promise.reject(refused) : Promise.resolve();
        },
      }),
  };
}

function overSockets(): GraphQLError {
  const it =
    'Le sottoscrizioni passano per un WebSocket (graphql-transport-ws), allo stesso indirizzo.';
  const code = 'BAD_REQUEST';
  return new GraphQLError(
    'Subscriptions go over a WebSocket (graphql-transport-ws), at the same address.',
    { extensions: { code, it, http: { status: 400 } } },
  );
}
