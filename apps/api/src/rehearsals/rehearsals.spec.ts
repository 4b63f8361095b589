import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { askerOf, founderOf } from '../../../../test/asking.js';
import { memoryServer } from '../../../../test/memory-server.js';

let app: NestFastifyApplication;
let founder: Record<string, string>;

beforeAll(async () => {
  app = await memoryServer();
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  founder = await founderOf(askerOf(app));
}, 30_000);
afterAll(async () => {
  await app.close();
});

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const register = (n: number, input: object) => ({
  mutation: 'registerPartner',
  input: { commandId: id(n), kind: 'MUNICIPALITY', ...input },
});

async function rehearse(lines: readonly object[], headers: object = founder) {
  const response = await app.inject({
    ...{ method: 'POST', url: '/rehearsals' },
    headers: { 'content-type': 'application/x-ndjson', 'accept-language': 'en', ...headers },
    payload: lines.map((line) => JSON.stringify(line)).join('\n'),
  });
  return response.body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, Record<string, unknown>>);
}

describe('POST /rehearsals', () => {
  it('PA-1: finds a tax code twice in one file, and writes nothing', async () => {
    const verdicts = await rehearse([
      register(1, { name: 'Comune A', taxCode: '01199250158' }),
      register(2, { name: 'Comune B', taxCode: '01199250158' }),
      register(3, { name: 'Comune C', taxCode: '80034840167' }),
    ]);
    expect(verdicts.map((verdict) => Object.keys(verdict)[0])).toStrictEqual([
      ...['accepted', 'refused', 'accepted'],
    ]);
    expect(verdicts[1]?.refused).toMatchObject({ rule: 'PA-1', code: 'TaxCodeHeld' });
    const { data } = await askerOf(app)('{ partners { edges { node { id } } } }');
    expect(data?.partners).toStrictEqual({ edges: [] });
  });
  it('names every malformed field, and goes on', async () => {
    const verdicts = await rehearse([
      register(4, { name: '', taxCode: '1' }),
      register(5, { name: 'Comune' }),
    ]);
    const paths = (verdicts[0]?.malformed as unknown as { path: string }[]).map(({ path }) => path);
    expect(paths.toSorted()).toStrictEqual(['input.name', 'input.taxCode']);
    expect(verdicts[1]).toHaveProperty('accepted');
  });
  it('X-3: rehearses for nobody without a mandate', async () => {
    const [nobody] = await rehearse([register(6, { name: 'Comune' })], {});
    expect(nobody?.code).toBe('UNAUTHENTICATED');
    const { 'tavolo-mandate': _mandate, ...person } = founder;
    const [unauthorised] = await rehearse([register(6, { name: 'Comune' })], person);
    expect(unauthorised?.refused).toMatchObject({ rule: 'X-3' });
  });
  it('rehearses nothing but what imports give', async () => {
    const [verdict] = await rehearse([{ mutation: 'registerPerson', input: { name: 'Ada' } }]);
    expect(verdict).toHaveProperty('failed');
  });
  it('says that it broke off where a line is no JSON', async () => {
    const request = { method: 'POST', url: '/rehearsals', headers: founder } as const;
    const response = await app.inject({ ...request, payload: '{"mutation"\n' });
    expect(response.body).toContain('failed');
  });
});

it('PA-1: a partner is found by its tax code', async () => {
  const ask = askerOf(app);
  const registered = await ask(
    `mutation { registerPartner(input: { name: "Ente", kind: OTHER, taxCode: "12345678903" }) {
      ... on PartnerPayload { receipt { stream } } } }`,
    {},
    founder,
  );
  const { stream } = (registered.data?.registerPartner as { receipt: { stream: string } }).receipt;
  const find = 'query ($taxCode: String!) { partnerOfTaxCode(taxCode: $taxCode) { id } }';
  const found = async (taxCode: string) => (await ask(find, { taxCode })).data?.partnerOfTaxCode;
  let first = await found('12345678903');
  for (let asked = 1; asked < 500 && !first; asked += 1) first = await found('12345678903');
  expect(first).toStrictEqual({ id: stream });
  expect(await found('80034840167')).toBeNull();
});
