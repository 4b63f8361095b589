import { afterAll, beforeAll, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { RunningServer } from '../acceptance/server.js';
import { launchChromium } from './chromium.js';
import { auditorReplays, boardMemberVotes, partnerSigns } from './journeys.js';
import type { Way } from './journeys.js';

/** The three journeys, each in two ways: a demo has two votes to cast and two signatures to give. */
export function travelled(start: () => Promise<RunningServer>, ways: readonly [Way, Way]): void {
  let server: RunningServer;
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
    server = await start();
    await server.says('Stop with Ctrl-C');
  }, 240_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  const people = [
    { member: 'Luce Esempio', signatory: 'Ezio Esempio', auditor: 'Delia Esempio' },
    { member: 'Fulvia Esempio', signatory: 'Dora Esempio', auditor: 'Delia Esempio' },
  ];
  const each = ways.map((way, n) => ({ ...way, ...people[n] }));
  const as = (who = '', way: Way) => ({ browser, url: server.url, who, way });

  it.each(each)('a member of a body votes, in $language, by $by', ({ member, ...way }) =>
    boardMemberVotes(as(member, way)),
  );
  it.each(each)('a partner signs an agreement, in $language, by $by', ({ signatory, ...way }) =>
    partnerSigns(as(signatory, way)),
  );
  it.each(each)('an auditor replays a decision, in $language, by $by', ({ auditor, ...way }) =>
    auditorReplays(as(auditor, way)),
  );
}
