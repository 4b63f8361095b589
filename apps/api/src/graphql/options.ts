import type { ApolloDriverConfig } from '@nestjs/apollo';
import type { GraphQLSchemaHost, GraphQLWsSubscriptionsConfig } from '@nestjs/graphql';
import { withAsOf } from '@tavolo/audit';
import { withReading } from '@tavolo/reading';
import type { PolicyReading, ReadingBook } from '@tavolo/reading';
import { admissionPlugin } from '../door/admission.js';
import { documentRules, validationOptions } from '../door/document-rules.js';
import type { Door } from '../door/door.js';
import { limits } from '../door/limits.js';
import type { Rates } from '../door/rates.js';
import type { TrustedDocuments } from '../door/trusted-documents.js';
import type { Journal } from '../journal/journal.js';
import { answerPlugin } from './answer.plugin.js';
import { mask } from './errors.js';
import type { SessionSockets } from '../sign-in/session-sockets.js';
import type { RequestContexts } from './request-contexts.js';
import { subscriptionsOf } from './subscriptions.js';

type Parts = Readonly<{
  contexts: RequestContexts;
  schemas: GraphQLSchemaHost;
  /** Ends what a session has opened, with it. */
  sessions: SessionSockets;
  /** Who may read what of what the schema shows. */
  reading: Readonly<{ book: ReadingBook; reading: PolicyReading }>;
  door: Door;
  documents: TrustedDocuments;
  /** Of HTTP and of WebSockets together; null where nobody is kept waiting. */
  rates: Rates | null;
  journal: Journal;
  behindMs: () => number | null;
}>;

/** How GraphQL is served. */
export function graphqlOptions({
  contexts,
  reading,
  ...parts
}: Parts): Omit<ApolloDriverConfig, 'driver'> {
  const { door } = parts;
  const rules = documentRules(door);
  const sockets = subscriptionsOf({ contexts, rules, ...parts });
  return {
    autoSchemaFile: true, // schema.graphql is committed; test/compatibility compares the two.
    sortSchema: true,
    // The check would introspect the whole schema at every start; test/compatibility prints it.
    buildSchemaOptions: { skipCheck: true },
    transformSchema: (schema) => withReading(withAsOf(schema), reading),
    introspection: true, // Whether it is let in is for `documentRules` to say, on both transports.
    graphiql: false, // It loads its code from a public host; /altair serves its own.
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false, // It would copy the exception's response to the client.
    preserveHttpStatusForExecutionErrors: false,
    formatError: mask,
    plugins: [answerPlugin(parts.behindMs), admissionPlugin(door)],
    validationRules: [...rules],
    validationOptions,
    parseOptions: { maxLexicalTokens: limits.tokens },
    allowBatchedHttpRequests: false,
    persistedQueries: false, // They would let anybody add a document; no list of what is trusted.
    csrfPrevention: true,
    context: (from: Parameters<RequestContexts['of']>[0]) => contexts.of(from),
    subscriptions: { 'graphql-ws': sockets as GraphQLWsSubscriptionsConfig },
  };
}
