import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { askerOf, founderOf } from '../asking.js';
import { memoryServer } from '../memory-server.js';

let app: NestFastifyApplication;
let founder: Record<string, string>;
let sha256: string;

beforeAll(async () => {
  app = await memoryServer();
  await app.listen(0, '127.0.0.1');
  founder = await founderOf(askerOf(app));
  const uploaded = await app.inject({
    ...{ method: 'POST', url: '/documents', payload: 'Atto' },
    headers: { 'content-type': 'text/plain', ...founder },
  });
  ({ sha256 } = uploaded.json<{ sha256: string }>());
});
afterAll(async () => {
  await app.close();
});

async function ask(query: string, variables: object): Promise<Record<string, unknown>> {
  const payload = { query, variables };
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload, headers: founder });
  return answer.json<{ data: Record<string, unknown> }>().data;
}

const day = '2026-01-01';
const [board, call] = [`board-${randomUUID()}`, `call-${randomUUID()}`];
const office = { board, from: day, until: day };

describe.each([
  ['appointChair', { ...office, seat: randomUUID() }],
  ['appointSecretary', { ...office, person: `person-${randomUUID()}` }],
  ['suspendSeat', { board, from: day, seat: randomUUID() }],
  ['reinstateSeat', { board, from: day, seat: randomUUID() }],
  ['recordCourtRegistration', { call, registrationNo: '469', registeredOn: day }],
])('%s', (name, content) => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const refusalOf = async (grounds: object) => {
    const document = `mutation ($input: ${type}Input!) {
      ${name}(input: $input) { ... on Refusal { rule code } }
    }`;
    return (await ask(document, { input: { ...content, ...grounds } }))[name];
  };

  it('X-4: is an act of effect, with a reason and a document', async () => {
    const [reason, documents] = ['Nomina.', [{ sha256 }]];
    expect(await refusalOf({ documents })).toEqual({ rule: 'X-4', code: 'ReasonMissing' });
    expect(await refusalOf({ reason })).toEqual({ rule: 'X-4', code: 'DocumentMissing' });
    // With both, only what it names is missing.
    expect(await refusalOf({ reason, documents })).toMatchObject({ rule: 'X-12' });
  });
});
