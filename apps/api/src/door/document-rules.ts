import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, NoSchemaIntrospectionCustomRule } from 'graphql';
import type { ValidationContext, ValidationRule } from 'graphql';
import type { Door } from './door.js';
import { limits } from './limits.js';

type Sentences = Readonly<{ it: string; en: string }>;

/** The library would throw, which the server would answer as a defect of its own. */
function refusing({ it, en }: Sentences) {
  const refuse = (context: ValidationContext | null) =>
    context?.reportError(
      new GraphQLError(en, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', it } }),
    );
  return { onReject: [refuse], propagateOnRejection: false };
}

const { aliases, depth, directives } = limits;

const RULES: readonly ValidationRule[] = [
  maxDepthRule({
    ...{ n: depth, flattenFragments: true },
    ...refusing({
      it: `Campi annidati oltre ${String(depth)} livelli: chiedere in più volte.`,
      en: `Fields are nested deeper than ${String(depth)}: ask in several requests.`,
    }),
  }),
  maxAliasesRule({
    n: aliases,
    ...refusing({
      it: `Più di ${String(aliases)} alias: chiedere in più volte.`,
      en: `More than ${String(aliases)} aliases: ask in several requests.`,
    }),
  }),
  maxDirectivesRule({
    n: directives,
    ...refusing({
      it: `Più di ${String(directives)} direttive: toglierne.`,
      en: `More than ${String(directives)} directives: take some out.`,
    }),
  }),
] as readonly ValidationRule[];

/** What is asked of a document beside the rules of GraphQL, whatever way it comes in. */
export function documentRules({ hasIntrospection }: Door): readonly ValidationRule[] {
  return hasIntrospection ? RULES : [...RULES, NoSchemaIntrospectionCustomRule];
}
