import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '@tavolo/graphql';
import type { GraphQLError } from 'graphql';
import { malformedTexts } from '../graphql/well-formed.js';
import { costRefusal } from './cost.js';
import type { Asked } from './cost.js';

/** Why an operation is not let in although its document is valid; null where it is. */
export function admissionRefusal(asked: Asked): GraphQLError | null {
  return malformedTexts(asked.variables) ?? costRefusal(asked);
}

/** The same for every operation over HTTP, before anything of it runs. */
export function admissionPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, operation, request: { variables } }) => {
          if (!operation) return Promise.resolve(); // Execution says that there is none.
          const refused = admissionRefusal({ schema, document, operation, variables });
          return refused ? Promise.reject(refused) : Promise.resolve();
        },
      }),
  };
}
