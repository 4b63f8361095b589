import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'nest-commander';
import { BadConfig } from '../../api/src/config/bad-config.js';
import { openBallotBoxes, privatePlaceOf } from '../../api/src/config/private-settings.js';
import { privateSettingsOf } from '../../api/src/config/private-settings.js';
import type { PrivateSettings } from '../../api/src/config/private-settings.js';
import { unusableDataOf } from '../../api/src/stores/unusable-data.js';
import { badOption, exits, Problem } from './problem.js';
import { FolderCommand } from './folder-command.js';
import type { FolderOptions } from './folder-command.js';

interface ResealOptions extends FolderOptions {
  readonly logins?: boolean;
}

/** Moves what lies sealed or hashed to new keys, beside the servers that use it. */
@Command({
  name: 'reseal',
  description:
    'Seals the keys of open votes under TAVOLO_BALLOT_KEY, those of TAVOLO_BALLOT_KEY_BEFORE too; with --logins gives the hashes of logins a new key.',
})
export class ResealCommand extends FolderCommand {
  override async run(_words: string[], { data, logins = false }: ResealOptions): Promise<void> {
    try {
      const settings = privateSettingsOf(process.env, data);
      if (settings.kind === 'embedded' && !existsSync(join(settings.folder, 'private.db'))) {
        throw badOption(`--data is ${data}: there is no private store in it.`);
      }
      await (logins ? renewed(settings) : resealed(settings));
    } catch (error) {
      if (error instanceof BadConfig) throw badOption(error.message);
      const unusable = unusableDataOf(error, data);
      throw unusable ? new Problem(unusable.message, exits.failed) : error;
    }
  }

  @Option({ flags: '--logins', description: 'A new key for the hashes of logins.' })
  parseLogins(): boolean {
    return true;
  }
}

/** @throws Problem */
async function resealed(settings: PrivateSettings): Promise<void> {
  if (settings.sealingKeys === null) {
    throw badOption('TAVOLO_BALLOT_KEY is not set: there is no key to seal under.');
  }
  const boxes = await openBallotBoxes(settings);
  try {
    const { moved, lost } = await boxes.reseal();
    console.log(`Sealed under TAVOLO_BALLOT_KEY: ${String(moved)}.`);
    if (lost > 0) {
      const sentence = `${String(lost)} of them no key opens: those votes are void when they are closed.`;
      throw new Problem(sentence, exits.failed);
    }
  } finally {
    await boxes.close();
  }
}

async function renewed(settings: PrivateSettings): Promise<void> {
  const store = await privatePlaceOf(settings).open();
  try {
    await store.renewSecret('accounts');
    console.log('Logins have a new key: each is moved to it when it is next used.');
  } finally {
    await store.close();
  }
}
