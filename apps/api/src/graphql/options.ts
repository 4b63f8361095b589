import { ApolloDriver } from '@nestjs/apollo';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchemaHost } from '@nestjs/graphql';
import { withAsOf } from '@tavolo/audit';
import { answerPlugin } from './answer.plugin.js';
import { mask } from './errors.js';
import type { RequestContexts } from './request-contexts.js';
import { subscriptionsOf } from './subscriptions.js';
import { wellFormedPlugin } from './well-formed.js';

/** How GraphQL is served. Identity and limits of the door join with access control. */
export function graphqlOptions(
  contexts: RequestContexts,
  schemas: GraphQLSchemaHost,
): Omit<ApolloDriverConfig, 'driver'> {
  return {
    autoSchemaFile: true, // schema.graphql is committed; test/compatibility compares the two.
    sortSchema: true,
    transformSchema: withAsOf,
    introspection: true,
    graphiql: false, // It loads its code from a public host; /altair serves its own.
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false, // It would copy the exception's response to the client.
    preserveHttpStatusForExecutionErrors: false,
    formatError: mask,
    plugins: [answerPlugin, wellFormedPlugin],
    persistedQueries: false,
    context: (from: Parameters<RequestContexts['of']>[0]) => contexts.of(from),
    subscriptions: { 'graphql-ws': subscriptionsOf(contexts, schemas) },
  };
}

export const driver = ApolloDriver;
