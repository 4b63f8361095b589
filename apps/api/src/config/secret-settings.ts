import { readFileSync, statSync } from 'node:fs';
import { BadConfig } from './bad-config.js';

/** Settings that are secrets. Each may stand in a file, which `<NAME>_FILE` names. */
const secretSettings = [
  'TAVOLO_BALLOT_KEY',
  'TAVOLO_BALLOT_KEY_BEFORE',
  'TAVOLO_CLIENT_KEY',
  'TAVOLO_CLIENT_SECRET',
  'TAVOLO_EVENTSTOREDB',
  'TAVOLO_POSTGRES',
  'TAVOLO_POSTGRES_PASSING',
  'TAVOLO_REPLICA_KEY',
  'TAVOLO_TOKEN',
] as const;
export type SecretSetting = (typeof secretSettings)[number];

/**
 * A secret as it is now: in a file it may be another than at the start, for whoever keeps it
 * changes it there. Where it cannot be read just then, as while it is replaced, it is the last one.
 */
export type Secret = () => string;

const OTHERS = 0o007;

/**
 * The secret of a setting; undefined where it is not set. In a file rather than in the
 * environment, which is handed on to every program that this one starts: so a vault's agent,
 * Kubernetes and Docker give it. @throws BadConfig
 */
export function secretOf(env: NodeJS.ProcessEnv, name: SecretSetting): Secret | undefined {
  const { [name]: said, [`${name}_FILE`]: file } = env;
  if (file === undefined) return said === undefined ? undefined : () => said;
  if (said !== undefined) {
    throw new BadConfig(`${name} and ${name}_FILE are both set: leave the first out.`);
  }
  let last = read(name, file);
  return () => {
    try {
      last = read(name, file);
    } catch {
      // It is being replaced: what was good a moment ago is asked with once more.
    }
    return last;
  };
}

/** The files of secrets that everybody on this machine can read, by their settings. */
export function readableByOthers(env: NodeJS.ProcessEnv): readonly string[] {
  const files = secretSettings.map((name) => `${name}_FILE`);
  return files.filter((name) => isReadableByOthers(env[name]));
}

function isReadableByOthers(file: string | undefined): boolean {
  if (file === undefined) return false;
  return ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0;
}

/** @throws BadConfig */
function read(name: SecretSetting, file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new BadConfig(
      `${name}_FILE is ${file}, which cannot be read: name a file with the secret that the user of this server may read.`,
      { cause: error },
    );
  }
  if (secret !== '') return secret;
  throw new BadConfig(`${name}_FILE is ${file}, which is empty: write the secret into it.`);
}
