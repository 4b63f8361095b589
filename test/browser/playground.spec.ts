import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { forget, startServer } from '../acceptance/server.js';
import type { RunningServer } from '../acceptance/server.js';
import { launchChromium } from './chromium.js';

describe('the playground in a browser', () => {
  let server: RunningServer;
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
    server = await startServer();
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    forget(server);
  });

  it('loads nothing from elsewhere and breaks no rule of its content security policy', async () => {
    const page = await browser.newPage();
    const problems: string[] = [];
    const origins: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('request', (request) => origins.push(new URL(request.url()).origin));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(server.url);
    await page.getByText('Send Request').first().waitFor();
    expect(problems).toStrictEqual([]);
    expect(new Set(origins)).toStrictEqual(new Set([server.url]));
  });
});
