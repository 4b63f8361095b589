import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { buildSchema, findBreakingChanges, isObjectType, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { memoryServer } from '../memory-server.js';

const FILE = 'schema.graphql';
/** The schema of the last release: what clients out there were written for. */
const RELEASED = 'test/compatibility/released.graphql';
const NAMED = 'test/compatibility/breaking-changes.json';

interface NamedChange {
  readonly change: string;
  readonly adr: string;
}

describe('the schema', () => {
  let app: NestFastifyApplication;
  let schema: GraphQLSchema;

  beforeAll(async () => {
    app = await memoryServer();
    await app.init();
    ({ schema } = app.get(GraphQLSchemaHost));
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(FILE, `${printSchema(schema)}\n`);
  });
  afterAll(async () => {
    await app.close();
  });

  it('is what schema.graphql says (npm run schema writes it)', () => {
    expect(`${printSchema(schema)}\n`).toBe(readFileSync(FILE, 'utf8'));
  });

  it('breaks nothing of the released one but what a decision record names', () => {
    if (process.env.UPDATE_RELEASE === '1') writeFileSync(RELEASED, `${printSchema(schema)}\n`);
    const released = buildSchema(readFileSync(RELEASED, 'utf8'));
    const named = JSON.parse(readFileSync(NAMED, 'utf8')) as readonly NamedChange[];
    const found = findBreakingChanges(released, schema).map(({ description }) => description);
    expect(found).toStrictEqual(named.map(({ change }) => change));
    expect(named.filter(({ adr }) => !existsSync(`docs/adr/${adr}.md`))).toStrictEqual([]);
  });

  it('describes every type, field, argument and enum of ours', () => {
    const undescribed = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__') && !isRootOrBuiltIn(name))
      .flatMap((type) => {
        const fields: readonly Described[] =
          'getFields' in type ? Object.values<Described>(type.getFields()) : [];
        const bare = fields.filter(({ description }) => !description);
        return [
          ...(type.description ? [] : [type.name]),
          ...bare.map(({ name }) => `${type.name}.${name}`),
        ];
      });
    expect(undescribed).toStrictEqual([]);
  });

  it('can be asked as of a moment for all that it can be asked for now', () => {
    const snapshot = schema.getType('Snapshot');
    const query = schema.getQueryType();
    if (!isObjectType(snapshot) || !query) throw new Error('the schema has no Snapshot');
    const missing = Object.keys(query.getFields()).filter(
      (name) => !(name in snapshot.getFields()),
    );
    expect(missing).toStrictEqual(['asOf']);
  });

  it('has no mutation for what only a process or a timer may say', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    const forbidden =
      /^(adoptPlan|answerObjection|reconsiderDecision|waiveCondition|noteFailure|failCondition|(ratify|refuseRatification)\w*|approveDecision|rejectDecision|numberDecision|makeEffective|bringIntoForce|confirm(Registration|Reservation|Initiation|Reduction)|scheduleDecision|deferDecision|declareImmediatelyEnforceable|activateNetwork|claim|release|void(Vote|Procedure)|closeProcedure|(expire|lapse)\w+|hearBody|receiveProposal|releaseProposal|bindToRoute|takeRouteResult|openStage|askHigherBody|closeTerm|closeRoute|moveRoute|noteTextMoved|refuseBinding|adoptRouteVersion|grantCostedExtension|coverAssignment|proposeExtension|involvePartner|notePartner|endWithParent|openBudget|revokeBudget|returnFunds|endFunding|takeBackFunds|applyRemodulation|bindLogin|countOutAdministrator)$/;
    expect(mutations.filter((name) => forbidden.test(name))).toStrictEqual([]);
    expect(mutations.length).toBeGreaterThan(50);
  });
});

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function isRootOrBuiltIn(name: string): boolean {
  return ['Boolean', 'Float', 'ID', 'Int', 'Mutation', 'Query', 'String', 'Subscription'].includes(
    name,
  );
}
