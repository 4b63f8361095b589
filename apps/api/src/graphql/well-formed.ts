import { GraphQLError } from 'graphql';

const PROBLEM = {
  it: 'il testo contiene mezzo carattere (un surrogato spaiato): mandarlo in Unicode intero',
  en: 'the text holds half a character (a lone surrogate): send it in whole Unicode',
};

/**
 * Of the variables of an operation: null, or which of them hold text that cannot be written as
 * UTF-8, and so neither be stored nor hashed. A literal cannot: GraphQL itself refuses it.
 */
export function malformedTexts(variables: unknown): GraphQLError | null {
  const fields = [...textsIn(variables)]
    .filter(({ text }) => !text.isWellFormed())
    .map(({ path }) => ({ path, ...PROBLEM }));
  if (fields.length === 0) return null;
  return new GraphQLError(PROBLEM.en, {
    extensions: { code: 'BAD_USER_INPUT', it: PROBLEM.it, fields, http: { status: 400 } },
  });
}

/** Without recursion: what comes in may be nested as deep as a body is long. */
function* textsIn(variables: unknown): Generator<{ readonly path: string; readonly text: string }> {
  const left: [path: string, value: unknown][] = [['', variables]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, value] = next;
    if (typeof value === 'string') yield { path, text: value };
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      left.push([path === '' ? name : `${path}.${name}`, part]);
    }
  }
}
