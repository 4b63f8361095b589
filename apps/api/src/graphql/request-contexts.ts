import { Authenticator } from '@tavolo/access';
import type { Asking, Principal } from '@tavolo/access';
import type { Sender } from '@tavolo/command';
import { START } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import { Nodes } from '@tavolo/graphql';
import type { Locale, RequestContext } from '@tavolo/graphql';
import type { MandateRef } from '@tavolo/kernel';
import { NotYet, ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { currentRequestId } from '../door/request-ids.js';
import { loginError, notYet } from './errors.js';

const WAIT_MS = 2_000;
const MANDATE = /^[a-z]+-[\w-]{1,80}#[\w-]{1,80}$/;

/** Headers by lower-case name; a subscription gives the same names as connection parameters. */
type Headers = Readonly<Record<string, unknown>>;

/** Of a WebSocket: what its client said at its beginning, and the request that became it. */
export interface Connection {
  readonly connectionParams?: Readonly<Record<string, unknown>> | undefined;
  readonly extra?: unknown;
}

interface Body {
  readonly extensions?: { readonly atLeast?: unknown };
}

/** Makes the context of each GraphQL operation, before it runs. */
@Injectable()
export class RequestContexts {
  constructor(
    private readonly readModel: ReadModel,
    private readonly nodes: Nodes,
    private readonly authenticator: Authenticator,
  ) {}

  /** @throws GraphQLError NOT_YET | BAD_USER_INPUT | UNAUTHENTICATED | IDENTITY_UNAVAILABLE */
  async of(from: Connection | FastifyRequest): Promise<RequestContext> {
    const asking = askingOf(from);
    const { headers } = asking;
    const locale = localeOf(headers);
    const body = 'body' in from ? (from.body as Body | null) : null;
    const atLeast = textOf(headers['tavolo-at-least']) ?? textOf(body?.extensions?.atLeast);
    const isStaleFine = headers['tavolo-on-timeout'] === 'stale';
    const principal = await this.#principal(asking, locale);
    return {
      moment: await this.#moment(atLeast, isStaleFine, locale),
      locale,
      requestId: 'id' in from ? from.id : currentRequestId(),
      sender: principal && senderOf(principal, headers, locale),
      reason: reasonOf(headers, locale),
      session: principal?.session?.id ?? null,
      typeNameOf: (id) => this.nodes.typeNameOf(id) ?? 'Node',
      loaders: new Map(),
    };
  }

  /**
   * Who holds a connection, asked of their login as it is now. @throws GraphQLError
   * UNAUTHENTICATED | FORBIDDEN | IDENTITY_UNAVAILABLE
   */
  holderOf(connection: Connection): Promise<Principal | null> {
    const asking = askingOf(connection);
    return this.#principal(asking, localeOf(asking.headers));
  }

  async #principal(asking: Asking, locale: Locale): Promise<Principal | null> {
    try {
      return await this.authenticator.principalOf(asking);
    } catch (error) {
      throw loginError(error, locale);
    }
  }

  async #moment(
    atLeast: string | undefined,
    isStaleFine: boolean,
    locale: Locale,
  ): Promise<Moment> {
    const now = this.readModel.now();
    if (atLeast === undefined) return now;
    if (!isLike(now.position, atLeast)) {
      const en = 'Tavolo-At-Least is no position of this log: send one that a receipt gave.';
      const it =
        'Tavolo-At-Least non è una posizione di questo registro: usare quella di una ricevuta.';
      throw badHeader({ it, en }[locale]);
    }
    try {
      return await this.readModel.reach(atLeast as Position, WAIT_MS);
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
      if (isStaleFine) return this.readModel.now();
      const { position } = error.reached;
      throw new GraphQLError(notYet[locale], {
        extensions: { code: 'NOT_YET', position, http: { status: 503 } },
      });
    }
  }
}

/**
 * What a browser itself says of a WebSocket stands in the request that became it: no parameter of
 * a page takes its place.
 */
export function askingOf(from: Connection | FastifyRequest): Asking {
  if ('headers' in from) return from;
  const { request } = (from.extra ?? {}) as { request?: { headers: Headers } };
  const { cookie, host, origin, 'sec-fetch-site': site } = request?.headers ?? {};
  const said = { ...lowerCased(from.connectionParams), cookie, host, origin };
  return { headers: { ...said, 'sec-fetch-site': site }, method: 'WEBSOCKET' };
}

/** Positions of one log differ in their digits alone. Of a log not read yet nothing is known. */
function isLike(known: Position, asked: string): boolean {
  const shapeOf = (position: string) => position.replaceAll(/\d/g, '0');
  return known === START || shapeOf(known) === shapeOf(asked);
}

/** Under which mandate somebody acts stands in a header of its own: a person has several. */
function senderOf({ person, auth }: Principal, headers: Headers, locale: Locale): Sender {
  const mandate = textOf(headers['tavolo-mandate']);
  if (mandate !== undefined && !MANDATE.test(mandate)) {
    throw badForm('Tavolo-Mandate', '<stream>#<id>', locale);
  }
  return { person, mandate: (mandate ?? null) as MandateRef | null, auth };
}

const REASON_MAX = 1_000;

/** Headers are ASCII: what is not is written as in an address (RFC 3986). */
function reasonOf(headers: Headers, locale: Locale): string | null {
  const given = textOf(headers['tavolo-reason']);
  if (given === undefined) return null;
  const reason = decoded(given)?.trim() ?? '';
  if (reason !== '' && reason.length <= REASON_MAX) return reason;
  throw badForm('Tavolo-Reason', `1–${String(REASON_MAX)}, percent-encoded UTF-8`, locale);
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function badForm(name: string, form: string, locale: Locale): GraphQLError {
  const en = `The header ${name} is not of the form ${form}.`;
  const it = `L’intestazione ${name} non ha la forma ${form}.`;
  return badHeader({ it, en }[locale]);
}

/** In the language of the reader: no answer exists yet of which a plugin could word the errors. */
function badHeader(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

/** Italian unless English is asked for before it. */
export function localeOf(headers: Headers): Locale {
  const asked = textOf(headers['accept-language'])?.toLowerCase() ?? '';
  const first = asked.split(',').find((tag) => /^\s*(it|en)\b/.test(tag));
  return first?.trim().startsWith('en') === true ? 'en' : 'it';
}

/** The same of a WebSocket. */
export function localeOfConnection({
  connectionParams,
}: Pick<Connection, 'connectionParams'>): Locale {
  return localeOf(lowerCased(connectionParams));
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function lowerCased(parameters: Readonly<Record<string, unknown>> = {}): Headers {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
