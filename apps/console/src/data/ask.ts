import type { TadaDocumentNode } from 'gql.tada';
import { tokenOfLanguage } from '../app/language.ts';
import type { Trusted } from './trusted.ts';

/** A moment to read at: an event, an instant until which things were recorded, or a position. */
export type Moment = Readonly<{ eventId: string } | { at: string } | { position: string }>;

/** Which moment an answer shows. */
export type Shown = Readonly<{
  position: string;
  recordedAt: string | null;
  /** Of a moment that was asked for: the last event of it. */
  eventId: string | null;
  /** Facts may still be recorded before it. */
  provisional: boolean;
}>;

/** What was answered, which moment it shows, and the id to name the question by. */
export type Answered<Data> = Readonly<{
  data: Data;
  shown: Shown | null;
  requestId: string | null;
}>;

/** Beside the question: who asks under which mandate, why, and until when the answer is wanted. */
export type Asking = Readonly<{
  mandate?: string | null;
  reason?: string | null;
  moment?: Moment | null;
  signal?: AbortSignal;
}>;

/** The server could not be asked, or gave no answer: a code, a sentence, and the id to name it by. */
export class AskFailed extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly requestId: string | null = null,
  ) {
    super(message);
  }

  /** The machine is not ready: the same may be asked again. */
  get passes(): boolean {
    return PASSING.has(this.code);
  }
}

const PASSING = new Set([
  'BUSY',
  'NOT_YET',
  'OFFLINE',
  'OUTCOME_UNKNOWN',
  'PRIVATE_STORE_UNAVAILABLE',
  'STORE_UNAVAILABLE',
]);

interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string };
  }[];
  readonly extensions?: {
    readonly position?: string;
    readonly recordedAt?: string | null;
    readonly requestId?: string;
  };
}

/** The newest position that this page has written to or read: what is asked next is not older. */
let seen: string | null = null;

/** Notes a position: what is read from now on was read at it or later. */
export function sawPosition(position: string): void {
  if (seen === null || isLater(position, seen)) seen = position;
}

/** Positions of one store are written with the same number of digits, or as numbers. */
export function isLater(one: string, other: string): boolean {
  return one.length === other.length ? one > other : one.length > other.length;
}

/** Sends a document by its hash, and answers its data. @throws AskFailed */
export async function ask<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  asking: Asking = {},
): Promise<Answered<Data>> {
  const { name, id, past } = trusted(document);
  const moment = asking.moment ?? null;
  const body = await sent(
    {
      operationName: name,
      variables: { ...variables, ...(moment && { moment }) },
      extensions: { persistedQuery: { version: 1, sha256Hash: moment ? past : id } },
    },
    asking,
  );
  return answeredIn<Data>(body, moment !== null);
}

/** What the build has put in the place of a document. */
export function trusted(document: object): Trusted {
  return document as unknown as Trusted;
}

async function sent(asked: object, { mandate, reason, signal }: Asking): Promise<Body> {
  const response = await reached('/graphql', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': tokenOfLanguage(),
      ...(mandate != null && { 'tavolo-mandate': mandate }),
      ...(reason != null && reason !== '' && { 'tavolo-reason': encodeURIComponent(reason) }),
      ...(seen !== null && { 'tavolo-at-least': seen }),
    },
    body: JSON.stringify(asked),
    ...(signal && { signal }),
  });
  const requestId = response.headers.get('x-request-id');
  try {
    return withErrors((await response.json()) as Body, requestId);
  } catch (error) {
    if (error instanceof AskFailed) throw error;
    throw new AskFailed(`HTTP ${String(response.status)}`, 'INTERNAL_SERVER_ERROR', requestId);
  }
}

/** `fetch`, with one sentence for a network that is away. @throws AskFailed OFFLINE */
export async function reached(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new AskFailed('', 'OFFLINE');
  }
}

function withErrors(body: Body, requestId: string | null): Body {
  const error = body.errors?.[0];
  if (!error && body.data) return body;
  const { message = '', extensions: { code = 'INTERNAL_SERVER_ERROR' } = {} } = error ?? {};
  throw new AskFailed(message, code, body.extensions?.requestId ?? requestId);
}

function answeredIn<Data>({ data, extensions }: Body, isPast: boolean): Answered<Data> {
  const requestId = extensions?.requestId ?? null;
  if (isPast) {
    const past = (data as { asOf: Data & Shown }).asOf;
    const { position, recordedAt, eventId, provisional } = past;
    return { data: past, shown: { position, recordedAt, eventId, provisional }, requestId };
  }
  const { position, recordedAt = null } = extensions ?? {};
  const shown =
    position === undefined ? null : { position, recordedAt, eventId: null, provisional: false };
  return { data: data as Data, shown, requestId };
}
