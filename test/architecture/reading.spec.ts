import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actionOf, ReadingBook } from '@tavolo/reading';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { projections } from '../../apps/api/src/stores/projections.js';
import { memoryServer } from '../memory-server.js';

/** What carries objects and is none: pages, answers to commands, the roots. */
const carriers = /(Connection|Edge|Payload|Receipt)$|^(Mutation|Query|Subscription)$/u;
/** Tables that no query reads, and why they are there. */
const unread: Readonly<Record<string, string>> = {
  conditional_decision: 'for the projection of conditions alone',
  waiting_house: 'for the projection of what is awaited alone',
};

let app: NestFastifyApplication;
let book: ReadingBook;
let schema: GraphQLSchema;
beforeAll(async () => {
  app = await memoryServer();
  await app.init();
  book = app.get(ReadingBook);
  ({ schema } = app.get(GraphQLSchemaHost));
});
afterAll(async () => {
  await app.close();
});

function types(): readonly GraphQLObjectType[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__') && !carriers.test(name));
}

const fieldsOf = (name: string) => {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.values(type.getFields()) : [];
};

describe('reading', () => {
  it('every type of the schema is an object with a rule, or a value that is shown with one', () => {
    const without = types().filter(({ name }) => !book.types.has(name) && !book.values.has(name));
    expect(without.map(({ name }) => name)).toStrictEqual([]);
    const known = new Set(types().map(({ name }) => name));
    const idle = [...book.types.keys(), ...book.values].filter((name) => !known.has(name));
    expect(idle).toStrictEqual([]);
  });

  it('every query, at a moment or not, and every subscription says what it rests on', () => {
    const roots = ['Query', 'Snapshot', 'Subscription'];
    const asked = roots.flatMap((root) => fieldsOf(root).map(({ name }) => name));
    expect([...new Set(asked)].filter((name) => !book.queries.has(name))).toStrictEqual([]);
    expect([...book.queries.keys()].filter((name) => !asked.includes(name))).toStrictEqual([]);
  });

  it('a field with a rule of its own is one that can be absent, and is in the schema', () => {
    for (const [name, rule] of book.types) {
      const fields = new Map(fieldsOf(name).map((field) => [field.name, field.type]));
      const { at: _, every: __, withObject = [], ...byAction } = rule;
      for (const field of [...withObject, ...Object.values(byAction).flat()]) {
        expect([name, field, fields.has(field)]).toStrictEqual([name, field, true]);
      }
      for (const [field, type] of fields) {
        if (actionOf(rule, field) === null || !isNonNullType(type)) continue;
        expect([name, field, isListType(type.ofType)]).toStrictEqual([name, field, true]);
      }
    }
  });

  it('an argument that names the object of a query is one of its arguments', () => {
    for (const [name, rule] of book.queries) {
      if (typeof rule !== 'object') continue;
      const field = fieldsOf('Query').find((one) => one.name === name);
      expect([name, field?.args.some((one) => one.name === rule.object)]).toEqual([name, true]);
    }
  });

  it('every table of the read model has a rule for its rows', () => {
    const tables = projections.flatMap((projection) => projection.tables);
    for (const table of tables.filter(({ name }) => !(name in unread))) {
      expect(() => book.ofTable(table)).not.toThrow();
    }
    expect(tables.length).toBeGreaterThan(15);
  });
});
