import { takeBackup } from '@tavolo/moving';
import type { Manifest } from '@tavolo/moving';
import { Command, Option } from 'nest-commander';
import { logSettingsOf } from '../../../api/src/config/log-settings.js';
import { privateSettingsOf } from '../../../api/src/config/private-settings.js';
import { badOption, exits, Problem } from '../problem.js';
import { FolderCommand } from '../folder-command.js';
import type { FolderOptions } from '../folder-command.js';
import { working } from './working.js';

interface BackupOptions extends FolderOptions {
  readonly to?: string;
  readonly keys?: string;
}

/** Copies an embedded instance as it is at one position, beside the server that runs on it. */
@Command({
  name: 'backup',
  description: 'Copies log and private store at one position, its keys apart; a server may run.',
})
export class BackupCommand extends FolderCommand {
  override async run(_words: string[], { data, to, keys }: BackupOptions): Promise<void> {
    if (to === undefined) throw badOption('--to is missing: name a new folder for the backup.');
    if (keys === undefined) {
      throw badOption(
        '--keys is missing: name a new file elsewhere, for what opens the backup. It is kept apart from it.',
      );
    }
    await working(async ({ signal, show }) => {
      const source = embeddedIn(data);
      const now = () => new Date();
      tell(await takeBackup({ source, to, keys, now, signal, show }), { to, keys });
    }, data);
  }

  @Option({ flags: '--to <folder>', description: 'A new folder for the backup.' })
  parseTo(folder: string): string {
    return folder;
  }

  @Option({
    flags: '--keys <file>',
    description: 'A new file in another place, for what opens the backup.',
  })
  parseKeys(file: string): string {
    return file;
  }
}

/** @throws Problem where a server keeps what is to be copied: it has a backup of its own */
function embeddedIn(data: string): Readonly<{ log: string; private: string }> {
  const log = logSettingsOf(process.env, data);
  const own = privateSettingsOf(process.env, data);
  if (log.kind === 'embedded' && own.kind === 'embedded') {
    return { log: log.file, private: own.folder };
  }
  throw new Problem(
    'The log is in EventStoreDB, or the private store in PostgreSQL: they are backed up by their own means, in the order of docs/runbooks/backup-and-restore.md.',
    exits.usage,
  );
}

function tell(
  { takenAt, position, log, files }: Manifest,
  { to, keys }: Readonly<{ to: string; keys: string }>,
): void {
  const counted = `${String(log.events)} events, ${String(Object.keys(files).length)} files`;
  console.log(`The backup of ${takenAt} is in ${to}: up to position ${position}, ${counted}.`);
  console.log(
    `What opens it is in ${keys}: keep it apart from the backup, and destroy it when the`,
  );
  console.log(
    'names and texts in the backup must be no more. Ballots and sessions are in neither.',
  );
}
