import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Authenticator } from '@tavolo/access';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import { MemoryPrivateStore } from '@tavolo/private-store';
import fastify from 'fastify';
import { serveDocuments } from './documents.js';
import { Harmful, scanned, ScannerSilent } from './scanner.js';
import type { ScannerAddress } from './scanner.js';

let server: Server | null = null;
afterEach(() => {
  server?.close();
});

/** What speaks as clamd does: hears a stream out, and answers by what stands in it. */
async function clamd(answer: (text: string) => string | null) {
  server = createServer((socket: Socket) => {
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      heard = Buffer.concat([heard, bytes]);
      const text = streamIn(heard);
      if (text === null) return;
      const said = answer(text);
      if (said === null) socket.destroy();
      else socket.end(`${said}\0`);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

/** The whole of it, from its chunks with their lengths; null before its end. */
function streamIn(heard: Buffer): string | null {
  let at = 'zINSTREAM\0'.length;
  if (heard.subarray(0, at).toString() !== 'zINSTREAM\0') return null;
  const chunks: Buffer[] = [];
  for (;;) {
    if (heard.length < at + 4) return null;
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks).toString();
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
}

const verdict = (text: string) =>
  text.includes('EVIL') ? 'stream: Test.Evil FOUND' : 'stream: OK';
async function* content(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(Buffer.from(text));
}
const through = async (address: Parameters<typeof scanned>[1], ...texts: readonly string[]) =>
  Buffer.concat(await Array.fromAsync(scanned(content(...texts), address))).toString();

describe('a document that is scanned', () => {
  it('goes on as it came, where nothing is known against it', async () => {
    expect(await through(await clamd(verdict), 'a', '', 'b'.repeat(200_000))).toHaveLength(200_001);
  });

  it('is not taken where it is harmful, also over the border of two chunks', async () => {
    const address = await clamd(verdict);
    await expect(through(address, 'aEV', 'ILb')).rejects.toThrow(Harmful);
  });

  it.each([
    ['says something else', () => 'INSTREAM size limit exceeded. ERROR'],
    ['hangs up', () => null],
    ['says nothing', () => ''],
  ])('is not taken where the scanner %s', async (_what, answer) => {
    await expect(through(await clamd(answer), 'a')).rejects.toThrow(ScannerSilent);
  });

  it('is not taken where nobody listens', async () => {
    const address = await clamd(verdict);
    server?.close();
    await expect(through(address, 'a')).rejects.toThrow(ScannerSilent);
  });

  it('fails for its own reason where it breaks off', async () => {
    const address = await clamd(verdict);
    const broken = (async function* () {
      yield await Promise.resolve(Buffer.from('a'));
      throw new RangeError('broken off');
    })();
    await expect(Array.fromAsync(scanned(broken, address))).rejects.toThrow(RangeError);
  });
});

describe('an upload', () => {
  const principal = {
    person: 'person-00000000-0000-4000-8000-000000000001' as PersonRef,
    ...{ auth: { issuer: 'test', assurance: 'low' }, session: null },
  };

  /** What `POST /documents` answers where this scanner looks, and how many documents are kept then. */
  async function uploaded(scanner: ScannerAddress, text: string) {
    const http = fastify();
    const store = new MemoryPrivateStore();
    const authenticator = { principalOf: () => Promise.resolve(principal) } as Authenticator;
    const isOpen = () => Promise.resolve(true);
    const place = { store, authenticator, isOpen, isReadByAll: true, maxBytes: 1_000, scanner };
    await serveDocuments(http, place);
    const answer = await http.inject({
      ...{ method: 'POST', url: '/documents', payload: text },
      headers: { 'content-type': 'text/plain', 'accept-language': 'en' },
    });
    const sha256 = createHash('sha256').update(text).digest('hex') as Sha256;
    const kept = (await store.documents([sha256])).size;
    return { status: answer.statusCode, code: answer.json<{ code?: string }>().code, kept };
  }

  it('is refused where the scanner knows it as harmful, and nothing of it is kept', async () => {
    const address = await clamd(verdict);
    const harmful = { status: 422, code: 'HARMFUL_DOCUMENT', kept: 0 };
    expect(await uploaded(address, 'EVIL')).toStrictEqual(harmful);
    expect(await uploaded(address, 'good')).toStrictEqual({
      status: 201,
      code: undefined,
      kept: 1,
    });
  });

  it('waits for a scanner that does not answer: nothing is taken unseen', async () => {
    const silent = { status: 503, code: 'SCANNER_UNAVAILABLE', kept: 0 };
    expect(await uploaded(await clamd(() => null), 'good')).toStrictEqual(silent);
  });
});
