import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { Busy, OutcomeUnknown, UpgradePending } from '@tavolo/command';
import { StoreUnavailable } from '@tavolo/event-store';
import { BadCursor, NotYet } from '@tavolo/projection';
import { Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { ServerOptions } from 'graphql-ws';

const SAID_ALOUD = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'NOT_YET',
  'OPERATION_RESOLUTION_FAILURE',
  'UNAUTHENTICATED',
]);
const logger = new Logger('graphql');

/** States of the machine, which are no defect and no rule: the code says what to do. */
const MACHINE: readonly (readonly [new (...parts: never[]) => Error, string, string])[] = [
  [Busy, 'BUSY', 'Many write to the same object: send the same command again.'],
  [OutcomeUnknown, 'OUTCOME_UNKNOWN', 'It may have been written: send the same commandId again.'],
  [StoreUnavailable, 'STORE_UNAVAILABLE', 'The log cannot be reached; nothing was written.'],
  [UpgradePending, 'UPGRADE_PENDING', 'A newer version wrote to this object: ask it.'],
  [NotYet, 'NOT_YET', 'This replica has not read that far yet: ask again.'],
  [
    BadCursor,
    'BAD_USER_INPUT',
    'The cursor is none that this list gave: start from its first page.',
  ],
];

/** A defect is logged under a number; the client gets the number and nothing else. */
export function mask(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const { path, locations } = formatted;
  const place = { ...(path && { path }), ...(locations && { locations }) };
  const state = MACHINE.find(([kind]) => cause instanceof kind);
  if (state) return { ...place, message: state[2], extensions: { code: state[1] } };
  const form = aboutForm(formatted, error);
  if (form) return form;
  if (SAID_ALOUD.has(String(formatted.extensions?.code))) return withoutStack(formatted);
  const incident = randomUUID();
  logger.error({ incident, error: cause });
  const extensions = { code: 'INTERNAL_SERVER_ERROR', incident };
  return { ...place, message: 'Something went wrong on our side.', extensions };
}

/** A value of bad form: with the path of the field, as every other malformed input. */
function aboutForm(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError | null {
  const { message, locations } = formatted;
  const said = originalOf(error);
  const { code, it: italian, fields: named } = said?.extensions ?? {};
  if (code !== 'BAD_USER_INPUT' && !message.startsWith('Variable "$')) return null;
  const en = said ? said.message : message;
  const it = typeof italian === 'string' ? italian : en;
  const fields = named ?? [{ path: pathIn(message), en, it }];
  const extensions = { code: 'BAD_USER_INPUT', it, fields };
  return { message: en, ...(locations && { locations }), extensions };
}

/** graphql-js names the place of a bad variable in its sentence and nowhere else. */
function pathIn(message: string): string {
  return (/at "([^"]+)"/.exec(message) ?? /^Variable "\$(\w+)"/.exec(message))?.[1] ?? '';
}

/** The error that a scalar threw, under what graphql-js put around it. */
function originalOf(error: unknown): GraphQLError | null {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError instanceof GraphQLError) {
    inner = inner.originalError;
  }
  return inner instanceof GraphQLError && inner !== error ? inner : null;
}

function withoutStack({ extensions, ...rest }: GraphQLFormattedError): GraphQLFormattedError {
  if (!extensions) return rest;
  const { stacktrace: _, ...said } = extensions;
  return { ...rest, extensions: said };
}

// graphql-ws gives no code to what is wrong with the document itself.
const isAboutTheDocument = ({ locations, path, originalError }: GraphQLError) =>
  locations !== undefined && path === undefined && originalError === undefined;

const maskAll = (errors: readonly GraphQLError[]) =>
  errors.map((error) =>
    isAboutTheDocument(error)
      ? { ...error.toJSON(), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }
      : mask(error.toJSON(), error),
  );

/** Apollo's formatError never sees a subscription, so the mask is put on again here. */
export const subscriptionMask: Pick<ServerOptions, 'onError' | 'onNext'> = {
  onError: (...[, , , errors]) => maskAll(errors),
  onNext: (...[, , , , { data = null, errors }]) => errors && { data, errors: maskAll(errors) },
};
