import { restoreBackup } from '@tavolo/moving';
import type { Restored } from '@tavolo/moving';
import { Command, Option } from 'nest-commander';
import { badOption } from '../problem.js';
import { TavoloCommand } from '../tavolo-command.js';
import { working } from './working.js';

interface RestoreOptions {
  readonly keys?: string;
  readonly data?: string;
  readonly erasedIn?: string;
  readonly erasedKeys?: string;
}

/** Brings a backup back into an empty folder, proven from end to end. */
@Command({
  name: 'restore',
  arguments: '<backup>',
  description: 'Brings a backup back into an empty folder, proven from end to end.',
})
export class RestoreCommand extends TavoloCommand {
  override async run([from = '']: string[], options: RestoreOptions): Promise<void> {
    const { keys, data: folder, erasedIn, erasedKeys } = options;
    if (keys === undefined) throw badOption('--keys is missing: name the file that opens it.');
    if (folder === undefined) throw badOption('--data is missing: name a new data folder.');
    const newer = erasedIn === undefined ? undefined : { folder: erasedIn, keys: erasedKeys };
    await working(async ({ signal, show }) => {
      const restored = await restoreBackup({ from, keys, folder, newer, signal, show });
      tell(restored, { folder, isNewerKnown: newer !== undefined });
    }, folder);
  }

  @Option({ flags: '--keys <file>', description: 'The file of keys of this backup.' })
  parseKeys(file: string): string {
    return file;
  }

  @Option({ flags: '--data <folder>', description: 'A new data folder.' })
  parseData(folder: string): string {
    return folder;
  }

  @Option({
    flags: '--erased-in <folder>',
    description:
      'The newest data folder or backup of the instance: what was erased there stays erased.',
  })
  parseErasedIn(folder: string): string {
    return folder;
  }

  @Option({ flags: '--erased-keys <file>', description: 'The keys of that, where it is a backup.' })
  parseErasedKeys(file: string): string {
    return file;
  }
}

function tell(
  { manifest: { takenAt, log, position }, erased }: Restored,
  { folder, isNewerKnown }: Readonly<{ folder: string; isNewerKnown: boolean }>,
): void {
  console.log(
    `The backup of ${takenAt} is in ${folder}: ${String(log.events)} events, up to position ${position}.`,
  );
  console.log(
    isNewerKnown
      ? `Erased since then, and not brought back: ${String(erased)}.`
      : 'What was erased since then is there again: where there is a newer data folder or backup, restore anew with --erased-in; else erase it again.',
  );
  console.log(
    'A vote that was open and whose ballots are not named has lost them: close it, and hold it again.',
  );
  console.log(`Start a server with TAVOLO_DATA=${folder}.`);
}
