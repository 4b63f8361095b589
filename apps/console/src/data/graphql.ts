import { initGraphQLTada } from 'gql.tada';
import type { introspection } from './schema.generated.d.ts';

export type { ResultOf, VariablesOf } from 'gql.tada';

/**
 * Writes a document, typed by the committed schema. Documents stand in files `*.documents.ts` and
 * nowhere else: the build puts their hashes in their place, and no GraphQL reaches the browser.
 */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: {
    ID: string;
    /** Integer cents, in text: they may be more than a number holds. */
    Cents: string;
    Instant: string;
    LocalDate: string;
    PartialDate: string;
    Sha256: string;
    Json: unknown;
  };
}>();

/** The values of an enum of the schema. */
export type EnumOf<Name extends keyof introspection['types']> = ReturnType<
  typeof graphql.scalar<Name & string>
>;
