import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { askerOf, founderOf } from '../asking.js';
import { memoryServer } from '../memory-server.js';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await memoryServer();
  await app.listen(0, '127.0.0.1');
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const graphql = (payload: string) =>
  app.inject({ method: 'POST', url: '/graphql', payload, headers: json });
const answers = [
  ['an answer of GraphQL', () => graphql('{"query":"{ __typename }"}')],
  ['a refusal of GraphQL', () => graphql('{"query":"{ boards { totalCount } }"}')],
  ['no JSON', () => graphql('{')],
  ['what is not there', () => app.inject({ url: '/nowhere' })],
  ['a document', () => app.inject({ url: `/documents/${'0'.repeat(64)}` })],
  ['a calendar', () => app.inject({ url: '/calendar/none.ics' })],
  ['the schema', () => app.inject({ url: '/schema.graphql' })],
  ['the playground', () => app.inject({ url: '/altair/' })],
  ['another host', () => app.inject({ url: '/', headers: { host: 'evil.example' } })],
  ['the state of the server', () => app.inject({ url: '/health/live' })],
] as const;

describe.each(answers)('of %s', (_what, send) => {
  it('what a browser may do with it is said', async () => {
    const { headers } = await send();
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': expect.stringMatching(/max-age=31536000; includeSubDomains/),
      'referrer-policy': 'no-referrer',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toMatch(/base-uri 'none'/);
  });

  it('its type and character set are said, and no other site may read it', async () => {
    const { headers } = await send();
    expect(headers['content-type']).toMatch(/^[\w.+/-]+; charset=utf-8$/);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });
});

it('no answer of GraphQL is kept by a browser or a proxy', async () => {
  for (const query of ['{ __typename }', '{ boards { totalCount } }']) {
    const { headers } = await graphql(JSON.stringify({ query }));
    expect(headers['cache-control']).toBe('no-store');
  }
});

it('the playground is told to keep nothing in the browser of what was asked and answered', async () => {
  const { body } = await app.inject({ url: '/altair/init.js' });
  expect(body).toMatch(/preserveState: false\b/);
});

it.each([
  '/altair',
  '/altair/assets/',
  '/.git/config',
  '/package.json',
  '/src/',
  '/..%2fpackage.json',
])('no folder is listed and no source is served: %s', async (url) => {
  const { statusCode, body } = await app.inject({ url });
  expect([301, 302, 403, 404]).toContain(statusCode);
  expect(body).not.toMatch(/index of|"dependencies"|\[core\]/i);
});

/** The first line of what is answered to a request as it is written. */
async function said(request: string): Promise<string> {
  const port = Number(new URL(await app.getUrl()).port);
  const socket = connect(port, '127.0.0.1');
  socket.write(request.replaceAll('\n', '\r\n').replaceAll('PORT', String(port)));
  const [chunk] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return chunk.toString().split('\r\n')[0] ?? '';
}

it('TRACE gives nothing back', async () => {
  expect(await said('TRACE / HTTP/1.1\nHost: 127.0.0.1:PORT\nX-Secret: a\n\n')).toMatch(
    / 40[045] /,
  );
});

it.each([
  ['two lengths', 'Content-Length: 5\nContent-Length: 6'],
  ['a length and chunks', 'Content-Length: 5\nTransfer-Encoding: chunked'],
  ['chunks of two minds', 'Transfer-Encoding: chunked, identity'],
  ['a length that is none', 'Content-Length: +5'],
])('a request whose end is not clear is not taken: %s', async (_what, headers) => {
  const request = `POST /graphql HTTP/1.1\nHost: 127.0.0.1:PORT\n${headers}\n\n0\n\n`;
  expect(await said(request)).toMatch(/^HTTP\/1\.1 400 /);
});

it.each(['forwarded', 'via', 'x-forwarded-for'])(
  'what an operator asks is asked on the machine of the server, and through no proxy: %s',
  async (name) => {
    const questions = [
      { method: 'POST', url: '/operations/rebuild' },
      { method: 'POST', url: '/operations/roll-back' },
      { method: 'GET', url: '/metrics' },
    ] as const;
    for (const question of questions) {
      const headers = { [name]: '192.0.2.1', 'accept-language': 'en' };
      const refused = await app.inject({ ...question, headers });
      expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'FORBIDDEN' }]);
      expect((await app.inject(question)).statusCode).toBe(200);
    }
  },
);

it('markup in a text comes back as that text, in JSON that no browser takes for a page', async () => {
  const name = `</script><script>alert("1")</script> & \\u003c\u2028'`;
  const ask = askerOf(app);
  const document = `mutation ($input: RegisterPartnerInput!) {
    registerPartner(input: $input) { ... on PartnerPayload { partner { name } } }
  }`;
  const variables = { input: { name, kind: 'OTHER' } };
  const { headers, body } = await app.inject({
    ...{ method: 'POST', url: '/graphql', payload: { query: document, variables } },
    headers: await founderOf(ask),
  });
  expect(JSON.parse(body)).toMatchObject({ data: { registerPartner: { partner: { name } } } });
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
});
