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

/**
 * How documents are looked at: to guess which of a thousand names was meant costs more than all
 * the rest, and is not told anyway.
 */
export const validationOptions = { hideSuggestions: true, maxErrors: 20 } as const;

/** What is asked of a document beside the rules of GraphQL, whatever way it comes in. */
export function documentRules({ hasIntrospection }: Door): readonly ValidationRule[] {
  return hasIntrospection ? RULES : [...RULES, NoSchemaIntrospectionCustomRule];
}

const COUNTED = [
  {
    ...{ sign: '...', most: limits.spreads },
    it: `Frammenti usati più di ${String(limits.spreads)} volte: chiedere in più volte.`,
    en: `Fragments are used more than ${String(limits.spreads)} times: ask in several requests.`,
  },
  {
    ...{ sign: '{', most: limits.braces },
    it: `Più di ${String(limits.braces)} selezioni tra graffe: chiedere in più volte.`,
    en: `More than ${String(limits.braces)} selections in braces: ask in several requests.`,
  },
] as const;

/**
 * Refuses a document before it is parsed whose parts cost more to compare than anything that may
 * come of them. Counted in its text, which holds each of them by its sign. @throws GraphQLError
 */
export function refuseManyParts(text: unknown): void {
  if (typeof text !== 'string') return;
  for (const { sign, most, it, en } of COUNTED) {
    if (text.split(sign, most + 2).length - 1 <= most) continue;
    const extensions = { code: 'GRAPHQL_VALIDATION_FAILED', it, http: { status: 400 } };
    throw new GraphQLError(en, { extensions });
  }
}
