import { readFileSync } from 'node:fs';
import { BadConfig } from './bad-config.js';

/** What a server is to the others that share its log and its private store. */
export type ReplicaSettings = Readonly<{
  /** Milliseconds without a sign of life after which another takes its lease. */
  patienceMs: number;
  /** By which replicas know each other; null where there is none. */
  key: string | null;
  /** Which are asked for a copy of the read model, in this order. */
  readModelFrom: readonly URL[];
}>;

const PATIENCE_MAX_S = 300;

const KEY_LENGTH_MIN = 43;
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** @throws BadConfig */
export function replicaSettingsOf(env: NodeJS.ProcessEnv): ReplicaSettings {
  const { TAVOLO_LEASE_SECONDS: seconds = '10', TAVOLO_REPLICA_KEY_FILE: file } = env;
  const key = file === undefined ? null : keyIn(file);
  const readModelFrom = replicasIn(env.TAVOLO_READ_MODEL_FROM ?? '');
  if (key === null && readModelFrom.length > 0) {
    throw new BadConfig(
      'TAVOLO_READ_MODEL_FROM is set and TAVOLO_REPLICA_KEY_FILE is not: write the file that holds the key of the replicas.',
    );
  }
  return { patienceMs: secondsOf(seconds) * 1_000, key, readModelFrom };
}

/** In a file, for the environment is handed on to every program that this one starts. */
function keyIn(file: string): string {
  try {
    const key = readFileSync(file, 'utf8').trim();
    if (key.length >= KEY_LENGTH_MIN && !/\s/u.test(key)) return key;
  } catch (error) {
    throw new BadConfig(
      `TAVOLO_REPLICA_KEY_FILE is ${file}, which cannot be read: write a file with the key of the replicas.`,
      { cause: error },
    );
  }
  throw new BadConfig(
    `TAVOLO_REPLICA_KEY_FILE is ${file}, which holds no such key: write into it what \`openssl rand -base64 32\` prints, the same for every replica.`,
  );
}

/** Addresses with commas between them. */
function replicasIn(text: string): readonly URL[] {
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.filter((address) => address !== '').map(replicaAt);
}

function replicaAt(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isSafe = url?.protocol === 'https:' || (url !== null && LOOPBACK.has(url.hostname));
  if (url && isSafe && /^https?:$/u.test(url.protocol) && url.href === `${url.origin}/`) return url;
  throw new BadConfig(
    `TAVOLO_READ_MODEL_FROM names ${address}: write https addresses of other replicas without a path, with commas between them.`,
  );
}

function secondsOf(text: string): number {
  const seconds = Number(text);
  if (/^\d+$/.test(text) && seconds >= 1 && seconds <= PATIENCE_MAX_S) return seconds;
  throw new BadConfig(
    `TAVOLO_LEASE_SECONDS is ${text}: write a whole number from 1 to ${String(PATIENCE_MAX_S)}.`,
  );
}
