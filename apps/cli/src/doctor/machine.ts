import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillingOf } from '@tavolo/moving';
import { BadConfig } from '../../../api/src/config/bad-config.js';
import { logSettingsOf } from '../../../api/src/config/log-settings.js';
import { privateSettingsOf } from '../../../api/src/config/private-settings.js';
import { checkWritable, unusableDataOf } from '../../../api/src/stores/unusable-data.js';
import { failed, ok, said, warning } from './check.js';
import type { Check } from './check.js';

const MINIMUM_NODE = '24.9.0';
const GIGABYTE = 1e9;
/** Below this a server stops before long; below the other one somebody should know. */
const LEAST_FREE = 0.1 * GIGABYTE;
const FEW_FREE = 2 * GIGABYTE;
const OTHERS = 0o077;

/** On what it runs. */
export function machineChecks(): Check[] {
  const { version } = process;
  const isFit = version.slice(1).localeCompare(MINIMUM_NODE, 'en', { numeric: true }) >= 0;
  const server = fileURLToPath(new URL('../../../api/src/main.js', import.meta.url));
  return [
    isFit ? ok('Node', version) : failed('Node', `${version}: ${MINIMUM_NODE} is needed`),
    existsSync(server) ? ok('Built', 'yes') : failed('Built', 'no: run `npm run build`'),
  ];
}

/** Where the settings say that things lie; what is secret in them is not said. */
export function settingChecks(folder: string): Check[] {
  try {
    const log = logSettingsOf(process.env, folder);
    const own = privateSettingsOf(process.env, folder);
    return [
      ok(
        'Log',
        log.kind === 'embedded' ? log.file : `EventStoreDB, ${hostsIn(log.connectionString)}`,
      ),
      ok('Beside it', own.kind === 'embedded' ? own.folder : `PostgreSQL, ${hostsIn(own.kept())}`),
      said('Settings', namesOf(process.env)),
    ];
  } catch (error) {
    if (error instanceof BadConfig) return [failed('Settings', error.message)];
    throw error;
  }
}

/** Which are set; what they are set to may be a password. */
function namesOf(env: NodeJS.ProcessEnv): string {
  const names = Object.keys(env).filter((name) => name === 'PORT' || name.startsWith('TAVOLO_'));
  return names.length === 0 ? 'none: everything as it comes' : names.toSorted().join(', ');
}

function hostsIn(address: string): string {
  return /^[a-z+]+:\/\/(?:[^@]*@)?([^?]*)/u.exec(address)?.[1] ?? 'an address that cannot be read';
}

/** What the folder lets be done, and how much room its disk has. */
export function folderChecks(folder: string): Check[] {
  const filling = fillingOf(folder);
  const again = filling && `\`tavolo ${filling.command}\` from ${filling.from}`;
  return [
    said('Data folder', folder),
    ...(again ? [failed('Filled', `not to its end: give ${again} again`)] : []),
    ...(existsSync(folder) ? [...rightChecks(folder), roomCheck(folder)] : []),
  ];
}

function rightChecks(folder: string): Check[] {
  try {
    checkWritable(folder);
    accessSync(folder, constants.R_OK);
  } catch (error) {
    return [failed('Rights', unusableDataOf(error, folder)?.message ?? String(error))];
  }
  const open = privateFilesIn(folder).filter((file) => (statSync(file).mode & OTHERS) !== 0);
  if (open.length === 0 || process.platform === 'win32') {
    return [ok('Rights', 'it can be written; what is private is its owner’s alone')];
  }
  const sentence = `others may open ${open.join(', ')}: take their rights (chmod go= on each)`;
  return [warning('Rights', sentence)];
}

function privateFilesIn(folder: string): string[] {
  const place = join(folder, 'private');
  if (!existsSync(place)) return [];
  const files = readdirSync(place).filter((name) => /\.db(?:-wal)?$/u.test(name));
  return files.map((name) => join(place, name));
}

function roomCheck(folder: string): Check {
  const { bavail, bsize } = statfsSync(existsSync(folder) ? folder : dirname(folder));
  const free = bavail * bsize;
  const value = `${(free / GIGABYTE).toFixed(1)} GB are free`;
  if (free < LEAST_FREE) return failed('Disk', `${value}: make room (docs/runbooks/disk-full.md)`);
  return free < FEW_FREE ? warning('Disk', `${value}: make room soon`) : ok('Disk', value);
}
