import { Invitations } from '@tavolo/access';
import { Jobs } from '@tavolo/operations';
import { PolicyReading, Readers } from '@tavolo/reading';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { printSchema } from 'graphql';
import { AppModule } from './app.module.js';
import type { Config } from './config/config.js';
import { limits } from './door/limits.js';
import { OncePerRequest } from './door/once-per-request.js';
import { Rates } from './door/rates.js';
import { newRequestId } from './door/request-ids.js';
import { refuseAddress, refuseOnTheWire } from './door/refused-forms.js';
import { manifestIn, TrustedDocuments } from './door/trusted-documents.js';
import { serveFeed } from './feed/serve-feed.js';
import { RequestContexts } from './graphql/request-contexts.js';
import { serveHttp } from './http.js';
import { Journal } from './journal/journal.js';
import { JournalledLogins } from './journal/journalled-logins.js';
import { PartLines } from './journal/part-lines.js';
import { upgradesFor } from './door/loopback.js';
import { Metrics } from './operations/metrics.js';
import type { Traces } from './operations/traces.js';
import { serveRehearsals } from './rehearsals/rehearsals.js';
import { openStores } from './stores/stores.js';
import type { Stores } from './stores/stores.js';

/**
 * The whole server, ready to listen. Its stores are opened first: what cannot be used is said
 * before anything else starts. A test hands in stores of its own. @throws UnusableData
 */
export async function createServer(
  config: Config,
  opened?: Stores,
  journal = new Journal(config.journal),
): Promise<NestFastifyApplication> {
  const { authenticator, ...found } = opened ?? (await openStores(config));
  const metrics = new Metrics();
  const traces = await tracesOf(config);
  const traced = (store: Stores['store']) => traces?.traced(store) ?? store;
  if (traces) found.projections.onBatch((batch) => traces.projected(batch));
  const journalled = new JournalledLogins(authenticator, journal);
  const stores = {
    ...found,
    store: traced(metrics.measured(found.store)),
    authenticator: new OncePerRequest(journalled),
  };
  const { door, accessibilityContact } = config;
  const documents = new TrustedDocuments(door.browsersSend === 'trusted', () =>
    manifestIn(config.trustedDocuments),
  );
  const rates = door.perMinute && new Rates(door.perMinute);
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(stores, {
      ...{ accessibilityContact, door, documents, journal, rates, metrics, traces },
    }),
    new FastifyAdapter({
      ...{ bodyLimit: limits.bodyBytes, http: upgradesFor(config.sessions.publicUrl) },
      ...{ genReqId: newRequestId, requestIdHeader: false },
      ...{ frameworkErrors: refuseAddress, clientErrorHandler: refuseOnTheWire },
    }),
    { logger: new PartLines(journal), abortOnError: false }, // Thrown, so that a test can show it.
  );
  const graph = () => app.get(GraphQLSchemaHost).schema;
  const schema = () => `${printSchema(graph())}\n`;
  await serveHttp(app.getHttpAdapter().getInstance(), {
    ...{ config, stores, schema, graph, rates, metrics, documents, journal },
    ...{ invitations: app.get(Invitations), jobs: app.get(Jobs) },
    reading: {
      contexts: app.get(RequestContexts),
      ...{ policies: app.get(PolicyReading), readers: app.get(Readers) },
    },
  });
  // After the stores are closed: what they did last is told too.
  if (traces)
    app
      .getHttpAdapter()
      .getInstance()
      .addHook('onClose', () => traces.close());
  const { readModel } = stores.projections;
  await serveFeed(app, config, { store: stores.store, readModel });
  await serveRehearsals(app, stores);
  return app;
}

/** Loaded where somebody asked for them. */
async function tracesOf({ traces }: Config): Promise<Traces | null> {
  if (!traces) return null;
  const { openTraces } = await import('./operations/traces.js');
  return openTraces(traces);
}
