import type { Locale } from '@tavolo/graphql';
import type { GraphQLFormattedError } from 'graphql';
import type { BadField } from './validation.js';

type Worded = Readonly<{ path: string; problem: string }>;

/**
 * An error as one reader gets it: of its sentences (`it`, `fields`) only those of the language. One
 * that was worded before stays as it is: an answer is looked at a last time on its way out.
 */
export function inLanguage(error: GraphQLFormattedError, locale: Locale): GraphQLFormattedError {
  const { fields, it, ...others } = error.extensions ?? {};
  const said = locale === 'it' && typeof it === 'string' ? it : error.message;
  if (!Array.isArray(fields)) return { ...error, message: said, extensions: others };
  const worded = (fields as readonly (BadField | Worded)[]).map((field) => ({
    path: field.path,
    problem: 'problem' in field ? field.problem : field[locale],
  }));
  const first = worded[0]?.problem;
  const message = fields.length === 1 && first !== undefined ? first : said;
  return { ...error, message, extensions: { ...others, fields: worded } };
}
