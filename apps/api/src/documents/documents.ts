import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Authenticator } from '@tavolo/access';
import type { Sha256 } from '@tavolo/kernel';
import { DocumentTooLarge } from '@tavolo/private-store';
import type { DocumentInfo, PrivateStore } from '@tavolo/private-store';
import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { loginRefusal, refusals } from './document-refusals.js';
import { isKnown } from '../door/known.js';
import { RequestRefused } from '../door/refused.js';
import { currentRequestId } from '../door/request-ids.js';
import { declaredType } from './document-types.js';
import type { DocumentType } from './document-types.js';
import { Harmful, scanned, ScannerSilent } from './scanner.js';
import type { ScannerAddress } from './scanner.js';
import { localeOf } from '../graphql/request-contexts.js';

const SHA256 = /^[0-9a-f]{64}$/;
const logger = new Logger('documents');

/** Where documents are kept, who may bring them, and how large they may be. */
export type DocumentPlace = Readonly<{
  store: PrivateStore;
  authenticator: Authenticator;
  maxBytes: number;
  /** What looks for harm in them; null where nothing does. */
  scanner?: ScannerAddress | null;
  /** Whether who is not signed in may read them. */
  isReadByAll: boolean;
  /** Whether who asks may have a document: one of a confidential matter is not there for others. */
  isOpen: (request: FastifyRequest, sha256: Sha256) => Promise<boolean>;
}>;

/**
 * Documents beside GraphQL: `POST /documents` stores the body, whose Content-Type says what it is
 * and whose content must be that, and answers its SHA-256; `GET /documents/<sha256>` gives the
 * bytes back. Bodies are streamed both ways. An upload that is refused leaves nothing behind, nor
 * does one with `?rehearse=true`, which is only looked at.
 */
export async function serveDocuments(http: FastifyInstance, place: DocumentPlace): Promise<void> {
  await http.register(
    (scope, _options, ready) => {
      // What the server parses elsewhere comes here as the stream that it is.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, done) => done(null, body));
      scope.setErrorHandler(answerError);
      scope.setNotFoundHandler((request, reply) =>
        answerError(refusals.noSuchPath(), request, reply),
      );
      scope.post('/', (request, reply) => upload(request, reply, place));
      scope.get('/:sha256', (request, reply) => download(request, reply, place));
      ready();
    },
    { prefix: '/documents' },
  );
}

type Upload = Readonly<{
  type: DocumentType;
  expected: string | null;
  maxBytes: number;
  /** Only looked at: nothing of it is kept. */
  isRehearsal: boolean;
}>;

async function upload(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, authenticator, maxBytes, scanner = null }: DocumentPlace,
): Promise<FastifyReply> {
  try {
    await signedIn(request, authenticator);
    const { type, expected, isRehearsal } = admitted(request, maxBytes);
    const right = examined(chunksOf(request.body), { type, expected });
    const content = scanner ? scanned(right, scanner) : right;
    if (isRehearsal) return await reply.code(200).send(await lookedAt(content, type, maxBytes));
    const document = await store.putDocument(content, { mediaType: type.mediaType, maxBytes });
    return await reply.code(201).header('location', `/documents/${document.sha256}`).send(document);
  } catch (error) {
    drain(request.raw, maxBytes);
    if (error instanceof DocumentTooLarge) throw refusals.tooLarge(maxBytes);
    if (error instanceof Harmful) throw refusals.harmful();
    if (error instanceof ScannerSilent) throw refusals.scannerSilent();
    throw isBrokenOff(request) ? refusals.brokenOff() : error;
  }
}

/** @throws RequestRefused */
async function signedIn(request: FastifyRequest, authenticator: Authenticator): Promise<void> {
  const refused = await loginRefusal(request, authenticator);
  if (refused) throw refused;
}

/** What can be said before a byte is read. @throws RequestRefused */
function admitted({ headers, query }: FastifyRequest, maxBytes: number): Omit<Upload, 'maxBytes'> {
  const { sha256: expected = null, rehearse } = query as { sha256?: unknown; rehearse?: unknown };
  if (expected !== null && !isSha256(expected)) throw refusals.badHash();
  const type = declaredType(headers['content-type']);
  if (!type) throw refusals.wrongType();
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw refusals.tooLarge(maxBytes);
  return { type, expected, isRehearsal: rehearse === 'true' };
}

/** The same chunks; fails before the last of them is taken for good. @throws RequestRefused */
async function* examined(
  content: AsyncIterable<Uint8Array>,
  { type: { mediaType, examine }, expected }: Pick<Upload, 'expected' | 'type'>,
): AsyncGenerator<Uint8Array> {
  const examination = examine();
  const hash = createHash('sha256');
  let isEmpty = true;
  for await (const chunk of content) {
    isEmpty &&= chunk.byteLength === 0;
    hash.update(chunk);
    if (!(await examination.take(chunk))) throw refusals.notOfItsType(mediaType);
    yield chunk;
  }
  if (isEmpty) throw refusals.empty();
  if (!(await examination.isRight())) throw refusals.notOfItsType(mediaType);
  const sha256 = hash.digest('hex');
  if (expected !== null && sha256 !== expected) throw refusals.otherHash(sha256);
}

/** What would be answered of a document that is only looked at. @throws RequestRefused */
async function lookedAt(
  content: AsyncIterable<Uint8Array>,
  { mediaType }: DocumentType,
  maxBytes: number,
): Promise<Omit<DocumentInfo, 'sha256'> & { readonly sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw refusals.tooLarge(maxBytes);
    hash.update(chunk);
  }
  return { sha256: hash.digest('hex'), bytes, mediaType };
}

/** Leaving a request half read must not close it: the refusal is still to be answered. */
function chunksOf(body: unknown): AsyncIterable<Uint8Array> {
  const stream = body instanceof Readable ? body : Readable.from([]);
  return stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
}

/**
 * Reads on what a client still sends of a refused upload, so that it hears the answer, but not
 * for ever.
 */
function drain(request: Readable, atMostBytes: number): void {
  let left = atMostBytes;
  request.on('data', ({ byteLength }: Uint8Array) => {
    left -= byteLength;
    if (left < 0) request.destroy();
  });
  request.on('error', () => undefined); // It broke off: nobody listens any more.
}

function isBrokenOff({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

async function download(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, authenticator, isReadByAll, isOpen }: DocumentPlace,
): Promise<FastifyReply> {
  const { sha256 } = request.params as { sha256: string };
  if (!isReadByAll) await signedIn(request, authenticator);
  if (!isSha256(sha256)) throw refusals.badHash();
  const document = (await store.documents([sha256])).get(sha256);
  const content = await store.readDocument(sha256);
  if (!document || !content || !(await isOpen(request, sha256))) throw refusals.unknown();
  describe(reply, document);
  if (isKnown(request, `"${sha256}"`)) return reply.code(304).send();
  return reply.header('content-length', document.bytes).send(Readable.from(content));
}

/** Nothing of it is ever shown or run by a browser: it is saved under its hash. */
function describe(reply: FastifyReply, { sha256, mediaType }: DocumentInfo): void {
  const extension = declaredType(mediaType)?.extension ?? 'bin';
  void reply.headers({
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${sha256}.${extension}"`,
    'x-content-type-options': 'nosniff',
    etag: `"${sha256}"`,
    'cache-control': 'private, max-age=31536000, immutable',
  });
}

function isSha256(value: unknown): value is Sha256 {
  return typeof value === 'string' && SHA256.test(value);
}

/** The one place that words an error: never a stack trace, never a reason of our own machine. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, code, sentence } = refusalFrom(error);
  for (const header of ['content-length', 'content-disposition', 'etag', 'location']) {
    void reply.removeHeader(header);
  }
  void reply
    .code(status)
    .headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .send({ code, message: sentence[localeOf(request.headers)] });
}

function refusalFrom(error: unknown): RequestRefused {
  if (error instanceof RequestRefused) return error;
  const problem = refusals.login(error);
  if (problem) return problem;
  // What the server itself refuses before we see it is a Content-Type that cannot be read.
  if ((error as { statusCode?: unknown } | null)?.statusCode === 415) return refusals.wrongType();
  const incident = currentRequestId();
  logger.error({ requestId: incident, error });
  return refusals.broken(incident);
}
