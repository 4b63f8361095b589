import { describe, expect, it } from '@jest/globals';
import { buildSchema, execute, parse, subscribe } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { resolvedBy } from './resolved-schema.js';

const built = () =>
  buildSchema('type Query { one: Int, other: Int } type Subscription { counted: Int } scalar Own');

describe('a schema built from classes', () => {
  it('is answered by the methods, and a field without one by what its parent holds', async () => {
    const schema = resolvedBy(built(), { Query: { one: () => 1 } });
    const asked = { schema, document: parse('{ one other }'), rootValue: { one: 3, other: 2 } };
    expect(await execute(asked)).toEqual({ data: { one: 1, other: 2 } });
  });

  it('has its subscriptions from where the method says', async () => {
    async function* counting(): AsyncGenerator<{ counted: number }> {
      yield await Promise.resolve({ counted: 7 });
    }
    const counted = { resolve: undefined, subscribe: counting };
    const schema = resolvedBy(built(), { Subscription: { counted } });
    const events = await subscribe({ schema, document: parse('subscription { counted }') });
    const first = await (events as AsyncGenerator<ExecutionResult>).next();
    expect(first).toEqual({ done: false, value: { data: { counted: 7 } } });
  });

  it.each(['Query', 'Own', 'Nothing'])('refuses a method for a field that %s lacks', (type) => {
    const resolvers = { [type]: { missing: () => 1 } };
    expect(() => resolvedBy(built(), resolvers)).toThrow(`${type}.missing`);
  });
});
