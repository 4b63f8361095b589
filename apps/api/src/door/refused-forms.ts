import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/request-contexts.js';
import { limits } from './limits.js';
import { REQUEST_ID } from './request-ids.js';

type Form = Readonly<{ code: string; it: string; en: string }>;

const BAD: Form = {
  code: 'BAD_REQUEST',
  it: 'La richiesta non si legge: il corpo deve essere JSON, intero, lungo quanto dice Content-Length.',
  en: 'The request cannot be read: its body is to be JSON, whole, and as long as Content-Length says.',
};
const ADDRESS: Form = {
  code: 'BAD_REQUEST',
  it: 'L’indirizzo non si legge: ciò che segue un % sono due cifre esadecimali di un testo UTF-8.',
  en: 'The address cannot be read: what follows a % is two hexadecimal digits of a text in UTF-8.',
};
const GARBLED: Form = {
  code: 'BAD_REQUEST',
  it: 'Ciò che è arrivato non è una richiesta HTTP.',
  en: 'What arrived is no HTTP request.',
};

/** What the server refuses by the form of a request alone, by its HTTP status. */
const FORMS: Readonly<Record<number, Form>> = {
  400: BAD,
  403: {
    code: 'FORBIDDEN',
    it: 'Questo non si dà a nessuno: chiedere un file, non una cartella.',
    en: 'This is given to nobody: ask for a file, not for a folder.',
  },
  404: {
    code: 'NOT_FOUND',
    it: 'A questo indirizzo non c’è nulla: GraphQL è in /graphql, i documenti in /documents.',
    en: 'There is nothing at this address: GraphQL is at /graphql, documents are at /documents.',
  },
  405: {
    code: 'METHOD_NOT_ALLOWED',
    it: 'Questo indirizzo non prende questo metodo: usare uno di quelli in Allow.',
    en: 'This address does not take this method: use one of those in Allow.',
  },
  408: {
    code: 'REQUEST_TIMEOUT',
    it: 'La richiesta non è arrivata intera in tempo: mandarla di nuovo.',
    en: 'The request did not arrive whole in time: send it again.',
  },
  413: {
    code: 'PAYLOAD_TOO_LARGE',
    it: `Il corpo della richiesta supera ${String(limits.bodyBytes)} byte: dividerla.`,
    en: `The body of the request is longer than ${String(limits.bodyBytes)} bytes: divide it.`,
  },
  415: {
    code: 'UNSUPPORTED_MEDIA_TYPE',
    it: 'Content-Type dice application/json: altro qui non si legge.',
    en: 'Content-Type says application/json: nothing else is read here.',
  },
  431: {
    code: 'HEADERS_TOO_LARGE',
    it: 'Le intestazioni della richiesta sono troppo lunghe: mandarne meno, o più corte.',
    en: 'The headers of the request are too long: send fewer, or shorter ones.',
  },
};
const DEFECT: Form = {
  code: 'INTERNAL_SERVER_ERROR',
  it: 'Qualcosa è andato storto da parte nostra.',
  en: 'Something went wrong on our side.',
};

/** True for what is refused by its form, and is no defect of ours. */
export function isOfForm(status: number): boolean {
  return status >= 400 && status < 500;
}

/** Whether GraphQL was asked, by whatever method. */
export function isOfGraphql({ raw }: Pick<FastifyRequest, 'raw'>): boolean {
  return raw.url?.split('?')[0] === '/graphql';
}

/** Answers in the language of who asks, and as GraphQL where that was asked. */
export function refuseForm(request: FastifyRequest, reply: FastifyReply, status: number): void {
  const form = FORMS[status] ?? (isOfForm(status) ? BAD : DEFECT);
  const message = form[localeOf(request.headers)];
  const incident = form === DEFECT ? { incident: request.id } : {};
  const said = { code: form.code, ...incident };
  void reply
    .code(form === DEFECT ? 500 : status)
    .header('cache-control', 'no-store')
    .send(
      isOfGraphql(request) ? { errors: [{ message, extensions: said }] } : { ...said, message },
    );
}

/** An address that nobody can read, which is refused before any hook sees it. */
export function refuseAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { code } = ADDRESS;
  void reply
    .code(400)
    .headers({ [REQUEST_ID]: request.id, 'x-content-type-options': 'nosniff' })
    .send({ code, message: ADDRESS[localeOf(request.headers)] });
}

const OF_THE_WIRE: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * What came is no whole request: nobody knows in which language to answer, so both are spoken.
 * Written on the wire as it is, for there is nothing to answer by.
 */
export function refuseOnTheWire(
  error: Error & { code?: string },
  socket: Pick<Socket, 'destroyed' | 'end' | 'writable'>,
): void {
  // Who is gone hears nothing.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const status = OF_THE_WIRE[error.code ?? ''] ?? 400;
  const { code, it, en } = status === 400 ? GARBLED : (FORMS[status] ?? GARBLED);
  const body = JSON.stringify({ code, message: `${it} – ${en}` });
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ''}`,
    ...['Content-Type: application/json; charset=utf-8', 'X-Content-Type-Options: nosniff'],
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    ...[`${REQUEST_ID}: ${randomUUID()}`, 'Connection: close'],
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** The methods that an address takes, of those that the server knows; empty for no address of ours. */
export function methodsOf(
  { url = '/' }: Pick<IncomingMessage, 'url'>,
  takes: (route: { url: string; method: 'DELETE' | 'GET' | 'POST' }) => boolean,
): readonly string[] {
  const path = url.split('?')[0] ?? '/';
  return (['DELETE', 'GET', 'POST'] as const).filter((method) => takes({ url: path, method }));
}
