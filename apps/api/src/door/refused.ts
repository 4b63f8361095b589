import type { Locale } from '@tavolo/graphql';

/** Why a request beside GraphQL is not answered, in both languages, with its HTTP status. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly sentence: Readonly<Record<Locale, string>>,
  ) {
    super(sentence.en);
  }
}
