import type { EventsAsked } from './filter.ts';

/** The question of the list, for a program that asks as anybody may. */
export const QUESTION = `query LogEvents($types: [String!], $object: ID, $stream: ID, $actor: ID, $correlation: ID, $recordedFrom: Instant, $recordedBefore: Instant, $first: Int, $after: String) { events(types: $types, object: $object, stream: $stream, actor: $actor, correlation: $correlation, recordedFrom: $recordedFrom, recordedBefore: $recordedBefore, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id position recordedAt stream revision type schema actor { id name } causationId correlationId data } } } }`;

/** A command for a shell that asks for the first hundred events of a filter. */
export function commandFor(origin: string, asked: EventsAsked): string {
  const given = Object.entries(asked).filter(([, value]) => value !== null);
  const body = { query: QUESTION, variables: { ...Object.fromEntries(given), first: 100 } };
  return [
    `curl -s ${quoted(`${origin}/graphql`)}`,
    `-H 'content-type: application/json'`,
    `-H "authorization: Bearer $TOKEN"`,
    `--data ${quoted(JSON.stringify(body))}`,
  ].join(' \\\n  ');
}

/** As a shell takes it for one word, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
