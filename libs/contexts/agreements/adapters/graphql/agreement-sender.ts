import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Injectable } from '@nestjs/common';

/** What the input of a mutation on an agreement always holds. */
export interface AgreementInputOf {
  readonly agreement: string;
  readonly documents?: readonly { readonly sha256: string }[];
}

/** Sends commands to the agreement that their input names. */
@Injectable()
export class AgreementSender {
  constructor(private readonly mutations: Mutations) {}

  send(
    type: string,
    { agreement: target, ...input }: AgreementInputOf,
    context: RequestContext,
  ): Promise<CommandResult> {
    const command = { aggregate: 'agreement', field: 'agreement', type, target };
    return this.mutations.send({ ...command, input }, context);
  }
}

/** As it is stored: what was given as null is absent, at every depth. */
export function withoutNulls<T>(given: T): T {
  if (Array.isArray(given)) return given.map(withoutNulls) as T;
  if (typeof given !== 'object' || given === null) return given;
  const entries = Object.entries(given).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutNulls(value)])) as T;
}

/** The documents that the content names are documents of the act too. */
export function resting<T extends Pick<AgreementInputOf, 'documents'>>(
  input: T,
  hashes: readonly (string | null | undefined)[],
): T {
  const given = input.documents ?? [];
  const more = hashes
    .filter((sha256) => typeof sha256 === 'string')
    .filter((sha256) => !given.some((document) => document.sha256 === sha256))
    .map((sha256) => ({ sha256 }));
  return { ...input, documents: [...given, ...more] };
}
