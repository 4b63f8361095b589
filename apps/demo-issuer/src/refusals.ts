/** The demo's issuer may not run like this; the sentence says what to do. */
export class DemoIssuerRefused extends Error {}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** What the issuer is told by whoever starts it. */
export type Settings = Readonly<{
  host: string;
  port: number;
  /** The folder in which it keeps its signing key. */
  folder: string;
  /** The server of the demo: whose personas there are, and where a login comes back to. */
  server: string;
}>;

/**
 * Believes everybody who is asked for, so it runs nowhere but on the machine of the demo.
 * @throws DemoIssuerRefused
 */
export function settingsFrom(env: NodeJS.ProcessEnv): Settings {
  const { NODE_ENV, DEMO_ISSUER_HOST: host = '127.0.0.1', DEMO_ISSUER_PORT: port = '0' } = env;
  const { DEMO_ISSUER_FOLDER: folder, DEMO_ISSUER_SERVER: server } = env;
  if (NODE_ENV === 'production') {
    throw new DemoIssuerRefused(
      'NODE_ENV is production: the demo signs everybody in without a password and does not start there. Name a real issuer in TAVOLO_ISSUER.',
    );
  }
  if (!LOOPBACK.has(host)) {
    throw new DemoIssuerRefused(
      `DEMO_ISSUER_HOST is ${host}: the demo signs everybody in without a password, so it listens on 127.0.0.1 only.`,
    );
  }
  if (!/^\d{1,5}$/u.test(port) || Number(port) > 65_535) {
    throw new DemoIssuerRefused(
      `DEMO_ISSUER_PORT is ${port}: write a number from 0 (any free port) to 65535.`,
    );
  }
  if (folder === undefined || server === undefined || !isLoopback(server)) {
    throw new DemoIssuerRefused(
      'The issuer of the demo is started by the server of the demo: use `npm start`.',
    );
  }
  return { host, port: Number(port), folder, server };
}

function isLoopback(url: string): boolean {
  return URL.canParse(url) && LOOPBACK.has(new URL(url).hostname.replaceAll(/[[\]]/gu, ''));
}
