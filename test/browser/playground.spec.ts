import { describe, expect, it } from '@jest/globals';
import { onServer } from './on-server.js';

describe('the playground in a browser', () => {
  const on = onServer({ hasStory: false });

  it('loads nothing from elsewhere and breaks no rule of its content security policy', async () => {
    const page = await on.browser.newPage();
    const problems: string[] = [];
    const origins: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('request', (request) => origins.push(new URL(request.url()).origin));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(`${on.server.url}/altair/`);
    await page.getByText('Send Request').first().waitFor();
    expect(problems).toStrictEqual([]);
    expect(new Set(origins)).toStrictEqual(new Set([on.server.url]));
  });

  it('signs a persona in and acts as her, with a cookie that no script can read', async () => {
    const context = await on.browser.newContext();
    const page = await context.newPage();
    await page.goto(`${on.server.url}/session/login?returnTo=/altair/`);
    await page.getByRole('button', { name: 'founder' }).click();
    await page.getByText('Send Request').first().waitFor();
    expect(page.url()).toBe(`${on.server.url}/altair/`);
    const answer: unknown = await page.evaluate(async () => {
      const query =
        'mutation { registerPerson(input: { name: "Eva" }) { ... on PersonPayload { person { name } } } }';
      const response = await fetch('/graphql', {
        ...{ method: 'POST', body: JSON.stringify({ query }) },
        headers: {
          'content-type': 'application/json',
          'tavolo-mandate': 'instance-tavolo#founder',
        },
      });
      return await response.json();
    });
    expect(answer).toMatchObject({ data: { registerPerson: { person: { name: 'Eva' } } } });
    expect(await page.evaluate('document.cookie')).toBe('');
    expect((await context.cookies()).some(({ name }) => name === '__Host-tavolo')).toBe(true);
    await context.close();
  });
});
