import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { socketLimits } from '../../apps/api/src/door/sockets.js';
import { bearer } from '../identity.js';
import { memoryServer } from '../memory-server.js';

const ADA = 'person-00000000-0000-4000-8000-0000000000ad';
const BEA = 'person-00000000-0000-4000-8000-0000000000be';
const query = '{ __typename }';

type Headers = Record<string, string>;

describe('how much is asked for in a minute', () => {
  let app: NestFastifyApplication;
  let now = Date.now();

  beforeAll(async () => {
    app = await memoryServer({}, { perMinute: { person: 3, address: 2 } });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    now += 120_000; // What an earlier test has used up is given back.
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const ask = async (headers: Headers, language = 'en') => {
    const given = { ...headers, 'accept-language': language };
    const options = {
      method: 'POST',
      url: '/graphql',
      payload: { query },
      headers: given,
    } as const;
    const { statusCode, headers: said, body } = await app.inject(options);
    return { status: statusCode, after: said['retry-after'], body };
  };
  const statuses = async (times: number, headers: Headers) => {
    const found: number[] = [];
    for (let time = 0; time < times; time += 1) found.push((await ask(headers)).status);
    return found;
  };

  it('is counted by the person, wherever they ask from, and not by the address', async () => {
    const ada = await bearer(ADA);
    const from = (address: string) => ({ ...ada, 'x-forwarded-for': address });
    expect(await statuses(2, from('192.0.2.1'))).toStrictEqual([200, 200]);
    expect(await statuses(2, from('192.0.2.2'))).toStrictEqual([200, 429]);
    expect(await statuses(1, await bearer(BEA))).toStrictEqual([200]);
  });

  it('is counted by the address of who is not signed in, which they do not choose', async () => {
    const behind = (written: string) => ({ 'x-forwarded-for': written });
    expect(await statuses(3, behind('192.0.2.3'))).toStrictEqual([200, 200, 429]);
    expect(await statuses(1, behind('198.51.100.7, 192.0.2.3'))).toStrictEqual([429]);
    expect(await statuses(1, behind('192.0.2.4'))).toStrictEqual([200]);
    const household = (end: string) => behind(`2001:db8:0:1::${end}`);
    expect(await statuses(2, household('1'))).toStrictEqual([200, 200]);
    expect(await statuses(1, household('ffff'))).toStrictEqual([429]);
    expect(await statuses(1, behind('2001:db8:0:2::1'))).toStrictEqual([200]);
  });

  it('is used up by tokens that are not good', async () => {
    const guess = { authorization: 'Bearer guess', 'x-forwarded-for': '192.0.2.5' };
    expect(await statuses(3, guess)).toStrictEqual([401, 401, 429]);
  });

  it('says when to ask again, in the language of who asks, and then it may', async () => {
    const ada = await bearer(ADA);
    await statuses(3, ada);
    now += 20_000;
    const refused = await ask(ada);
    expect(refused).toMatchObject({ status: 429, after: '40' });
    expect(refused.body).toContain('"code":"RATE_LIMITED"');
    expect(refused.body).toContain('try again in 40 seconds');
    expect((await ask(ada, 'it')).body).toContain('riprovare tra 40 secondi');
    now += 40_001;
    expect((await ask(ada)).status).toBe(200);
  });
});

describe('what one person holds open over WebSockets', () => {
  let app: NestFastifyApplication;
  let url: string;
  let ada: Headers;
  const clients: Client[] = [];

  beforeAll(async () => {
    app = await memoryServer();
    await app.listen(0, '127.0.0.1');
    url = `${(await app.getUrl()).replace('http', 'ws')}/graphql`;
    ada = await bearer(ADA);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) await client.dispose();
  });
  afterAll(() => app.close());

  /** A socket of its own, or the code with which it was closed. */
  const opened = (connectionParams: Headers) =>
    new Promise<Client | number>((resolve) => {
      const client = createClient({
        ...{ url, connectionParams, lazy: false, retryAttempts: 0 },
        onNonLazyError: () => undefined,
        on: {
          connected: () => resolve(client),
          closed: (event) => resolve((event as CloseEvent).code),
        },
      });
      clients.push(client);
    });
  const watching = (client: Client) =>
    new Promise<string>((resolve) => {
      const query = 'subscription { changed(id: "plan-a") { id } }';
      client.subscribe(
        { query },
        {
          next: () => resolve('open'),
          error: (errors) => resolve(JSON.stringify(errors)),
          complete: () => undefined,
        },
      );
    });

  it('is at most so many connections; one that is closed makes room', async () => {
    const open: (Client | number)[] = [];
    for (let n = 0; n < socketLimits.connections; n += 1) open.push(await opened(ada));
    expect(open.filter((one) => typeof one === 'number')).toStrictEqual([]);
    expect(await opened(ada)).toBe(4403);
    expect(await opened(await bearer(BEA))).not.toBe(4403);
    await (open[0] as Client).dispose();
    let again = await opened(ada);
    while (again === 4403) {
      await setImmediate(); // The server hears of the closing after its client.
      again = await opened(ada);
    }
    expect(typeof again).toBe('object');
  });

  it('is at most so many operations on one of them, and on all of them', async () => {
    const { operations, operationsOfSocket } = socketLimits;
    const sockets = [await opened(ada), await opened(ada), await opened(ada)] as Client[];
    const begin = async (client: Client | undefined, times: number) => {
      const found: string[] = [];
      for (let n = 0; n < times; n += 1) found.push(client ? await watching(client) : 'no socket');
      return found;
    };
    const [first, second, third] = sockets;
    const full = await begin(first, operationsOfSocket);
    expect(new Set(full)).toStrictEqual(new Set(['open']));
    expect(await begin(first, 1)).toStrictEqual([expect.stringContaining('RATE_LIMITED')]);
    expect(new Set(await begin(second, operationsOfSocket))).toStrictEqual(new Set(['open']));
    const left = operations - 2 * operationsOfSocket;
    expect(new Set(await begin(third, left))).toStrictEqual(new Set(['open']));
    expect(await begin(third, 1)).toStrictEqual([expect.stringContaining('RATE_LIMITED')]);
  });

  it('is, under a token that is not good, what an address may hold open', async () => {
    const open: (Client | number)[] = [];
    const guess = (n: number) => opened({ authorization: `Bearer guess${String(n)}` });
    for (let n = 0; n < socketLimits.connections; n += 1) open.push(await guess(n));
    expect(open.filter((one) => typeof one === 'number')).toStrictEqual([]);
    expect(await watching(open[0] as Client)).toContain('UNAUTHENTICATED');
    expect(await guess(socketLimits.connections)).toBe(4403);
  });

  it('is no message larger than a request may be', async () => {
    const sent = async (bytes: number) => {
      const socket = new WebSocket(url, 'graphql-transport-ws');
      await once(socket, 'open');
      socket.send(JSON.stringify({ type: 'ping', payload: { filler: 'x'.repeat(bytes) } }));
      const [event] = (await Promise.race([once(socket, 'message'), once(socket, 'close')])) as [
        CloseEvent | MessageEvent,
      ];
      socket.close();
      return event.type === 'close' ? (event as CloseEvent).code : 'answered';
    };
    expect(await sent(150_000)).toBe('answered');
    expect(await sent(250_000)).toBe(1009);
  });
});
