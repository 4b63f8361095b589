import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Authenticator, BadToken } from '@tavolo/access';
import type { Asking, Principal } from '@tavolo/access';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import { DocumentDamaged, MemoryPrivateStore } from '@tavolo/private-store';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { serveDocuments } from './documents.js';

const MAX_BYTES = 300_000;
const ada = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const authorization = 'Bearer ada';
const auth = { issuer: 'test', assurance: 'low' };

/** Lets Ada in, nobody without a token, and says of all others that their token is not good. */
class OnlyAda extends Authenticator {
  principalOf({ headers }: Asking): Promise<Principal | null> {
    if (headers.authorization === undefined) return Promise.resolve(null);
    if (headers.authorization !== authorization) return Promise.reject(new BadToken('forged'));
    return Promise.resolve({ person: ada, auth, session: null });
  }
}
const pdf = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\n%%EOF\n');

let http: FastifyInstance;
let store: MemoryPrivateStore;
let url: string;

beforeEach(async () => {
  http = fastify();
  store = new MemoryPrivateStore();
  http.post('/elsewhere', (request, reply) => reply.send({ parsed: request.body }));
  await serveDocuments(http, {
    store,
    authenticator: new OnlyAda(),
    maxBytes: MAX_BYTES,
    isReadByAll: true,
    isOpen: () => Promise.resolve(true),
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
  url = `http://127.0.0.1:${String((http.server.address() as AddressInfo).port)}`;
});

afterEach(() => http.close());

type Body = Buffer | string | AsyncIterable<Uint8Array>;
type Sent = Readonly<{ type?: string; query?: string; headers?: Record<string, string> }>;

/** Sends a body; a stream goes out in chunks, without a Content-Length. */
async function upload(body: Body, { type = 'application/pdf', query = '', headers }: Sent = {}) {
  const answer = await fetch(`${url}/documents${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': type, ...headers },
    body,
    duplex: 'half',
  });
  return { status: answer.status, headers: answer.headers, body: await bodyOf(answer) };
}

type Answered = Readonly<Record<'code' | 'message' | 'sha256' | 'mediaType', string>>;
const bodyOf = async (answer: Response) => (await answer.json()) as Answered & { bytes: number };
const download = (sha256: string, headers = {}) => fetch(`${url}/documents/${sha256}`, { headers });
const hashOf = (bytes: Buffer | string) =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

/** When the connection of a request is gone, however it went. */
function closing(request: ClientRequest): Promise<void> {
  request.on('error', () => undefined);
  return new Promise((resolve) => request.on('close', resolve));
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) {
    yield await Promise.resolve(bytes.subarray(at, at + size));
  }
}

describe('POST /documents', () => {
  it('stores the body and answers its hash, however it was cut', async () => {
    const sha256 = hashOf(pdf);
    for (const body of [pdf, inChunks(pdf, 1), inChunks(pdf, 7)]) {
      const answer = await upload(body);
      expect([answer.status, answer.headers.get('location')]).toStrictEqual([
        201,
        `/documents/${sha256}`,
      ]);
      expect(answer.body).toStrictEqual({
        sha256,
        bytes: pdf.length,
        mediaType: 'application/pdf',
      });
    }
    const given = await download(sha256);
    expect(Buffer.from(await given.arrayBuffer()).equals(pdf)).toBe(true);
  });

  it.each([
    ['application/pdf', Buffer.from('plain')],
    ['text/plain', Buffer.from('with\0nul')],
  ])('refuses what is declared %s and is something else: 415, and nothing stays', async (...it) => {
    const [type, bytes] = it;
    for (const body of [bytes, inChunks(bytes, 3)]) {
      const { status, body: said } = await upload(body, { type });
      expect([status, said.code]).toStrictEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
    }
    expect((await store.documents([hashOf(bytes)])).size).toBe(0);
  });

  it.each(['text/html', 'application/zip', 'image/svg+xml', 'text/plain; charset=latin1', 'odd'])(
    'refuses the type %s altogether',
    async (type) => {
      const { status, body } = await upload('text', { type });
      expect([status, body.code]).toStrictEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
      expect(body.message).toContain('application/pdf');
    },
  );

  it('takes a type with the character set it must have', async () => {
    expect((await upload('text', { type: 'Text/Plain; charset=UTF-8' })).status).toBe(201);
  });

  it('refuses one byte too many, announced or not, and takes one less', async () => {
    const full = Buffer.alloc(MAX_BYTES, 'a');
    const over = Buffer.alloc(MAX_BYTES + 1, 'a');
    for (const body of [over, inChunks(over, 65_536)]) {
      const { status, body: said } = await upload(body, { type: 'text/plain' });
      expect([status, said.code]).toStrictEqual([413, 'DOCUMENT_TOO_LARGE']);
    }
    expect((await store.documents([hashOf(over)])).size).toBe(0);
    expect((await upload(inChunks(full, 65_536), { type: 'text/plain' })).status).toBe(201);
  });

  it('does not read for ever what is too large', async () => {
    const endless = httpRequest(`${url}/documents`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/plain' },
    });
    const closed = closing(endless);
    const send = () => {
      while (!endless.destroyed && endless.write(Buffer.alloc(65_536, 'a')));
    };
    endless.on('drain', send);
    send();
    await closed;
    expect(endless.destroyed).toBe(true);
  });

  it.each(['application/pdf', 'text/plain'])('refuses an empty %s: 400', async (type) => {
    for (const body of ['', inChunks(Buffer.alloc(0), 1)]) {
      const { status, body: said } = await upload(body, { type });
      expect([status, said.code]).toStrictEqual([400, 'EMPTY_DOCUMENT']);
    }
  });

  it('asks who acts, in Italian, or in English where that is asked for', async () => {
    const anonymous = await fetch(`${url}/documents`, { method: 'POST', body: pdf });
    expect([anonymous.status, await anonymous.json()]).toStrictEqual([
      401,
      {
        code: 'UNAUTHENTICATED',
        message: 'Accedere prima: mandare Authorization: Bearer <token>.',
      },
    ]);
    const headers = { authorization: 'Bearer eve', 'accept-language': 'en-GB,it;q=0.5' };
    const forged = await upload(pdf, { headers });
    expect(forged.body.message).toBe('The token is not good, or no longer: sign in again.');
    expect(forged.status).toBe(401);
  });

  it('keeps only bytes of the hash that was expected', async () => {
    const other = await upload(pdf, { query: `?sha256=${'0'.repeat(64)}` });
    expect([other.status, other.body.code]).toStrictEqual([422, 'HASH_DIFFERS']);
    expect((await store.documents([hashOf(pdf)])).size).toBe(0);
    expect((await upload(pdf, { query: '?sha256=abc' })).status).toBe(400);
    expect((await upload(pdf, { query: `?sha256=${hashOf(pdf)}` })).status).toBe(201);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const put = jest.spyOn(store, 'putDocument');
    const half = httpRequest(`${url}/documents`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/plain', 'content-length': 100 },
    });
    const closed = closing(half);
    half.write('half');
    await once(http.server, 'request');
    half.destroy();
    await closed;
    await expect(put.mock.results[0]?.value).rejects.toThrow();
    expect((await store.documents([hashOf('half')])).size).toBe(0);
  });

  it('leaves the parsing of every other body as it was', async () => {
    const answer = await fetch(`${url}/elsewhere`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(await answer.json()).toStrictEqual({ parsed: { a: 1 } });
  });
});

describe('GET /documents/<sha256>', () => {
  it('gives a file to save, for ever the same', async () => {
    const { body } = await upload(pdf);
    const { status, headers } = await download(body.sha256);
    expect(status).toBe(200);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${body.sha256}.pdf"`,
      'content-length': String(pdf.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=31536000, immutable',
      etag: `"${hashOf(pdf)}"`,
    });
  });

  it('says so to who has it already, and to HEAD without its bytes', async () => {
    const { sha256 } = (await upload(pdf)).body;
    const known = await download(sha256, { 'if-none-match': `"other", "${sha256}"` });
    expect([known.status, await known.text()]).toStrictEqual([304, '']);
    const other = await download(sha256, { 'if-none-match': '"other"' });
    expect([other.status, (await other.arrayBuffer()).byteLength]).toStrictEqual([200, pdf.length]);
    const head = await fetch(`${url}/documents/${sha256}`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toStrictEqual([
      200,
      String(pdf.length),
      '',
    ]);
  });

  it.each([
    ['abc', 400, 'BAD_USER_INPUT'],
    ['A'.repeat(64), 400, 'BAD_USER_INPUT'],
    ['..%2f..%2fprivate.db', 400, 'BAD_USER_INPUT'],
    ['0'.repeat(64), 404, 'NOT_FOUND'],
    ['a/b', 404, 'NOT_FOUND'],
  ])('has nothing at %s: %d', async (path, status, code) => {
    const answer = await download(path);
    expect([answer.status, (await bodyOf(answer)).code]).toStrictEqual([status, code]);
  });

  it('says nothing of what went wrong inside, and lets nobody keep the answer', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    const { sha256 } = (await upload(pdf)).body;
    jest.spyOn(store, 'readDocument').mockResolvedValue(damaged(sha256 as Sha256));
    const answer = await download(sha256);
    const { code, message } = await bodyOf(answer);
    expect([answer.status, code]).toStrictEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(message).not.toContain(sha256);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-disposition')).toBeNull();
    expect(logged).toHaveBeenCalledTimes(1);
  });
});

// eslint-disable-next-line require-yield -- It fails before it has anything to give.
async function* damaged(sha256: Sha256): AsyncGenerator<Uint8Array> {
  await Promise.reject(new DocumentDamaged(sha256));
}
