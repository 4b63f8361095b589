import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beginFilling, endFilling, migrate } from '@tavolo/moving';
import type { Migrated } from '@tavolo/moving';
import { Command, Option } from 'nest-commander';
import { processLeaseOf } from '../../../api/src/stores/lease-checkpoints.js';
import { secretOf } from '../../../api/src/config/secret-settings.js';
import { badOption } from '../problem.js';
import { TavoloCommand } from '../tavolo-command.js';
import { openInstance, privateFolderOf, refuseOpenBoxes } from './instance.js';
import type { Lying } from './instance.js';
import { PLACE, placeOf } from './place.js';
import { working } from './working.js';

interface MigrateOptions {
  readonly from?: string;
  readonly fromNamespace?: string;
  readonly fromData?: string;
  readonly fromPostgres?: string;
  readonly fromPassing?: string;
  readonly to?: string;
  readonly toNamespace?: string;
  readonly data?: string;
  readonly postgres?: string;
  readonly passing?: string;
}

const MOVED = 'moved.json';

/** Carries an instance over to other stores, compares all of it, and may be cut off and given again. */
@Command({
  name: 'migrate',
  description: 'Carries an instance over to other stores, in its order, with bytes unchanged.',
})
export class MigrateCommand extends TavoloCommand {
  override async run(_words: string[], options: MigrateOptions): Promise<void> {
    const [source, target] = [sourceOf(options), targetOf(options)];
    const { folder } = target;
    await working(async ({ signal, show }) => {
      await using opened = new AsyncDisposableStack();
      const carried = await openInstance(source, opened);
      await refuseOpenBoxes(source);
      const from = source.log.name;
      beginFilling(folder, { command: 'migrate', from }, movedFrom(folder) === from);
      const migrated = await migrate({
        source: carried,
        target: await openInstance(target, opened),
        map: join(folder, 'positions.db'),
        leaseOf: processLeaseOf,
        ...{ signal, show },
      });
      await opened.disposeAsync();
      noteMoved(folder, { from, ...migrated });
      endFilling(folder);
      tell(migrated, target);
    }, folder);
  }

  @Option({ flags: '--from <place>', description: `Where the log is: ${PLACE}.` })
  parseFrom(text: string): string {
    return text;
  }

  @Option({ flags: '--from-namespace <text>', description: 'What its streams begin with.' })
  parseFromNamespace(text: string): string {
    return text;
  }

  @Option({
    flags: '--from-data <folder>',
    description: 'The data folder beside a log that is on a server.',
  })
  parseFromData(text: string): string {
    return text;
  }

  @Option({
    flags: '--from-postgres <address>',
    description: 'The private store beside it, where that is in PostgreSQL.',
  })
  parseFromPostgres(text: string): string {
    return addressOf('--from-postgres', text);
  }

  @Option({
    flags: '--from-passing <address>',
    description: 'Its database of ballots and sessions; no vote in it may be open.',
  })
  parseFromPassing(text: string): string {
    return addressOf('--from-passing', text);
  }

  @Option({ flags: '--to <place>', description: `Where it is to be: ${PLACE}. It must be empty.` })
  parseTo(text: string): string {
    return text;
  }

  @Option({ flags: '--to-namespace <text>', description: 'What its streams are to begin with.' })
  parseToNamespace(text: string): string {
    return text;
  }

  @Option({
    flags: '--data <folder>',
    description: 'The new data folder, where the log goes to a server.',
  })
  parseData(text: string): string {
    return text;
  }

  @Option({
    flags: '--postgres <address>',
    description: 'Where the private store is to be, if not in the new data folder.',
  })
  parsePostgres(text: string): string {
    return addressOf('--postgres', text);
  }

  @Option({
    flags: '--passing <address>',
    description: 'Its database of ballots and sessions: spares the processes a reading of the log.',
  })
  parsePassing(text: string): string {
    return addressOf('--passing', text);
  }
}

/** `postgresql:` alone is the address in the settings, which no list of processes shows. @throws Problem */
function addressOf(option: string, text: string): string {
  const setting = option.endsWith('passing') ? 'TAVOLO_POSTGRES_PASSING' : 'TAVOLO_POSTGRES';
  const address = text === 'postgresql:' ? secretOf(process.env, setting)?.() : text;
  if (address !== undefined && /^postgres(?:ql)?:\/\/./u.test(address)) return address;
  throw badOption(`${option} is ${text}: write postgresql://user:password@host/database.`);
}

/** @throws Problem */
function sourceOf({
  from,
  fromNamespace,
  fromData,
  fromPostgres,
  fromPassing,
}: MigrateOptions): Lying {
  if (from === undefined) throw badOption(`--from is missing: write ${PLACE}.`);
  const log = placeOf({ option: '--from', text: from, namespace: fromNamespace });
  const folder = log.folder ?? fromData ?? null;
  if (log.folder !== null && !existsSync(join(log.folder, 'log.db'))) {
    throw badOption(`--from is ${from}: there is no log in that folder.`);
  }
  mustHaveBeside(folder, fromPostgres, fromPassing);
  return { log, folder, postgres: fromPostgres, passing: fromPassing };
}

/** @throws Problem */
function mustHaveBeside(
  folder: string | null,
  postgres: string | undefined,
  passing: string | undefined,
): void {
  if (postgres !== undefined) {
    if (passing !== undefined) return;
    throw badOption(
      '--from-passing is missing: name the database of ballots too, so that no open vote is lost.',
    );
  }
  if (folder !== null && existsSync(privateFolderOf(folder))) return;
  throw badOption(
    'The private store of the source is not there: name its data folder in --from-data, or its database in --from-postgres.',
  );
}

/** @throws Problem */
function targetOf(options: MigrateOptions): Lying & { readonly folder: string } {
  const { from = '', fromData = from.replace(/^sqlite:/u, ''), to, toNamespace, data } = options;
  if (to === undefined) throw badOption(`--to is missing: write ${PLACE}.`);
  const log = placeOf({ option: '--to', text: to, namespace: toNamespace });
  const folder = log.folder ?? data;
  if (folder === undefined) {
    throw badOption('--data is missing: name the new data folder, which the server is to use.');
  }
  if (resolve(folder) === resolve(fromData)) {
    throw badOption(`${folder} is the folder of the source: name a new one, which is made.`);
  }
  return { log, folder, postgres: options.postgres, passing: options.passing };
}

/** From where the folder was filled; null where it was not, or not to the end. */
function movedFrom(folder: string): string | null {
  const file = join(folder, MOVED);
  if (!existsSync(file)) return null;
  return (JSON.parse(readFileSync(file, 'utf8')) as { from: string }).from;
}

function noteMoved(folder: string, moved: Migrated & { readonly from: string }): void {
  const file = join(folder, MOVED);
  writeFileSync(`${file}.new`, `${JSON.stringify(moved, null, 2)}\n`, { flush: true });
  renameSync(`${file}.new`, file);
}

function tell({ events, sha256, rows }: Migrated, { log, folder, postgres }: Lying): void {
  const counted = Object.entries(rows).map(([table, count]) => `${table} ${String(count)}`);
  console.log(`${String(events)} events are in ${log.name}, each compared; SHA-256 ${sha256}.`);
  const where = postgres === undefined ? `${String(folder)}/private` : 'PostgreSQL';
  console.log(`The private store is in ${where}, each row compared: ${counted.join(', ')}.`);
  console.log(`Where each event was and is stands in ${String(folder)}/positions.db.`);
  console.log('Sessions were left behind: everybody signs in again.');
  console.log(
    `The source is as it was: see that no server starts on it, and start one with TAVOLO_DATA=${String(folder)}.`,
  );
}
