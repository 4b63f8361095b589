import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { bearer } from '../identity.js';
import { memoryServer } from '../memory-server.js';

/**
 * One request that must be refused. In its texts `«3:a# »` stands for `a0 a1 a2 `, with `+` for
 * the number after it.
 */
interface Abuse {
  readonly what: string;
  readonly as?: 'nobody';
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is; else `query`, `variables` and `operationName` as JSON. */
  readonly body?: string;
  readonly query?: string;
  readonly variables?: unknown;
  readonly operationName?: string;
  readonly status: number;
  readonly code?: string;
}

const FOLDER = 'test/abuse';
const corpus = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as readonly Abuse[]);

/** How much dearer a refusal may be than the cheapest answer, by their medians. */
const DEARER = 20;
const TIMES = 7;

let app: NestFastifyApplication;
let port: number;
let reader: Readonly<Record<string, string>>;
let logged: jest.SpiedFunction<Logger['error']>;
const agent = new Agent({ keepAlive: true });

beforeAll(async () => {
  logged = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
  app = await memoryServer();
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
  reader = await bearer('person-00000000-0000-4000-8000-000000000001');
  for (let time = 0; time < 50; time += 1) await send(prepared(CHEAPEST)); // Until it is warm.
});
afterEach(() => {
  logged.mockClear();
});
afterAll(async () => {
  agent.destroy();
  await app.close();
});

const CHEAPEST: Abuse = { what: '', query: '{ __typename }', status: 200 };

function expanded(pattern: string): string {
  return pattern.replaceAll(/«(\d+):([^»]*)»/g, (_all, count: string, piece: string) =>
    Array.from({ length: Number(count) }, (_one, index) =>
      piece.replaceAll('#', String(index)).replaceAll('F+', `F${String(index + 1)}`),
    ).join(''),
  );
}

function prepared({ as, method = 'POST', path = '/graphql', headers = {}, ...abuse }: Abuse) {
  const { query, operationName, variables } = abuse;
  const asJson = () => JSON.stringify({ query: expanded(query ?? ''), operationName, variables });
  const body = abuse.body === undefined ? asJson() : expanded(abuse.body);
  const given = {
    ...{ 'content-type': 'application/json', 'accept-language': 'en' },
    ...(as === undefined && reader),
    ...headers,
  };
  const filled = Object.entries(given)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, expanded(value)]);
  return { method, path, headers: Object.fromEntries(filled) as Record<string, string>, body };
}

async function send({ method, path, headers, body }: ReturnType<typeof prepared>) {
  const begun = performance.now();
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const sent = request({
    ...{ agent, host: '127.0.0.1', port, method, path },
    headers: method === 'GET' ? headers : { ...headers, ...length },
  });
  // A body that nobody reads to its end breaks off; what counts is the answer.
  sent.on('error', () => undefined);
  sent.end(method === 'GET' ? '' : body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const said = await text(answer);
  return { status: answer.statusCode ?? 0, text: said, ms: performance.now() - begun };
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

/** Measured in turns, so that what else the machine does falls on both. */
async function ratioOf(abuse: Abuse): Promise<number> {
  const [dear, cheap]: [number[], number[]] = [[], []];
  for (let time = 0; time < 3; time += 1) await send(prepared(abuse)); // Until it is warm.
  for (let time = 0; time < TIMES; time += 1) {
    cheap.push((await send(prepared(CHEAPEST))).ms);
    dear.push((await send(prepared(abuse))).ms);
  }
  return medianOf(dear) / medianOf(cheap);
}

it('has at least forty requests, each of them once', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(40);
  expect(new Set(corpus.map(({ what }) => what)).size).toBe(corpus.length);
});

describe('is refused with its own status, and costs little', () => {
  it.each(corpus)('$what', async (abuse) => {
    const { status, text: said } = await send(prepared(abuse));
    expect([status, said]).toStrictEqual([abuse.status, expect.any(String)]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    if (abuse.code !== undefined) expect(said).toContain(`"code":"${abuse.code}"`);
    expect(said).not.toMatch(/node_modules|\bat .*\.[jt]s:|SQLITE|Did you mean/);
    expect(said.length).toBeLessThan(50_000);
    expect(await ratioOf(abuse)).toBeLessThanOrEqual(DEARER);
    expect(logged).not.toHaveBeenCalled();
  });
});

it('the server still answers after all of it', async () => {
  const { status, text: said } = await send(prepared(CHEAPEST));
  expect([status, said]).toStrictEqual([200, expect.stringContaining('"__typename":"Query"')]);
});
