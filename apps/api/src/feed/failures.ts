import { status } from '@grpc/grpc-js';
import type { StatusObject } from '@grpc/grpc-js';
import type { Locale } from '@tavolo/graphql';
import { GraphQLError } from 'graphql';
import { mask } from '../graphql/errors.js';

/** A request that cannot be served as it is; the sentence says what to send instead. */
export class BadAsk extends Error {
  constructor(
    readonly code: status,
    readonly it: string,
    readonly en: string,
  ) {
    super(en);
  }
}

const CODES: Readonly<Record<string, status>> = {
  BAD_USER_INPUT: status.INVALID_ARGUMENT,
  FORBIDDEN: status.PERMISSION_DENIED,
  IDENTITY_UNAVAILABLE: status.UNAVAILABLE,
  NOT_YET: status.UNAVAILABLE,
  PRIVATE_STORE_UNAVAILABLE: status.UNAVAILABLE,
  RATE_LIMITED: status.RESOURCE_EXHAUSTED,
  STORE_UNAVAILABLE: status.UNAVAILABLE,
  UNAUTHENTICATED: status.UNAUTHENTICATED,
};

/** How a call ends that failed: with the code of GraphQL's error as gRPC has it, and its sentence. */
export function failureOf(error: unknown, locale: Locale): Partial<StatusObject> {
  if (error instanceof BadAsk) return { code: error.code, details: error[locale] };
  const said =
    error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });
  const { message, extensions = {} } = mask(said.toJSON(), said);
  const { code, it } = extensions;
  const details = locale === 'it' && typeof it === 'string' ? it : message;
  return { code: CODES[String(code)] ?? status.INTERNAL, details };
}
