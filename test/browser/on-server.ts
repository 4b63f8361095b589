import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { forget, startServer } from '../acceptance/server.js';
import type { RunningServer } from '../acceptance/server.js';
import { launchChromium } from './chromium.js';

const LOADED = 'Stop with Ctrl-C';
/** A busy machine takes so long to load the story of the demo. */
const BEGINS_WITHIN_MS = 240_000;

/** What the tests of a file have in common; there from before the first of them on. */
export interface OnServer {
  readonly server: RunningServer;
  readonly browser: Browser;
}

/**
 * A browser and a built server for all the tests of a file: of a demo that is empty, or that has
 * its story (`hasStory`). Both end after the last test.
 */
export function onServer({ hasStory }: Readonly<{ hasStory: boolean }>): OnServer {
  let begun: OnServer | null = null;
  const inUse = (): OnServer => {
    if (!begun) throw new Error('the server is there from the first test on');
    return begun;
  };
  beforeAll(async () => {
    const browser = await launchChromium();
    const server = await startServer(hasStory ? { words: ['--demo'] } : {});
    if (hasStory) await server.says(LOADED);
    begun = { browser, server };
  }, BEGINS_WITHIN_MS);
  afterAll(async () => {
    const { browser, server } = inUse();
    await browser.close();
    await server.stop();
    forget(server);
  });
  return {
    get server() {
      return inUse().server;
    },
    get browser() {
      return inUse().browser;
    },
  };
}
