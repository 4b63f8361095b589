const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const PORT_MAX = 65_535;

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Folder of everything that this instance keeps. */
  readonly dataFolder: string;
  /** The data is the demo's, for ever; only then the clock can be simulated. */
  readonly demo: boolean;
  /** IANA time zone of the body, where the instance is founded with this start. */
  readonly zone: string;
  readonly name: string;
  readonly documentMaxBytes: number;
}

/** A setting that cannot be used; the sentence says which and what to write instead. */
export class BadConfig extends Error {}

/**
 * Settings from the environment and the command line.
 * Until people sign in, whoever reaches the port acts as whom they like: hence loopback only.
 * @throws BadConfig
 */
export function configFrom(env: NodeJS.ProcessEnv, words: readonly string[] = []): Config {
  const host = env.TAVOLO_HOST ?? '127.0.0.1';
  if (!LOOPBACK.has(host)) {
    throw new BadConfig(
      `TAVOLO_HOST is ${host}: this version asks nobody for a password, so it listens on 127.0.0.1 only.`,
    );
  }
  const demo = words.includes('--demo');
  return {
    host,
    port: portOf(env.PORT ?? '4000'),
    dataFolder: env.TAVOLO_DATA ?? 'data',
    demo,
    zone: zoneOf(env.TAVOLO_ZONE ?? 'Europe/Rome'),
    name: env.TAVOLO_NAME ?? (demo ? 'Tavolo demo' : 'Tavolo'),
    documentMaxBytes: megabytesOf(env.TAVOLO_DOCUMENT_MAX_MB ?? '25'),
  };
}

const ADDRESS: Readonly<Record<string, string>> = {
  EACCES: 'may not be used by this user: write a number from 1024 to 65535 in PORT.',
  EADDRINUSE: 'is in use by another program: stop that one, or write another number in PORT.',
  EADDRNOTAVAIL: 'is no address of this machine: write 127.0.0.1 in TAVOLO_HOST.',
};

/** The sentence for an address on which the server cannot listen; null for a defect. */
export function unusableAddressOf(
  error: unknown,
  { host, port }: Pick<Config, 'host' | 'port'>,
): BadConfig | null {
  const sentence = ADDRESS[String((error as { code?: unknown } | null)?.code)];
  if (sentence === undefined) return null;
  return new BadConfig(`Port ${String(port)} of ${host} ${sentence}`, { cause: error });
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= PORT_MAX) return port;
  throw new BadConfig(`PORT is ${text}: write a number from 0 (any free port) to 65535.`);
}

function megabytesOf(text: string): number {
  const megabytes = Number(text);
  if (/^\d+$/.test(text) && megabytes > 0 && megabytes <= 1024) return megabytes * 1_000_000;
  throw new BadConfig(`TAVOLO_DOCUMENT_MAX_MB is ${text}: write a number from 1 to 1024.`);
}

function zoneOf(zone: string): string {
  try {
    new Intl.DateTimeFormat('it', { timeZone: zone });
    return zone;
  } catch {
    throw new BadConfig(`TAVOLO_ZONE is ${zone}: write a name of the IANA list, Europe/Rome.`);
  }
}
