import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));

/** Fenced queries, and those that a line of help puts in braces. */
function queriesIn(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const fenced = [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => query ?? '');
  const inline = [...text.matchAll(/^\s*'\s+(\{.*\})\s{2,}/gm)].map(([, query]) => query ?? '');
  return [...fenced, ...inline];
}

describe('what a reader is told to ask', () => {
  it.each([
    ['README.md', 2],
    ['apps/api/src/demo/demo.ts', 4],
  ])('in %s fits the schema', (file, atLeast) => {
    const queries = queriesIn(file);
    expect(queries.length).toBeGreaterThanOrEqual(atLeast);
    const wrong = queries.flatMap((query) => validate(schema, parse(query)));
    expect(wrong.map(({ message }) => message)).toStrictEqual([]);
  });
});
