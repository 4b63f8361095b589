import type { RequestContext } from '@tavolo/graphql';
import type { GraphQLSchemaHost } from '@nestjs/graphql';
import { getOperationAST, GraphQLError, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { ValidationRule } from 'graphql';
import type { ServerOptions, SubscribePayload } from 'graphql-ws';
import { admissionRefusal } from '../door/admission.js';
import { isOfBrowser } from '../door/browser-documents.js';
import { refuseManyParts, validationOptions } from '../door/document-rules.js';
import type { Door } from '../door/door.js';
import { limits } from '../door/limits.js';
import type { Rates } from '../door/rates.js';
import { currentRequest, currentRequestId, inRequest, newRequestId } from '../door/request-ids.js';
import type { TrustedDocuments } from '../door/trusted-documents.js';
import { Sockets } from '../door/sockets.js';
import type { Socket } from '../door/sockets.js';
import { extensionsOf } from './answer.plugin.js';
import type { SessionSockets } from '../sign-in/session-sockets.js';
import { mask } from './errors.js';
import type { Journal } from '../journal/journal.js';
import { inLanguage } from './language.js';
import { askingOf, localeOfConnection } from './request-contexts.js';
import type { Connection, RequestContexts } from './request-contexts.js';

type Hooks = Pick<
  ServerOptions<Record<string, unknown>, Socket['extra']>,
  'onClose' | 'onConnect' | 'onError' | 'onNext' | 'onSubscribe'
>;

type Parts = Readonly<{
  contexts: RequestContexts;
  schemas: GraphQLSchemaHost;
  /** Ends what a session has opened, with it. */
  sessions: SessionSockets;
  /** Beside those of GraphQL, as over HTTP. */
  rules: readonly ValidationRule[];
  door: Door;
  documents: TrustedDocuments;
  rates: Rates | null;
  journal: Journal;
}>;

/**
 * Operations over a WebSocket: one that is malformed is answered with its errors, as over HTTP,
 * and the others on the same socket go on. Apollo never sees them, so its mask is put on here.
 */
export function subscriptionsOf({
  contexts,
  schemas,
  rates,
  sessions,
  journal,
  ...parts
}: Parts): Hooks {
  const sockets = new Sockets(rates, journal);
  const note = (connection: Socket, errors: readonly GraphQLFormattedError[]) => {
    const { of = 'address', name = null } = sockets.ownerOf(connection) ?? {};
    const codes = [...new Set(errors.map(({ extensions }) => String(extensions?.code)))];
    const about = { ...currentRequest(), [of]: name, method: 'WEBSOCKET', codes };
    journal.note('request.refused', { ...about, route: '/graphql' });
  };
  return {
    // False closes it with 4403: one too many. A login that is not good counts for its address,
    // and every operation under it is answered why.
    onConnect: async (connection) =>
      sockets.opened(connection, await contexts.holderOf(connection).catch(() => null)),
    onClose: (connection) => {
      sockets.closed(connection);
    },
    onSubscribe: (connection, _id, payload) =>
      inRequest(newRequestId(), async () => {
        const { schema } = schemas;
        try {
          const refused = await sockets.refusal(connection);
          if (refused) return [refused];
          const run = await prepared(payload, { ...parts, schema, contexts, connection });
          const { of, name } = sockets.ownerOf(connection) ?? {};
          sessions.hold(connection, of === 'person' ? (name ?? null) : null);
          return run;
        } catch (error) {
          return [asGraphqlError(error)];
        }
      }),
    onError: (...[connection, , , errors]) => {
      const requestId = currentRequestId();
      return inRequest(requestId, () => {
        const said = masked(errors, connection);
        note(connection, said);
        return said.map((error) => named(error, requestId));
      });
    },
    onNext: async (...[connection, , , { contextValue }, result]) => {
      // A token runs out while a subscription lasts; a session ends its socket by itself.
      if (askingOf(connection).headers.authorization) await contexts.holderOf(connection);
      return answered(result, { connection, context: contextValue as RequestContext });
    },
  };
}

type Answered = Readonly<{
  data?: Record<string, unknown> | null | undefined;
  errors?: readonly GraphQLError[] | undefined;
}>;

/** One result of an operation, in the name of which everything is logged that it brings up. */
function answered(
  { data = null, errors }: Answered,
  { connection, context }: Readonly<{ connection: Connection; context: RequestContext }>,
) {
  const extensions = extensionsOf(context);
  if (!errors) return { data, extensions };
  const said = inRequest(context.requestId, () => masked(errors, connection));
  return { data, errors: said, extensions };
}

/** Errors stand alone in their message, which has no other place for it. */
function named(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  return { ...error, extensions: { ...error.extensions, requestId } };
}

type Surroundings = Omit<Parts, 'journal' | 'rates' | 'schemas' | 'sessions'> &
  Readonly<{ schema: GraphQLSchema; connection: Connection }>;

/** All that is needed to run it, or why it cannot be run. @throws GraphQLError of the context */
async function prepared(
  { query, operationName, variables, extensions }: SubscribePayload,
  { schema, contexts, rules, door, documents, connection }: Surroundings,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const contextValue = await contexts.of(connection);
  const { headers } = askingOf(connection);
  const named = documents.textOf({ extensions, isOfBrowser: isOfBrowser(headers) });
  refuseManyParts(named ?? query);
  const document = parsed(named ?? query);
  const errors = validate(schema, document, [...specifiedRules, ...rules], validationOptions);
  if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const code = 'OPERATION_RESOLUTION_FAILURE';
    return [new GraphQLError('The document has no such operation.', { extensions: { code } })];
  }
  const refused = admissionRefusal({ schema, document, operation, variables }, contextValue, door);
  if (refused) return [refused];
  return {
    ...{ schema, document, contextValue },
    operationName: operationName ?? null,
    variableValues: variables ?? null,
  };
}

/** @throws GraphQLError */
function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxLexicalTokens: limits.tokens });
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

/** As Apollo words it over HTTP; what a scalar said of its literal stays below it. */
function coded(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes, source, positions, extensions, originalError = error } = error;
  return new GraphQLError(message, {
    ...(nodes && { nodes }),
    ...(source && { source }),
    ...(positions && { positions }),
    ...{ originalError, extensions: { ...extensions, code } },
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
