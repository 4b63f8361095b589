import { afterAll, beforeAll } from '@jest/globals';
import { Browser } from './browser.js';
import { forget, startServer } from './server.js';
import type { RunningServer } from './server.js';

/** What the tests of a file have in common; there from the first of them on. */
export interface FoundersBrowsers {
  readonly server: RunningServer;
  /** Who founded it, by reference. */
  readonly founder: string;
  /** Another browser, in which nobody is signed in; it acts under the founder's mandate. */
  readonly browser: () => Browser;
}

/** An empty demo for all the tests of a file, and browsers in which its founder signs in. */
export function foundersBrowsers(): FoundersBrowsers {
  let begun: Pick<FoundersBrowsers, 'founder' | 'server'> | null = null;
  const inUse = () => {
    if (!begun) throw new Error('the server is there from the first test on');
    return begun;
  };
  beforeAll(async () => {
    const server = await startServer();
    const { data } = await new Browser(server.url).ask('{ instance { founder { id } } }');
    const { id: founder } = data?.instance?.founder as { id: string };
    begun = { server, founder };
  }, 120_000);
  afterAll(async () => {
    const { server } = inUse();
    await server.stop();
    forget(server);
  });
  return {
    get server() {
      return inUse().server;
    },
    get founder() {
      return inUse().founder;
    },
    browser: () => {
      const one = new Browser(inUse().server.url);
      one.actUnder('instance-tavolo#founder');
      return one;
    },
  };
}
