import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { plainClaims } from '@tavolo/access';
import type { TrustedIssuer } from '@tavolo/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadConfig } from '../config/bad-config.js';
import type { Config } from '../config/config.js';
import type { Stores } from '../stores/stores.js';

/** By its place, not by an import: nothing of it is part of the server. */
const PROGRAM = fileURLToPath(new URL('../../../demo-issuer/src/main.js', import.meta.url));
const AUDIENCE = 'urn:tavolo:demo';
/** What the server of the demo is to its issuer. */
const CLIENT = 'demo-server';

/** Personas are held to have signed in as surely as members do with SPID at level 2. */
export const demoClaims = { ...plainClaims, assurances: { demo: 'substantial' } } as const;

type Started = Readonly<{
  app: NestFastifyApplication;
  stores: Pick<Stores, 'signIn' | 'tokens'>;
  config: Pick<Config, 'dataFolder' | 'demoIssuerPort'>;
}>;

/**
 * A demo that listens already gets its own issuer, the only one that is believed there, and by no
 * other server. A server whose issuer did not start is closed. @throws BadConfig
 */
export async function signInDemo({ app, stores, config }: Started): Promise<void> {
  try {
    const { dataFolder: folder, demoIssuerPort: port } = config;
    const server = await loopbackUrlOf(app);
    const issuer = await startDemoIssuer({ server, folder, port });
    const { trusted } = issuer;
    stores.tokens.trust(trusted);
    const client = { clientId: CLIENT, secret: null, algorithm: 'ES256', claims: trusted.claims };
    stores.signIn.parts.party.become({ issuer: trusted.issuer, ...client }, new URL(server));
    app.getHttpServer().once('close', () => issuer.stop());
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** Where a program on this machine reaches it. */
export async function loopbackUrlOf(app: NestFastifyApplication): Promise<string> {
  return (await app.getUrl()).replace('[::1]', '127.0.0.1');
}

/** In a process of its own, that ends with the server. */
type DemoIssuer = Readonly<{ trusted: TrustedIssuer; stop: () => void }>;

type Start = Readonly<{ server: string; folder: string; port: string }>;

async function startDemoIssuer({ server, folder, port }: Start): Promise<DemoIssuer> {
  const child = fork(PROGRAM, {
    env: {
      ...process.env,
      DEMO_ISSUER_SERVER: server,
      DEMO_ISSUER_FOLDER: folder,
      DEMO_ISSUER_PORT: port,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const issuer = await addressOf(child);
  return {
    trusted: {
      ...{ issuer, audience: AUDIENCE, algorithms: ['ES256'], claims: demoClaims },
      keys: new URL(`${issuer}/jwks`),
    },
    stop: () => {
      if (child.connected) child.disconnect();
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  const ended = once(child, 'exit').then(() => {
    throw new BadConfig('The issuer of the demo did not start; the line above says why.');
  });
  const [{ issuer }] = (await Promise.race([once(child, 'message'), ended])) as [
    { issuer: string },
  ];
  ended.catch(() => undefined); // From now on it ends when the server does.
  return issuer;
}
