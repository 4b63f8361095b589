import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { plainClaims } from '@tavolo/access';
import type { TrustedIssuer } from '@tavolo/access';
import { BadConfig } from './bad-config.js';

/** By its place, not by an import: nothing of it is part of the server. */
const PROGRAM = fileURLToPath(new URL('../../demo-issuer/src/main.js', import.meta.url));
const AUDIENCE = 'urn:tavolo:demo';

/** The issuer of a demo, in a process of its own, that ends with the server. */
export interface DemoIssuer {
  readonly trusted: TrustedIssuer;
  stop(): void;
}

type Start = Readonly<{ server: string; folder: string; port: string }>;

/** Starts it for a server that listens already. @throws BadConfig */
export async function startDemoIssuer({ server, folder, port }: Start): Promise<DemoIssuer> {
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
      ...{ issuer, audience: AUDIENCE, algorithms: ['ES256'], claims: plainClaims },
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
