import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { serveHttp } from './http.js';
import { upgrades } from './loopback.js';
import { serveRehearsals } from './rehearsals.js';
import { openStores } from './stores.js';
import type { Stores } from './stores.js';

const BODY_BYTES_MAX = 1_000_000;

/**
 * The whole server, ready to listen. Its stores are opened first: what cannot be used is said
 * before anything else starts. A test hands in stores of its own. @throws UnusableData
 */
export async function createServer(
  config: Config,
  opened?: Stores,
): Promise<NestFastifyApplication> {
  const stores = opened ?? (await openStores(config));
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(stores),
    new FastifyAdapter({ bodyLimit: BODY_BYTES_MAX, http: upgrades }),
    { logger: ['warn', 'error'], abortOnError: false }, // Thrown, so that a test can show it.
  );
  await serveHttp(app.getHttpAdapter().getInstance(), { config, stores });
  await serveRehearsals(app);
  return app;
}
