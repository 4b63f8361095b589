import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keysIn } from './keys.js';
import { pickerOf } from './picker.js';
import type { Persona } from './picker.js';
import { demoProvider } from './provider.js';
import { DemoIssuerRefused, settingsFrom } from './refusals.js';
import type { Settings } from './refusals.js';

/** Listens, and tells the server that started it where; it ends when that server does. */
async function main(): Promise<void> {
  const settings = settingsFrom(process.env);
  const { jwks, cookieKey } = await keysIn(settings.folder);
  const http = createServer();
  http.listen(settings.port, settings.host);
  await once(http, 'listening');
  const issuer = `http://${settings.host}:${String((http.address() as AddressInfo).port)}`;
  const redirectUris = [`${settings.server}/session/callback`];
  const provider = demoProvider({ issuer, jwks, redirectUris, cookieKey });
  const pick = pickerOf(provider, () => personasOf(settings));
  const answer = provider.callback();
  http.on('request', (request, response) => {
    pick(request, response).then(
      (isAnswered) => isAnswered || void answer(request, response),
      (error: unknown) => {
        console.error(error);
        response.writeHead(500).end();
      },
    );
  });
  process.once('disconnect', () => process.exit());
  process.send?.({ issuer });
}

async function personasOf({ server }: Settings): Promise<readonly Persona[]> {
  const response = await fetch(`${server}/demo/personas`);
  if (!response.ok) return [];
  return (await response.json()) as readonly Persona[];
}

try {
  await main();
} catch (error) {
  if (!(error instanceof DemoIssuerRefused)) throw error;
  console.error(`tavolo demo issuer: ${error.message}`);
  process.exitCode = 2;
}
