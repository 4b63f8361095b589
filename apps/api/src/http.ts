import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { Invitations } from '@tavolo/access';
import type { Jobs } from '@tavolo/operations';
import type { PolicyReading, Readers } from '@tavolo/reading';
import { CalendarFeed } from '@tavolo/waiting/module';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { serveCalendars } from './calendar.js';
import { findConsole, serveConsole } from './console.js';
import type { ConsolePage } from './console.js';
import type { Config } from './config/config.js';
import { DemoClock, serveDemoClock } from './demo/demo-clock.js';
import { serveDemoPersonas } from './demo/demo-personas.js';
import { isDemoLoaded } from './demo/demo.js';
import { serveTrustedDocuments } from './door/browser-documents.js';
import { limitRates } from './door/rate-limit.js';
import { serveRefusals } from './door/refused-answers.js';
import type { Rates } from './door/rates.js';
import { serveRequestIds } from './door/request-ids.js';
import { answerUnworded } from './door/unworded-errors.js';
import type { TrustedDocuments } from './door/trusted-documents.js';
import { serveSchema } from './door/schema-file.js';
import { serveDocuments } from './documents/documents.js';
import type { RequestContexts } from './graphql/request-contexts.js';
import type { Journal } from './journal/journal.js';
import { guardLoopback } from './door/loopback.js';
import type { Metrics } from './operations/metrics.js';
import { servePrints } from './prints/prints.js';
import { serveOperations } from './operations/operations.js';
import { serveReadModelCopies } from './operations/read-model-copies.js';
import { serveSessions } from './sign-in/session.js';
import type { Stores } from './stores/stores.js';

const PLAYGROUND = '/altair/';
const PLAYGROUND_CODE = createRequire(import.meta.url).resolve('altair-static');
const playgroundOptions = {
  baseURL: PLAYGROUND,
  endpointURL: '/graphql',
  subscriptionsEndpoint: '/graphql',
  serveInitialOptionsInSeperateRequest: 'init.js',
  disableAccount: true,
  preserveState: false, // What was asked and answered stays out of the browser's storage.
};

const strict = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};
// Altair writes style elements while it runs.
const loose = {
  ...strict,
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
};
const policy = (directives: typeof strict) => ({
  contentSecurityPolicy: { useDefaults: false, directives },
});

/** What is served beside GraphQL; `schema` prints the schema of that. */
export type Served = Readonly<{
  invitations: Invitations;
  jobs: Jobs;
  config: Config;
  stores: Stores;
  schema: () => string;
  /** What GraphQL is asked on. */
  graph: () => GraphQLSchema;
  rates: Rates | null;
  metrics: Metrics;
  documents: TrustedDocuments;
  journal: Journal;
  /** Who may read what lies beside GraphQL. */
  reading: Readonly<{ contexts: RequestContexts; policies: PolicyReading; readers: Readers }>;
}>;

/** Everything beside GraphQL: guard, headers, documents, calendars, playground, operations. */
export async function serveHttp(http: FastifyInstance, served: Served): Promise<void> {
  const { stores, rates, documents, journal } = served;
  serveRequestIds(http);
  serveRefusals(http, { journal, authenticator: stores.authenticator });
  await http.register(helmet, policy(strict));
  guardLoopback(http, served.config.sessions.publicUrl);
  if (rates) limitRates(http, { rates, journal, authenticator: stores.authenticator });
  serveTrustedDocuments(http, documents);
  const page = findConsole(http);
  // In a scope of its own: of what lies outside Nest words the errors.
  await http.register(async (scope) => {
    scope.setErrorHandler(answerUnworded);
    await serveRoutes(scope, served, page);
  });
}

async function serveRoutes(
  http: FastifyInstance,
  { config, stores, schema, graph, invitations, jobs, metrics, reading, journal }: Served,
  page: ConsolePage | null,
): Promise<void> {
  await http.register(playground, { prefix: PLAYGROUND });
  const { clock, dataFolder, instance, privateStore, projections, store, authenticator } = stores;
  const { isReadByAll } = config.door;
  const isOpen = (request: FastifyRequest, sha256: string) =>
    reading.policies.isOpenDocument(sha256, () => reading.contexts.of(request));
  await serveDocuments(http, {
    ...{ store: privateStore, authenticator, isOpen, isReadByAll },
    maxBytes: config.documentMaxBytes,
    scanner: config.scanner,
  });
  servePrints(http, {
    ...{ schema: graph, isOpen, isReadByAll, texts: privateStore },
    contextOf: (request) => reading.contexts.of(request),
  });
  const { readModel } = projections;
  const isSecret = async () => {
    const secrets = await reading.readers.secretsAt(readModel.now());
    return (id: string) => secrets.has(id);
  };
  const kept = { readModel, privateStore, clock, instance };
  serveCalendars(http, new CalendarFeed({ ...kept, isSecret, closed: stores.closed }));
  const { signIn, tokens } = stores;
  const publicUrl = () => config.sessions.publicUrl ?? signIn.parts.party.demoUrl;
  await serveSessions(http, { signIn, privateStore, publicUrl, invitations, tokens, journal });
  serveIssuerName(http, stores);
  serveSchema(http, schema);
  if (page) await serveConsole(http, page);
  else http.get('/', (_request, reply) => reply.redirect(PLAYGROUND));
  serveOperations(http, { ...stores, jobs }, metrics);
  serveReadModelCopies(http, { projections, key: config.replica.key, journal });
  if (clock instanceof DemoClock) {
    serveDemoClock(http, { clock, store, isLoaded: () => isDemoLoaded(dataFolder) });
    serveDemoPersonas(http);
  }
}

/** Says whose tokens are believed, so that a client finds its way (RFC 9728). */
function serveIssuerName(http: FastifyInstance, { tokens }: Stores): void {
  http.get('/.well-known/oauth-protected-resource', ({ host, protocol }) => ({
    resource: `${protocol}://${host}`,
    authorization_servers: tokens.issuers(),
    bearer_methods_supported: ['header'],
  }));
}

async function playground(http: FastifyInstance): Promise<void> {
  http.addHook('onRequest', async (_request, reply) => {
    await Promise.resolve(reply.helmet(policy(loose))); // A promise, though its type says no.
  });
  await http.register(fastifyStatic, {
    root: join(dirname(PLAYGROUND_CODE), 'dist'),
    index: false,
  });
  // Loaded when somebody comes: a start needs to know no more than where its files lie.
  http.get('/', async (_request, reply) => {
    const { renderAltair } = await import('altair-static');
    const page = playgroundPage(renderAltair(playgroundOptions));
    return reply.type('text/html; charset=utf-8').send(page);
  });
  http.get('/init.js', async (_request, reply) => {
    const { renderInitSnippet } = await import('altair-static');
    const snippet = renderInitSnippet(playgroundOptions);
    return reply.type('text/javascript; charset=utf-8').send(snippet);
  });
}

/** Its <base> is where it lies anyway, and no page of ours has one; the way out stands on it. */
function playgroundPage(altair: string): string {
  const way =
    '<a href="/session" style="position:fixed;right:8px;bottom:8px;z-index:9">Accesso · Session</a>';
  return altair.replace(/<base [^>]*>/u, '').replace('</body>', `${way}</body>`);
}
