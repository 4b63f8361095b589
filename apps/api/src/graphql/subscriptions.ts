import type { GraphQLSchemaHost } from '@nestjs/graphql';
import { getOperationAST, GraphQLError, parse, validate } from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql';
import type { ServerOptions, SubscribePayload } from 'graphql-ws';
import { mask } from './errors.js';
import { inLanguage } from './language.js';
import { localeOfConnection } from './request-contexts.js';
import type { Connection, RequestContexts } from './request-contexts.js';
import { malformedTexts } from './well-formed.js';

type Hooks = Pick<ServerOptions, 'onError' | 'onNext' | 'onSubscribe'>;

/**
 * Operations over a WebSocket: one that is malformed is answered with its errors, as over HTTP,
 * and the others on the same socket go on. Apollo never sees them, so its mask is put on here.
 */
export function subscriptionsOf(contexts: RequestContexts, schemas: GraphQLSchemaHost): Hooks {
  return {
    onSubscribe: async (connection, _id, payload) => {
      try {
        return await prepared(payload, { schema: schemas.schema, contexts, connection });
      } catch (error) {
        return [asGraphqlError(error)];
      }
    },
    onError: (...[connection, , , errors]) => masked(errors, connection),
    onNext: (...[connection, , , , { data = null, errors }]) =>
      errors && { data, errors: masked(errors, connection) },
  };
}

type Surroundings = Readonly<{
  schema: GraphQLSchema;
  contexts: RequestContexts;
  connection: Connection;
}>;

/** All that is needed to run it, or why it cannot be run. @throws GraphQLError of the context */
async function prepared(
  { query, operationName, variables }: SubscribePayload,
  { schema, contexts, connection }: Surroundings,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const document = parsed(query);
  const errors = validate(schema, document);
  if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  if (!getOperationAST(document, operationName)) {
    const code = 'OPERATION_RESOLUTION_FAILURE';
    return [new GraphQLError('The document has no such operation.', { extensions: { code } })];
  }
  const malformed = malformedTexts(variables);
  if (malformed) return [malformed];
  const contextValue = await contexts.of(connection);
  return {
    ...{ schema, document, contextValue },
    operationName: operationName ?? null,
    variableValues: variables ?? null,
  };
}

/** @throws GraphQLError */
function parsed(query: string): DocumentNode {
  try {
    return parse(query);
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

/** As Apollo words it over HTTP; what a scalar said of its literal stays below it. */
function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, originalError = error } = error;
  return new GraphQLError(message, {
    ...(nodes && { nodes }),
    ...(source && { source }),
    ...(positions && { positions }),
    ...{ originalError, extensions: { code } },
  });
}

function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

function masked(errors: readonly GraphQLError[], connection: Connection) {
  const locale = localeOfConnection(connection);
  return errors.map((error) => inLanguage(mask(error.toJSON(), error), locale));
}
