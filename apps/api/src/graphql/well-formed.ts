import { GraphQLError } from 'graphql';
import { limits } from '../door/limits.js';

const HALF = {
  it: 'il testo contiene mezzo carattere (un surrogato spaiato): mandarlo in Unicode intero',
  en: 'the text holds half a character (a lone surrogate): send it in whole Unicode',
};
const TOO_MUCH = {
  it: `le variabili hanno più di ${String(limits.values)} valori, o oltre ${String(limits.valueDepth)} livelli: mandare in più volte`,
  en: `the variables hold more than ${String(limits.values)} values, or lie deeper than ${String(limits.valueDepth)}: send several requests`,
};

/**
 * Of the variables of an operation: null, or why they are not even looked at: too many, too deep,
 * or text that cannot be written as UTF-8, and so neither be stored nor hashed, with its path. A
 * literal cannot be such: GraphQL itself refuses it.
 */
export function malformedVariables(variables: unknown): GraphQLError | null {
  const paths: string[] = [];
  let count = 0;
  for (const { path, value } of valuesIn(variables)) {
    count += 1;
    if (count > limits.values || path.length > limits.valueDepth) return refused(TOO_MUCH, ['']);
    if (typeof value === 'string' && !value.isWellFormed()) paths.push(path.join('.'));
  }
  return paths.length === 0 ? null : refused(HALF, paths);
}

function refused({ it, en }: typeof HALF, paths: readonly string[]): GraphQLError {
  const fields = paths.map((path) => ({ path, it, en }));
  return new GraphQLError(en, {
    extensions: { code: 'BAD_USER_INPUT', it, fields, http: { status: 400 } },
  });
}

type Placed = Readonly<{ path: readonly string[]; value: unknown }>;

/** Without recursion: what comes in may be nested as deep as a body is long. */
function* valuesIn(variables: unknown): Generator<Placed> {
  const left: Placed[] = [{ path: [], value: variables }];
  for (let next = left.pop(); next; next = left.pop()) {
    yield next;
    const { path, value } = next;
    if (typeof value !== 'object' || value === null) continue;
    const parts = Object.entries(value).slice(0, limits.values + 1);
    for (const [name, part] of parts) left.push({ path: [...path, name], value: part });
  }
}
