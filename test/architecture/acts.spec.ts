import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actsOfWeight, LoginDemands, Realm } from '@tavolo/access';
import type { Action } from '@tavolo/access';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildSchema } from 'graphql';
import { may } from '../../libs/access/test/plain-rules.js';
import { memoryServer } from '../memory-server.js';
import { actsWithoutWeight } from './acts-without-weight.js';
import { tableOf } from './markdown.js';

const DOCUMENT = 'docs/who-may-do-what.md';
const BEGIN = '<!-- acts: npm run acts writes what follows -->\n';

/** Mutations whose command has another name. */
const otherwiseNamed: Readonly<Record<string, string>> = {
  objectToRoute: 'ProposeDecision',
  sendRouteBack: 'ProposeDecision',
};
/** Mutations that write nothing into the log, and who may give them. */
const besideTheLog: Readonly<Record<string, string>> = {
  createCalendarLink: 'whoever signed in, for their own deadlines',
  revokeCalendarLink: 'whoever signed in, for their own deadlines',
  cancelJob: 'an administrator (X-3)',
  startRebuild: 'an administrator (X-3)',
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
    const types = new Set(app.get(Realm).commands.map((command) => command.split('.')[1]));
    const without = mutations()
      .filter((name) => !(name in besideTheLog))
      .filter((name) => !types.has(otherwiseNamed[name] ?? commandOf(name)));
    expect(without).toStrictEqual([]);
    expect(mutations().length).toBeGreaterThan(200);
  });

  it('is what the tables are about: they name no command that nobody can give', () => {
    const given = new Set([...mutations().map(commandOf), ...Object.values(otherwiseNamed)]);
    const idle = app.get(Realm).commands.filter((command) => {
      return !given.has(command.split('.')[1] ?? '');
    });
    expect(idle).toStrictEqual([]);
  });

  // The tables are what the policies rest on: a change in them is seen by whoever reads a change.
  it('stands in docs/who-may-do-what.md with what it is to the policies, and to whom that is open', () => {
    const [before = ''] = readFileSync(DOCUMENT, 'utf8').split(BEGIN);
    const whole = `${before}${BEGIN}\n${tables()}`;
    if (process.env.UPDATE_ACTS === '1') writeFileSync(DOCUMENT, whole);
    expect(readFileSync(DOCUMENT, 'utf8')).toBe(whole);
  });
});

describe('every command that a person may give', () => {
  const weightless = actsWithoutWeight.flatMap(({ acts }) => named(acts));
  const weighing = named(actsOfWeight);

  it('X-3: is an act of weight, or is said not to be one, and why', () => {
    const { commands } = app.get(Realm);
    const chosen = [...weighing, ...weightless].toSorted();
    expect(chosen).toStrictEqual([...commands].toSorted());
  });

  it('X-3: asks for a login where it weighs: some context says what for', () => {
    const categories = Object.keys(actsOfWeight);
    const demands = app.get(LoginDemands);
    expect(categories.filter((category) => !demands.categories.includes(category))).toStrictEqual(
      [],
    );
  });

  it('X-3: weighs where the policies call it a vote, a signature or an approval, but for what prepares one', () => {
    const realm = app.get(Realm);
    const decides = ['vote', 'sign', 'signDecision', 'approve', 'endorse'];
    const light = weightless.filter((command) => {
      const [aggregate = '', type = ''] = command.split('.');
      return decides.includes(realm.actOf({ aggregate, type })?.action ?? '');
    });
    expect(light.toSorted()).toStrictEqual([
      'partner.OpenExclusion',
      ...['partner.RecordDissolution', 'partner.RecordSuccession'],
      ...['plan.AssessExtension', 'plan.AssessRemodulation'],
      ...['plan.RequestIntegration', 'plan.StartAppraisal'],
    ]);
  });
});

/** What each mutation is to the policies, and then to whom the rules written by hand open that. */
function tables(): string {
  const acts = mutations()
    .filter((name) => !(name in besideTheLog))
    .flatMap((name) =>
      app
        .get(Realm)
        .actsNamed(otherwiseNamed[name] ?? commandOf(name))
        .map(({ category, act: { action } }) => [`\`${name}\``, category, `\`${action}\``]),
    );
  const actions = [...new Set(acts.map(([, , action = '']) => action))].toSorted();
  const open = actions.map((action) => [action, rolesFor(action.replaceAll('`', ''))]);
  const whatIs = tableOf([['To the policies it is', 'Open to'], ...open]);
  return `${whatIs}\n\n${tableOf([['Mutation', 'Of', 'To the policies it is'], ...acts])}\n`;
}

function rolesFor(action: string): string {
  const roles = may[action as Action];
  return typeof roles === 'string' ? 'whoever signed in' : roles.join(', ');
}

function mutations(): readonly string[] {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  return Object.keys(schema.getMutationType()?.getFields() ?? {});
}

function commandOf(mutation: string): string {
  return `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}`;
}

/** `<category>.<type>` of each. */
function named(
  acts: Readonly<Record<string, readonly string[] | Readonly<Record<string, string>>>>,
) {
  return Object.entries(acts).flatMap(([category, of]) => {
    const types = Array.isArray(of) ? (of as readonly string[]) : Object.keys(of);
    return types.map((type) => `${category}.${type}`);
  });
}
