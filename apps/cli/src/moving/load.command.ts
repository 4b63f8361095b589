import { existsSync } from 'node:fs';
import { logNameIn } from '@tavolo/access';
import { carryLog, compareLogs, DumpFile, mustBeOneLog } from '@tavolo/moving';
import type { Checked } from '@tavolo/moving';
import { Command, Option } from 'nest-commander';
import { badOption } from '../problem.js';
import { TavoloCommand } from '../tavolo-command.js';
import { openToFill, PLACE, placeOf } from './place.js';
import { working } from './working.js';

interface LoadOptions {
  readonly to?: string;
  readonly namespace?: string;
}

/** Loads a dump into an empty store, and compares every event. Cut off, it is given again. */
@Command({
  name: 'load',
  arguments: '<file>',
  description: 'Loads a dump of a log into an empty store, and compares every event.',
})
export class LoadCommand extends TavoloCommand {
  override async run([file = '']: string[], { to, namespace }: LoadOptions): Promise<void> {
    if (to === undefined) throw badOption(`--to is missing: write ${PLACE}.`);
    if (!existsSync(file)) throw badOption(`${file} is not there: name a file of \`tavolo dump\`.`);
    const place = placeOf({ option: '--to', text: to, namespace });
    await working(async ({ signal, show }) => {
      const dump = new DumpFile(file, logNameIn);
      const checked = await dump.check();
      const { events: total } = checked;
      const store = await openToFill(place);
      try {
        await mustBeOneLog(checked.log, store, logNameIn);
        const onProgress = (done: number) => show('events', done, total);
        await carryLog(dump, store, { signal, onProgress });
        await compareLogs(dump, store, (_from, _to, done) => {
          signal.throwIfAborted();
          show('events compared', done, total);
        });
      } finally {
        await store.close();
      }
      tell(checked, place.name);
    }, place.name);
  }

  @Option({ flags: '--to <place>', description: `Where to load it: ${PLACE}. It must be empty.` })
  parseTo(text: string): string {
    return text;
  }

  @Option({ flags: '--namespace <text>', description: 'What its streams begin with on a server.' })
  parseNamespace(text: string): string {
    return text;
  }
}

function tell({ events, sha256, log }: Checked, place: string): void {
  console.log(
    `${String(events)} events of the log ${log ?? '(not founded)'} are in ${place}, each compared; SHA-256 ${sha256}.`,
  );
  console.log(
    log?.endsWith('/demo') === true
      ? 'It is the log of a demo, and stays one for ever: no server starts on it but with --demo.'
      : 'A server starts on them beside the private store that belongs to them.',
  );
}
