import { createWriteStream, existsSync, renameSync } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { logNameIn } from '@tavolo/access';
import { dumpOf } from '@tavolo/moving';
import { Command, Option } from 'nest-commander';
import { exits, Problem } from '../problem.js';
import { TavoloCommand } from '../tavolo-command.js';
import { openToRead, PLACE, placeOf, placeOfSettings } from './place.js';
import { working } from './working.js';
import type { Working } from './working.js';

interface DumpOptions {
  readonly from?: string;
  readonly namespace?: string;
  readonly to?: string;
}

/** Writes the log as a portable file: one event a line, canonical bytes, hashes. Also beside a server. */
@Command({
  name: 'dump',
  description: 'Writes the log, one event a line, to a file that every store can load.',
})
export class DumpCommand extends TavoloCommand {
  override async run(_words: string[], { from, namespace, to }: DumpOptions): Promise<void> {
    const place =
      from === undefined ? placeOfSettings() : placeOf({ option: '--from', text: from, namespace });
    if (to !== undefined && existsSync(to)) {
      throw new Problem(`${to} is there already: name a new file.`, exits.conflict);
    }
    await working(async (hearing) => {
      const reader = await openToRead(place);
      try {
        const onProgress = (done: number, total: number) => hearing.show('events', done, total);
        const lines = dumpOf(reader, { nameOf: logNameIn, onProgress });
        await write(lines, to, hearing);
      } finally {
        await reader.close();
      }
    }, place.name);
  }

  @Option({
    flags: '--from <place>',
    description: `Where the log is: ${PLACE} (as the settings say).`,
  })
  parseFrom(text: string): string {
    return text;
  }

  @Option({ flags: '--namespace <text>', description: 'What its streams begin with on a server.' })
  parseNamespace(text: string): string {
    return text;
  }

  @Option({ flags: '--to <file>', description: 'A new file (the standard output).' })
  parseTo(text: string): string {
    return text;
  }
}

/** A file has its name when it is whole and on the disk. */
async function write(
  lines: AsyncIterable<string>,
  file: string | undefined,
  { signal }: Working,
): Promise<void> {
  const part = `${file ?? ''}.part`;
  const out = file === undefined ? process.stdout : createWriteStream(part, { flush: true });
  for await (const line of lines) {
    signal.throwIfAborted();
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  if (file === undefined) return;
  out.end();
  await finished(out);
  renameSync(part, file);
  console.log(
    `The log is in ${file}. It has no names and no texts: those are in the private store.`,
  );
}
