import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteBallotBoxes, SqliteLeases } from '@tavolo/private-store';
import { SqlitePrivateStore, SqliteSessions } from '@tavolo/private-store';
import type { BallotBoxes, KeptSessions, Leases } from '@tavolo/private-store';
import type { PrivateStore, SealingKeys } from '@tavolo/private-store';
import { BadConfig } from './bad-config.js';
import { secretOf } from './secret-settings.js';
import type { Secret } from './secret-settings.js';

/** Where names, texts, documents, ballots and sessions lie. */
export type PrivateSettings =
  | Readonly<{
      kind: 'embedded';
      folder: string;
      /** Null where the keys of ballot boxes lie in a file that is its user's alone. */
      sealingKeys: SealingKeys | null;
    }>
  | Readonly<{
      kind: 'postgres';
      /** The database of what is kept: the one that is backed up with the log. */
      kept: Secret;
      /** The one of ballots, sessions and leases, which no backup may hold: they must not come back. */
      passing: Secret;
      /** What the keys of ballot boxes are sealed under. */
      sealingKeys: SealingKeys;
    }>;

const KEY = /^[A-Za-z0-9+/_-]{43}=?$/u;
const ADDRESS = /^postgres(?:ql)?:\/\//u;

/**
 * The private folder in the data folder or where TAVOLO_PRIVATE has it, for several servers of one
 * machine, or PostgreSQL where its address is given.
 * @throws BadConfig
 */
export function privateSettingsOf(env: NodeJS.ProcessEnv, dataFolder: string): PrivateSettings {
  const kept = secretOf(env, 'TAVOLO_POSTGRES');
  const passing = secretOf(env, 'TAVOLO_POSTGRES_PASSING');
  const { TAVOLO_PRIVATE: folder = join(dataFolder, 'private') } = env;
  const sealingKeys = keysOf(env);
  if (kept === undefined && passing === undefined) return { kind: 'embedded', folder, sealingKeys };
  if (env.TAVOLO_PRIVATE !== undefined) {
    throw new BadConfig(
      'TAVOLO_PRIVATE and TAVOLO_POSTGRES are both set: names, texts and documents lie in one of the two. Leave the other out.',
    );
  }
  const settings = {
    kept: databaseOf('TAVOLO_POSTGRES', kept),
    passing: databaseOf('TAVOLO_POSTGRES_PASSING', passing),
    sealingKeys: sealingKeys ?? missingKey(),
  };
  if (settings.kept() !== settings.passing()) return { kind: 'postgres', ...settings };
  throw new BadConfig(
    'TAVOLO_POSTGRES and TAVOLO_POSTGRES_PASSING name the same database: ballots and sessions need one of their own, which no backup holds.',
  );
}

function databaseOf(name: string, address: Secret | undefined): Secret {
  if (address !== undefined && ADDRESS.test(address())) return address;
  const problem = address === undefined ? 'is missing' : 'is no address of a database';
  throw new BadConfig(
    `${name} ${problem}: write postgresql://user:password@host/database there, or the path of a file with it in ${name}_FILE. One database is for what is backed up (TAVOLO_POSTGRES), another for ballots and sessions, which are not (TAVOLO_POSTGRES_PASSING).`,
  );
}

/** The current key, and while it is being changed the one of before; null where there is none. */
function keysOf(env: NodeJS.ProcessEnv): SealingKeys | null {
  const current = secretOf(env, 'TAVOLO_BALLOT_KEY')?.();
  const before = secretOf(env, 'TAVOLO_BALLOT_KEY_BEFORE')?.();
  for (const [name, key] of Object.entries({ BALLOT_KEY: current, BALLOT_KEY_BEFORE: before })) {
    if (key !== undefined && !KEY.test(key)) throw badKey(`TAVOLO_${name}`, 'no such key');
  }
  if (current === undefined) {
    if (before === undefined) return null;
    throw badKey('TAVOLO_BALLOT_KEY', 'missing beside TAVOLO_BALLOT_KEY_BEFORE');
  }
  return before === undefined ? [current] : [current, before];
}

/** @throws BadConfig */
function missingKey(): never {
  throw badKey('TAVOLO_BALLOT_KEY', 'missing');
}

function badKey(name: string, problem: string): BadConfig {
  return new BadConfig(
    `${name} is ${problem}: write 32 random bytes in base64 there, as \`openssl rand -base64 32\` makes them, the same for every replica, or the path of a file with them in ${name}_FILE.`,
  );
}

/** The store of what is kept, as it is found before it is opened. */
export interface PrivatePlace {
  /** As it is named to whoever runs the server. */
  readonly name: string;
  /** Whether there may be one: a folder that is not there holds none. */
  readonly isThere: boolean;
  /** @throws UnusablePrivateStore | PrivateStoreUnavailable */
  readonly open: () => Promise<PrivateStore>;
}

/** Where the private store is. `durability` is that of the embedded one. */
export function privatePlaceOf(
  settings: PrivateSettings,
  durability: 'FULL' | 'NORMAL' = 'FULL',
): PrivatePlace {
  if (settings.kind === 'embedded') {
    const { folder } = settings;
    return {
      name: `The private folder ${folder}`,
      isThere: existsSync(folder),
      open: () => SqlitePrivateStore.open(folder, durability),
    };
  }
  return {
    name: 'The private store in the database of TAVOLO_POSTGRES',
    isThere: true,
    open: async () => (await postgres()).PostgresPrivateStore.open(settings.kept),
  };
}

/** @throws UnusablePrivateStore | PrivateStoreUnavailable */
export async function openBallotBoxes(settings: PrivateSettings): Promise<BallotBoxes> {
  if (settings.kind === 'embedded') {
    return SqliteBallotBoxes.open(settings.folder, settings.sealingKeys);
  }
  const { passing: connectionString, sealingKeys } = settings;
  return (await postgres()).PostgresBallotBoxes.open({ connectionString, sealingKeys });
}

/** @throws UnusablePrivateStore | PrivateStoreUnavailable */
export async function openSessions(settings: PrivateSettings): Promise<KeptSessions> {
  if (settings.kind === 'embedded') return SqliteSessions.open(settings.folder);
  return (await postgres()).PostgresSessions.open(settings.passing);
}

/** @throws UnusablePrivateStore | PrivateStoreUnavailable */
export async function openLeases(settings: PrivateSettings): Promise<Leases> {
  if (settings.kind === 'embedded') return SqliteLeases.open(settings.folder);
  return (await postgres()).PostgresLeases.open(settings.passing);
}

/** Loaded where it is used: files need no client of a database. */
const postgres = () => import('@tavolo/private-store/postgres');
