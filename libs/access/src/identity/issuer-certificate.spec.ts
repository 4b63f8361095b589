import { once } from 'node:events';
import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ownCertificate } from '../../test/own-certificate.js';
import { RelyingParty } from '../session/relying-party.js';
import { plainClaims } from './claim-mapping.js';
import { keySetOf } from './issuer-keys.js';
import { IdentityUnavailable } from './token-verifier.js';

const usual = getCACertificates('default');
const header = { alg: 'ES256', kid: 'none' };
const token = { payload: '', signature: '' };

let server: Server;
let url: string;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = createServer(ownCertificate, (request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ keys: [] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `https://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(() => {
  setDefaultCACertificates(usual);
  server.closeAllConnections();
  server.close();
});

describe('an issuer whose certificate nobody has signed', () => {
  it('is told nothing and asked nothing, for keys and for logins alike', async () => {
    const keys = keySetOf(url, new URL(`${url}/keys`));
    await expect(keys(header, token)).rejects.toThrow('fetch failed');
    await expect(keySetOf(url, 'discovered')(header, token)).rejects.toThrow('fetch failed');
    const client = { issuer: url, clientId: 'a', secret: null, algorithm: 'ES256' };
    const party = new RelyingParty({ ...client, claims: plainClaims });
    const going = { stepUp: null, maxAgeS: 1, isAnew: false } as const;
    await expect(party.begin('https://a.example/b', going)).rejects.toThrow(IdentityUnavailable);
    expect(asked).toStrictEqual([]);
  });

  it('is asked by who trusts its certificate', async () => {
    setDefaultCACertificates([...usual, ownCertificate.cert]);
    const keys = keySetOf(url, new URL(`${url}/keys`));
    await expect(keys(header, token)).rejects.toThrow('no applicable key');
    expect(asked).toStrictEqual(['/keys']);
  });
});
