import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { askerOf, founderOf } from '../asking.js';
import type { Ask } from '../asking.js';
import { memoryServer } from '../memory-server.js';

const LIST = `programmes(first: 2, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { title } }
}`;

let app: NestFastifyApplication;
let ask: Ask;
let founder: Record<string, string>;

beforeAll(async () => {
  app = await memoryServer();
  await app.init();
  ask = askerOf(app);
  founder = await founderOf(ask);
  for (const title of ['A', 'B', 'C']) await define(title);
});
afterAll(async () => {
  await app.close();
});

async function define(title: string): Promise<string> {
  const input = { title, fund: 'F', period: 'P_2014_2020' };
  const { data } = await ask(
    `mutation ($input: DefineProgrammeInput!) { defineProgramme(input: $input) {
      ... on ProgrammePayload { receipt { position } } } }`,
    { input },
    founder,
  );
  return (data?.defineProgramme as { receipt: { position: string } }).receipt.position;
}

interface Listed {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly edges: readonly { readonly node: { readonly title: string } }[];
}

const page = async (after: string | null, wrap = (list: string) => list) => {
  const answer = await ask(`query ($after: String) { ${wrap(LIST)} }`, { after });
  return { ...answer, list: answer.data?.programmes as Listed | undefined };
};

describe('a list that is paged', () => {
  it('begins where a client sends no cursor or null, and goes on after the last', async () => {
    const { list } = await page(null);
    expect(list).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await page(list?.pageInfo.endCursor ?? '');
    expect(rest.list?.edges.map(({ node }) => node.title)).toStrictEqual(['C']);
  });

  it('does not shift while it is paged: a cursor keeps the moment of its first page', async () => {
    const { list } = await page(null);
    await define('AA');
    const rest = await page(list?.pageInfo.endCursor ?? '');
    expect(rest.list).toMatchObject({ totalCount: 3, edges: [{ node: { title: 'C' } }] });
    expect((await page(null)).list?.totalCount).toBe(4);
  });

  it('takes no cursor of another moment where one is asked for by name', async () => {
    const { list } = await page(null);
    const position = await define('D');
    const asOf = (inner: string) => `asOf(moment: { position: "${position}" }) { ${inner} }`;
    const mixed = await page(list?.pageInfo.endCursor ?? '', asOf);
    expect(mixed.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await page(null, asOf)).errors).toBeUndefined();
  });
});

describe('making somebody known', () => {
  const register = (name: string, headers: Record<string, string>, commandId?: string) =>
    ask(
      `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) {
        ... on PersonPayload { person { id name } } ... on Refusal { rule code } } }`,
      { input: { name, ...(commandId !== undefined && { commandId }) } },
      headers,
    ).then(({ data }) => data?.registerPerson);

  it('X-13: meets the same person with the same commandId, and refuses another name', async () => {
    const commandId = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const ada = await register('Ada Esempio', founder, commandId);
    expect(await register('Ada Esempio', founder, commandId.toUpperCase())).toStrictEqual(ada);
    expect(await register('Bea Esempio', founder, commandId)).toMatchObject({ rule: 'X-13' });
    expect(await register('Ada Esempio', founder, commandId)).toStrictEqual(ada);
  });

  it('X-3: asks for a mandate as every other act', async () => {
    const { authorization = '' } = founder;
    expect(await register('Eva Esempio', { authorization })).toMatchObject({
      ...{ rule: 'X-3', code: 'MandateUnknown' },
    });
  });
});
