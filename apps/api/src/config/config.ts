import type { TrustedIssuer } from '@tavolo/access';
import { SystemClock } from '@tavolo/command';
import type { Clock } from '@tavolo/command';
import { BadConfig } from './bad-config.js';
import { doorOf } from '../door/door.js';
import type { ScannerAddress } from '../documents/scanner.js';
import type { Door } from '../door/door.js';
import { issuerFrom } from './identity-settings.js';
import { logSettingsOf } from './log-settings.js';
import type { LogSettings } from './log-settings.js';
import { privateSettingsOf } from './private-settings.js';
import type { PrivateSettings } from './private-settings.js';
import { replicaSettingsOf } from './replica-settings.js';
import type { ReplicaSettings } from './replica-settings.js';
import { sessionsFrom } from './session-settings.js';
import type { SessionSettings } from './session-settings.js';

export { BadConfig } from './bad-config.js';
import { traceSettingsOf } from './trace-settings.js';
import type { TraceSettings } from './trace-settings.js';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
const BUILT_DOCUMENTS = new URL('../../../../trusted-documents.json', import.meta.url);
const PORT_MAX = 65_535;

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where the log is read over gRPC; null for nowhere. */
  readonly feedPort: number | null;
  /** Folder of everything that this instance keeps. */
  readonly dataFolder: string;
  /** Where the log lies: in that folder, or on a server of its own. */
  readonly log: LogSettings;
  /** Where names, texts, documents, ballots and sessions lie. */
  readonly private: PrivateSettings;
  /** What it is to the servers that share log and private store with it. */
  readonly replica: ReplicaSettings;
  /** The data is a demo's, for ever; only then the clock can be simulated. */
  readonly demo: boolean;
  /** The demo is told its story; else it stays empty, to be played in. */
  readonly story: boolean;
  /** Where the issuer of the demo listens; 0 for any free port. */
  readonly demoIssuerPort: string;
  /** Whose tokens are believed; null for a demo, which has an issuer of its own. */
  readonly issuer: TrustedIssuer | null;
  /** How browsers sign in, and for how long. */
  readonly sessions: SessionSettings;
  /** IANA time zone of the body, where the instance is founded with this start. */
  readonly zone: string;
  readonly name: string;
  /** To whom obstacles to access are reported: an e-mail address or an https one; null for nobody named. */
  readonly accessibilityContact: string | null;
  readonly documentMaxBytes: number;
  /** What looks for harm in documents; null where nothing does. */
  readonly scanner: ScannerAddress | null;
  readonly door: Door;
  /** Where spans of commands go; null for nowhere. */
  readonly traces: TraceSettings | null;
  /** What the server writes of itself: of a demo only what somebody must look at. */
  readonly journal: Readonly<{ clock: Clock; least: 'info' | 'warn' }>;
  /** The documents that browsers may send, as the build wrote them down. */
  readonly trustedDocuments: URL | string;
}

/** Settings from the environment and the command line. @throws BadConfig */
export function configFrom(env: NodeJS.ProcessEnv, words: readonly string[] = []): Config {
  const kind = kindOf(env, words);
  const issuer = issuerFrom(env, kind.demo);
  return {
    host: hostOf(env.TAVOLO_HOST ?? '127.0.0.1'),
    port: portOf(env.PORT ?? '4000'),
    feedPort: feedPortOf(env.TAVOLO_FEED_PORT),
    ...dataOf(env),
    ...kind,
    issuer,
    sessions: sessionsFrom(env, issuer),
    demoIssuerPort: env.TAVOLO_DEMO_ISSUER_PORT ?? '0',
    zone: zoneOf(env.TAVOLO_ZONE ?? 'Europe/Rome'),
    name: env.TAVOLO_NAME ?? (kind.demo ? 'Tavolo demo' : 'Tavolo'),
    accessibilityContact: contactOf(env.TAVOLO_ACCESSIBILITY_CONTACT, kind),
    scanner: scannerOf(env.TAVOLO_CLAMD),
    documentMaxBytes: megabytesOf(env.TAVOLO_DOCUMENT_MAX_MB ?? '25'),
    ...doorFrom(env, kind),
    traces: traceSettingsOf(env),
    journal: { clock: new SystemClock(), least: kind.demo ? 'warn' : 'info' },
  };
}

function dataOf(
  env: NodeJS.ProcessEnv,
): Pick<Config, 'dataFolder' | 'log' | 'private' | 'replica'> {
  const dataFolder = env.TAVOLO_DATA ?? 'data';
  const log = logSettingsOf(env, dataFolder);
  const own = privateSettingsOf(env, dataFolder);
  return { dataFolder, log, private: own, replica: replicaSettingsOf(env) };
}

/** `--demo` is a demo with its story, `--demo=empty` one without. */
function kindOf(
  { NODE_ENV }: NodeJS.ProcessEnv,
  words: readonly string[],
): Pick<Config, 'demo' | 'story'> {
  const story = words.includes('--demo');
  const demo = story || words.includes('--demo=empty');
  if (!demo || NODE_ENV !== 'production') return { demo, story };
  throw new BadConfig(
    'NODE_ENV is production: a demo signs everybody in without a password and does not start there. Start without --demo.',
  );
}

/** The playground of an instance needs `any`, for as long as somebody tries something out there. */
function doorFrom(
  { TAVOLO_BROWSER_DOCUMENTS: said, TAVOLO_TRUSTED_DOCUMENTS: trustedDocuments }: NodeJS.ProcessEnv,
  kind: Pick<Config, 'demo'>,
): Pick<Config, 'door' | 'trustedDocuments'> {
  const door = doorOf(kind);
  const browsersSend = said ?? door.browsersSend;
  if (browsersSend === 'any' || browsersSend === 'trusted') {
    const file = trustedDocuments ?? BUILT_DOCUMENTS;
    return { door: { ...door, browsersSend }, trustedDocuments: file };
  }
  throw new BadConfig(
    `TAVOLO_BROWSER_DOCUMENTS is ${browsersSend}: write trusted (browsers send the documents of the console alone) or any.`,
  );
}

function hostOf(host: string): string {
  if (LOOPBACK.has(host)) return host;
  throw new BadConfig(
    `TAVOLO_HOST is ${host}: what people may do here is not kept apart yet, so it listens on 127.0.0.1 only.`,
  );
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

function feedPortOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = Number(text);
  if (/^\d+$/.test(text) && port > 0 && port <= PORT_MAX) return port;
  throw new BadConfig(`TAVOLO_FEED_PORT is ${text}: write a number from 1 to 65535, or nothing.`);
}

function megabytesOf(text: string): number {
  const megabytes = Number(text);
  if (/^\d+$/.test(text) && megabytes > 0 && megabytes <= 1024) return megabytes * 1_000_000;
  throw new BadConfig(`TAVOLO_DOCUMENT_MAX_MB is ${text}: write a number from 1 to 1024.`);
}

/** A port on this machine or behind it, or the path of a socket. */
function scannerOf(text: string | undefined): ScannerAddress | null {
  if (text === undefined) return null;
  if (text.startsWith('/')) return { path: text };
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/u.exec(text) ?? [];
  if (host !== '' && Number(port) > 0 && Number(port) <= PORT_MAX) {
    return { host, port: Number(port) };
  }
  throw new BadConfig(
    `TAVOLO_CLAMD is ${text}: write host and port of clamd, such as 127.0.0.1:3310, or the path of its socket.`,
  );
}

/** That of a demo is invented, and leads nowhere. */
function contactOf(text: string | undefined, { demo }: Pick<Config, 'demo'>): string | null {
  if (text === undefined) return demo ? 'accessibilita@tavolo.example' : null;
  const isPage = URL.canParse(text) && new URL(text).protocol === 'https:';
  if (isPage || /^[^\s@<>"?&:/]+@[^\s@<>"?&:/]+\.[^\s@<>"?&:/]+$/u.test(text)) return text;
  throw new BadConfig(
    `TAVOLO_ACCESSIBILITY_CONTACT is ${text}: write an e-mail address, or the https address of a page with a form.`,
  );
}

function zoneOf(zone: string): string {
  try {
    new Intl.DateTimeFormat('it', { timeZone: zone });
    return zone;
  } catch {
    throw new BadConfig(`TAVOLO_ZONE is ${zone}: write a name of the IANA list, Europe/Rome.`);
  }
}
