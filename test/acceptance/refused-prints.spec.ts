import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { memoryServer } from '../memory-server.js';

let app: NestFastifyApplication;

beforeAll(async () => {
  app = await memoryServer();
});
afterAll(() => app.close());

const NOTICE = '/sittings/sitting-00000000-0000-4000-8000-00000000000d/notice.pdf';
/** As browsers ask for what a link leads to. */
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const asked = (query: string, accept: string) =>
  app.inject({ url: `${NOTICE}?${query}`, headers: { accept, 'accept-language': 'it' } });

describe('a print that is refused', () => {
  it('is a page with a sentence, in the language of the link, for who follows a link', async () => {
    const { statusCode, headers, body } = await asked('lang=en&standard=x-1a', BROWSER);
    expect(statusCode).toBe(400);
    expect(headers).toMatchObject({
      ...{ 'content-type': 'text/html; charset=utf-8', 'content-language': 'en' },
      ...{ 'cache-control': 'no-store', vary: expect.stringContaining('accept') },
    });
    expect(body).toContain('<html lang="en">');
    expect(body).toContain('<p>The parameter standard is a-2a');
    expect(body).toContain('<code>BAD_USER_INPUT</code>');
    expect(body).toContain(`<code>${String(headers['x-request-id'])}</code>`);
    expect(body).not.toContain('Il parametro');
  });

  it('leads who is not signed in to the login, and from there back to the print', async () => {
    const { statusCode, body } = await asked('lang=it', BROWSER);
    expect(statusCode).toBe(401);
    const back = encodeURIComponent(`${NOTICE}?lang=it`);
    expect(body).toContain(
      `<a href="/session/login?returnTo=${back}">Accedi e apri il documento</a>`,
    );
    expect(body).not.toContain('Bearer');
  });

  it('is JSON for a program', async () => {
    const { statusCode, headers, body } = await asked('lang=it', '*/*');
    expect([statusCode, headers['content-type']]).toStrictEqual([
      401,
      'application/json; charset=utf-8',
    ]);
    expect(JSON.parse(body)).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
