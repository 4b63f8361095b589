import { randomUUID } from 'node:crypto';
import type { Answer, Circumstances } from '@tavolo/command';
import { CommandGateway } from '@tavolo/command';
import type { JsonObject, Uuid } from '@tavolo/event-store';
import { sentencesOf } from '@tavolo/kernel';
import type { Json, Refusal as Kept } from '@tavolo/kernel';
import { NotYet, ReadModel } from '@tavolo/projection';
import { Injectable } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { Receipt, Refusal } from './common.types.js';
import type { RefusalDetail } from './common.types.js';
import type { Locale, RequestContext } from './context.js';
import { Nodes } from './nodes.js';

const PROJECTION_TIMEOUT_MS = 2_000;

/** What a mutation returns: a payload with the receipt and the object, or a refusal. */
export type CommandResult =
  | Refusal
  | { readonly receipt: Receipt; readonly [field: string]: unknown };

/**
 * The result type of every command on one kind of object: `AgreementResult`, a union of
 * `AgreementPayload { receipt agreement }` and `Refusal`. Call it once per type.
 */
export function resultOf(node: Type, field: string) {
  @ObjectType(`${node.name}Payload`, { description: `The answer to a command on a ${node.name}.` })
  class Payload {
    @Field(() => Receipt, { description: 'Where in the log it landed (ricevuta).' })
    readonly receipt!: Receipt;
  }
  Field(() => node, {
    nullable: true,
    description: 'The object after the command; null while this replica has not read that far.',
  })(Payload.prototype, field);
  return createUnionType({
    name: `${node.name}Result`,
    description: `What a command on a ${node.name} answers; a refused one is an answer too.`,
    types: () => [Payload, Refusal] as const,
    resolveType: (value: object) => ('rule' in value ? Refusal : Payload),
  });
}

/** What a mutation says of the command it sends. */
export interface Sent {
  readonly aggregate: string;
  readonly type: string;
  /** The stream; null when the command founds the object. */
  readonly target: string | null;
  /** Field of the payload that holds the object. */
  readonly field: string;
  /** The object shown, where it is not the stream written to. */
  readonly shows?: string;
  /** The whole input: what belongs to every command is taken out of it. */
  readonly input: object;
}

/** Sends the command of a mutation and reads back what it did. */
@Injectable()
export class Mutations {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly readModel: ReadModel,
    private readonly nodes: Nodes,
  ) {}

  /** `input` minus the common fields is the data of the command; `omit` names ids that are not data. */
  async send(
    { aggregate, type, target, field, input, shows }: Sent,
    context: RequestContext,
  ): Promise<CommandResult> {
    const { sender } = context;
    if (!sender) throw notSignedIn();
    const { about, data } = apart(input);
    const answer = await this.gateway.send({ aggregate, type, target, data }, sender, about);
    if (answer.outcome === 'refused') return refusalOf(answer.refusal, context.locale);
    const object = await this.#read(answer, shows, context);
    return { receipt: receiptOf(answer), [field]: object };
  }

  async #read(
    { receipt: { stream, position } }: Accepted,
    shows: string | undefined,
    context: RequestContext,
  ): Promise<unknown> {
    try {
      const at = await this.readModel.reach(position, PROJECTION_TIMEOUT_MS);
      return await this.nodes.any(shows ?? stream, at, context);
    } catch (error) {
      if (error instanceof NotYet) return null;
      throw error;
    }
  }
}

type Accepted = Extract<Answer, { outcome: 'accepted' }>;

/** A refusal in the reader's language. */
export function refusalOf(kept: Kept, locale: Locale): Refusal {
  const { rule, code, details } = kept;
  const listed = Object.entries(details).flatMap(([name, value]) => detailsOf(name, value));
  return { rule, code, message: sentencesOf(kept)[locale], details: listed };
}

function detailsOf(name: string, value: Json): RefusalDetail[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => detailsOf(name, item));
  return [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}

function receiptOf({ receipt, result }: Accepted): Receipt {
  const { newId } = result;
  const { vote = null } = receipt;
  return { ...receipt, vote, createdId: typeof newId === 'string' ? newId : null };
}

type Common = Partial<Omit<Circumstances, 'commandId'>> & { commandId?: Uuid };

/** What belongs to every command, and what is the content of this one; null is absent. */
function apart(input: object): { about: Circumstances; data: JsonObject } {
  const given = Object.fromEntries(
    Object.entries(plain(input) as object).filter(([, value]) => value !== null),
  ) as Common & Record<string, Json>;
  const { commandId, reason, legalBasis, authorisation, ...more } = given;
  const { documents, effectiveOn, seenRevision, ...data } = more;
  const common = { reason, legalBasis, authorisation, documents, effectiveOn, seenRevision };
  const about = Object.fromEntries(
    Object.entries(common).filter(([, value]) => value !== undefined),
  ) as Omit<Circumstances, 'commandId'>;
  return {
    about: {
      ...about,
      commandId: (commandId?.toLowerCase() as Uuid | undefined) ?? (randomUUID() as Uuid),
    },
    data,
  };
}

/** Input classes as plain objects, without what was not given. */
function plain(value: unknown): Json {
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (typeof value !== 'object' || value === null) return value as Json;
  const given = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(given.map(([key, item]) => [key, plain(item)]));
}

/** Nobody says who acts: 401, also where a demo is read by all. */
export function notSignedIn(): GraphQLError {
  const headers = new Map([['www-authenticate', 'Bearer']]);
  return new GraphQLError('Sign in first: send Authorization: Bearer <token> and Tavolo-Mandate.', {
    extensions: { code: 'UNAUTHENTICATED', http: { status: 401, headers } },
  });
}
