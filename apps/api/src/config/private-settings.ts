import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteBallotBoxes, SqliteLeases } from '@tavolo/private-store';
import { SqlitePrivateStore, SqliteSessions } from '@tavolo/private-store';
import type { BallotBoxes, KeptSessions, Leases, PrivateStore } from '@tavolo/private-store';
import { BadConfig } from './bad-config.js';

/** Where names, texts, documents, ballots and sessions lie. */
export type PrivateSettings =
  | Readonly<{ kind: 'embedded'; folder: string }>
  | Readonly<{
      kind: 'postgres';
      /** The database of what is kept: the one that is backed up with the log. */
      kept: string;
      /** The one of ballots, sessions and leases, which no backup may hold: they must not come back. */
      passing: string;
      /** Under which the keys of ballot boxes are sealed: 32 bytes in base64url. */
      sealingKey: string;
    }>;

const KEY = /^[A-Za-z0-9+/_-]{43}=?$/u;
const ADDRESS = /^postgres(?:ql)?:\/\//u;

/**
 * The private folder in the data folder or where TAVOLO_PRIVATE has it, for several servers of one
 * machine, or PostgreSQL where its address is given.
 * @throws BadConfig
 */
export function privateSettingsOf(env: NodeJS.ProcessEnv, dataFolder: string): PrivateSettings {
  const { TAVOLO_POSTGRES: kept, TAVOLO_POSTGRES_PASSING: passing } = env;
  const { TAVOLO_PRIVATE: folder = join(dataFolder, 'private') } = env;
  if (kept === undefined && passing === undefined) return { kind: 'embedded', folder };
  if (env.TAVOLO_PRIVATE !== undefined) {
    throw new BadConfig(
      'TAVOLO_PRIVATE and TAVOLO_POSTGRES are both set: names, texts and documents lie in one of the two. Leave the other out.',
    );
  }
  const settings = {
    kept: databaseOf('TAVOLO_POSTGRES', kept),
    passing: databaseOf('TAVOLO_POSTGRES_PASSING', passing),
    sealingKey: keyOf(env.TAVOLO_BALLOT_KEY),
  };
  if (kept !== passing) return { kind: 'postgres', ...settings };
  throw new BadConfig(
    'TAVOLO_POSTGRES and TAVOLO_POSTGRES_PASSING name the same database: ballots and sessions need one of their own, which no backup holds.',
  );
}

function databaseOf(name: string, address: string | undefined): string {
  if (address !== undefined && ADDRESS.test(address)) return address;
  const problem = address === undefined ? 'is missing' : 'is no address of a database';
  throw new BadConfig(
    `${name} ${problem}: write postgresql://user:password@host/database there. One database is for what is backed up (TAVOLO_POSTGRES), another for ballots and sessions, which are not (TAVOLO_POSTGRES_PASSING).`,
  );
}

function keyOf(key: string | undefined): string {
  if (key !== undefined && KEY.test(key)) return key;
  throw new BadConfig(
    `TAVOLO_BALLOT_KEY is ${key === undefined ? 'missing' : 'no such key'}: write 32 random bytes in base64 there, as \`openssl rand -base64 32\` makes them, the same for every replica.`,
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
  if (settings.kind === 'embedded') return SqliteBallotBoxes.open(settings.folder);
  const { passing: connectionString, sealingKey } = settings;
  return (await postgres()).PostgresBallotBoxes.open({ connectionString, sealingKey });
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
