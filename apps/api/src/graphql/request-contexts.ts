import { randomUUID } from 'node:crypto';
import type { Sender } from '@tavolo/command';
import type { Position } from '@tavolo/event-store';
import { Nodes } from '@tavolo/graphql';
import type { Locale, RequestContext } from '@tavolo/graphql';
import type { MandateRef, PersonRef } from '@tavolo/kernel';
import { NotYet, ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';

const WAIT_MS = 2_000;
const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const PERSON = new RegExp(`^person-${UUID}$`);
const MANDATE = /^[a-z]+-[\w-]{1,80}#[\w-]{1,80}$/;

/** Headers by lower-case name; a subscription gives the same names as connection parameters. */
type Headers = Readonly<Record<string, unknown>>;

interface Connection {
  readonly connectionParams?: Readonly<Record<string, unknown>>;
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
  ) {}

  /** @throws GraphQLError NOT_YET | BAD_USER_INPUT */
  async of(from: Connection | FastifyRequest): Promise<RequestContext> {
    const headers = 'headers' in from ? from.headers : lowerCased(from.connectionParams ?? {});
    const body = 'body' in from ? (from.body as Body | null) : null;
    const atLeast = textOf(headers['tavolo-at-least']) ?? textOf(body?.extensions?.atLeast);
    const isStaleFine = headers['tavolo-on-timeout'] === 'stale';
    return {
      moment: await this.#moment(atLeast, isStaleFine),
      locale: localeOf(headers),
      requestId: randomUUID(),
      sender: senderOf(headers),
      typeNameOf: (id) => this.nodes.typeNameOf(id) ?? 'Node',
      loaders: new Map(),
    };
  }

  async #moment(atLeast: string | undefined, isStaleFine: boolean): Promise<Moment> {
    if (atLeast === undefined) return this.readModel.now();
    try {
      return await this.readModel.reach(atLeast as Position, WAIT_MS);
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
      if (isStaleFine) return this.readModel.now();
      const { position } = error.reached;
      throw new GraphQLError('This replica has not read that far yet: ask again.', {
        extensions: { code: 'NOT_YET', position, http: { status: 503 } },
      });
    }
  }
}

/** The demo headers say who acts, until people sign in. */
function senderOf(headers: Headers): Sender | null {
  const person = textOf(headers['tavolo-person']);
  const mandate = textOf(headers['tavolo-mandate']);
  if (person === undefined) return null;
  if (!PERSON.test(person)) throw badHeader('Tavolo-Person', 'person-<uuid>');
  if (mandate !== undefined && !MANDATE.test(mandate)) {
    throw badHeader('Tavolo-Mandate', '<stream>#<id>');
  }
  return {
    person: person as PersonRef,
    mandate: (mandate ?? null) as MandateRef | null,
    auth: { issuer: 'demo-header', assurance: 'none' },
  };
}

function badHeader(name: string, form: string): GraphQLError {
  return new GraphQLError(`The header ${name} is not of the form ${form}.`, {
    extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
  });
}

/** Italian unless English is asked for before it. */
export function localeOf(headers: Headers): Locale {
  const asked = textOf(headers['accept-language'])?.toLowerCase() ?? '';
  const first = asked.split(',').find((tag) => /^\s*(it|en)\b/.test(tag));
  return first?.trim().startsWith('en') === true ? 'en' : 'it';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function lowerCased(parameters: Readonly<Record<string, unknown>>): Headers {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]),
  );
}
