import 'reflect-metadata';
import { BadPolicies } from '@tavolo/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadConfig, configFrom, unusableAddressOf } from './config/config.js';
import type { Config } from './config/config.js';
import { readableByOthers } from './config/secret-settings.js';
import { UnusableData } from './stores/unusable-data.js';

/** The first that asks before it upgrades to a WebSocket: the guard of the door rests on it. */
const MINIMUM_NODE = '24.9.0';

/** Starts the server; a setting or a data folder that cannot be used ends it with one sentence. */
async function main(): Promise<void> {
  if (process.versions.node.localeCompare(MINIMUM_NODE, 'en', { numeric: true }) < 0) {
    throw new BadConfig(
      `Tavolo runs on Node ${MINIMUM_NODE}, this is ${process.version}: start it with npm, which brings its own.`,
    );
  }
  const config = configFrom(process.env, process.argv.slice(2));
  // Loaded as they are needed: what cannot be used is said before the rest of the server is read.
  const { openStores } = await import('./stores/stores.js');
  const stores = await openStores(config);
  const { createServer } = await import('./server.js');
  const { Journal } = await import('./journal/journal.js');
  const journal = new Journal(config.journal);
  for (const setting of readableByOthers(process.env)) {
    const message = `The file of ${setting} can be read by everybody on this machine: chmod 600.`;
    journal.note('secret.open', { message });
  }
  const app = await createServer(config, stores, journal);
  // What was begun is answered first, within ten seconds; to be told to stop is no failure.
  app.enableShutdownHooks(undefined, { useProcessExit: true });
  await listen(app, config);
  const { loopbackUrlOf, signInDemo } = await import('./demo/demo-issuer.js');
  const url = await loopbackUrlOf(app);
  if (config.demo) await signInDemo({ app, stores, config });
  const started = `Tavolo on ${url}/graphql (Node ${process.version}, data in ${config.dataFolder})`;
  // To somebody who tries it, or to a program that reads every line.
  if (config.demo) console.log(started);
  else journal.note('server.started', { message: started });
  if (config.story) await demonstrate(app, url, config.dataFolder);
}

/** A demo that is not whole is not served: the next start goes on with it. */
async function demonstrate(
  app: NestFastifyApplication,
  url: string,
  dataFolder: string,
): Promise<void> {
  const { DemoCutOff, loadDemo } = await import('./demo/demo.js');
  try {
    await loadDemo(url, dataFolder);
  } catch (error) {
    await app.close();
    if (!(error instanceof DemoCutOff)) throw error;
    end(error, 1);
  }
}

/** What cannot listen is closed again: nothing of it must keep the process alive. */
async function listen(app: NestFastifyApplication, config: Config): Promise<void> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw unusableAddressOf(error, config) ?? error;
  }
}

function end({ message }: Error, exitCode: number): void {
  console.error(`tavolo: ${message}`);
  process.exitCode = exitCode;
}

try {
  await main();
} catch (error) {
  const isExpected = [BadConfig, BadPolicies, UnusableData].some((kind) => error instanceof kind);
  if (!isExpected || !(error instanceof Error)) throw error;
  end(error, 2);
}
