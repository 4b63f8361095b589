import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Realm } from '@tavolo/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildSchema } from 'graphql';
import { memoryServer } from '../memory-server.js';

/** Mutations whose command has another name. */
const otherwiseNamed: Readonly<Record<string, string>> = {
  objectToRoute: 'ProposeDecision',
  sendRouteBack: 'ProposeDecision',
};
/** Mutations that write nothing into the log, and who may give them. */
const besideTheLog: Readonly<Record<string, string>> = {
  createCalendarLink: 'whoever signed in, for their own deadlines',
  revokeCalendarLink: 'whoever signed in, for their own deadlines',
  endSessions: 'whoever signed in, for their own sessions',
  registerPerson: 'whoever holds a valid mandate that is no auditor’s (X-3)',
};

let app: NestFastifyApplication;
beforeAll(async () => {
  app = await memoryServer();
  await app.init();
});
afterAll(async () => {
  await app.close();
});

describe('every mutation', () => {
  it('X-3: is a command for which a table says what it is to the policies', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    const types = new Set(app.get(Realm).commands.map((command) => command.split('.')[1]));
    const without = mutations
      .filter((name) => !(name in besideTheLog))
      .filter((name) => !types.has(otherwiseNamed[name] ?? commandOf(name)));
    expect(without).toStrictEqual([]);
    expect(mutations.length).toBeGreaterThan(200);
  });

  it('is what the tables are about: they name no command that nobody can give', () => {
    const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).map(commandOf);
    const given = new Set([...mutations, ...Object.values(otherwiseNamed)]);
    const idle = app.get(Realm).commands.filter((command) => {
      return !given.has(command.split('.')[1] ?? '');
    });
    expect(idle).toStrictEqual([]);
  });
});

function commandOf(mutation: string): string {
  return `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
}
