import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BoundAccounts, FoundedInstance, isTrustworthyAddress } from '@tavolo/access';
import { SystemClock } from '@tavolo/command';
import { SqliteEventStore, StoreInUse, UnusableStore } from '@tavolo/event-store';
import { SqlitePrivateStore, UnusablePrivateStore } from '@tavolo/private-store';
import { Command, Option } from 'nest-commander';
import { badOption, exits, Problem } from './problem.js';
import { TavoloCommand } from './tavolo-command.js';

interface InitOptions {
  readonly data: string;
  readonly name: string;
  readonly zone: string;
  readonly issuer: string;
  readonly subject: string;
  readonly administrator: string;
}

/** Founds an empty instance; opens the files itself, so no server may run on them. */
@Command({
  name: 'init',
  description: 'Founds an empty instance: its body, its time zone, its administrator.',
})
export class InitCommand extends TavoloCommand {
  override async run(_words: string[], options: InitOptions): Promise<void> {
    try {
      await found(options);
    } catch (error) {
      const isOfData = [StoreInUse, UnusableStore, UnusablePrivateStore].some(
        (kind) => error instanceof kind,
      );
      throw isOfData ? new Problem((error as Error).message, exits.failed) : error;
    }
  }

  @Option({ flags: '--name <name>', description: 'Name of the body.', required: true })
  parseName(text: string): string {
    if (text.trim() !== '' && text.length <= 200) return text.trim();
    throw badOption('--name is empty or longer than 200 characters: write the name of the body.');
  }

  @Option({
    flags: '--zone <zone>',
    description: 'Time zone of the body: a day is a whole day in it.',
    defaultValue: 'Europe/Rome',
  })
  parseZone(zone: string): string {
    try {
      new Intl.DateTimeFormat('it', { timeZone: zone });
      return zone;
    } catch {
      throw badOption(`--zone is ${zone}: write a name of the IANA list, Europe/Rome.`);
    }
  }

  @Option({
    flags: '--issuer <address>',
    description: 'The OpenID Connect issuer with which the administrator signs in.',
    required: true,
  })
  parseIssuer(issuer: string): string {
    if (isTrustworthyAddress(issuer)) return issuer;
    throw badOption(`--issuer is ${issuer}: write an https address of another machine.`);
  }

  @Option({
    flags: '--subject <subject>',
    description: 'How that issuer names the administrator (the claim "sub").',
    required: true,
  })
  parseSubject(subject: string): string {
    if (subject !== '' && subject.length <= 255) return subject;
    throw badOption('--subject is empty or longer than 255 characters: write the claim "sub".');
  }

  @Option({
    flags: '--administrator <name>',
    description: 'The name to show for the administrator; it stays out of the log.',
    defaultValue: 'Amministrazione · Administrator',
  })
  parseAdministrator(name: string): string {
    if (name.trim() !== '' && name.length <= 200) return name.trim();
    throw badOption('--administrator is empty or longer than 200 characters: write a name.');
  }

  @Option({
    flags: '--data <folder>',
    description: 'The data folder.',
    defaultValue: process.env.TAVOLO_DATA ?? 'data',
  })
  parseData(folder: string): string {
    return folder;
  }
}

/**
 * The founding first, then whose it is. Cut off in between, it is done again with the same words:
 * until somebody is bound to it, an instance is nobody's. @throws Problem
 */
async function found({ data, name, zone, administrator, ...login }: InitOptions): Promise<void> {
  mkdirSync(data, { recursive: true });
  await using opened = new AsyncDisposableStack();
  const store = await SqliteEventStore.open(join(data, 'log.db'));
  opened.defer(() => store.close());
  const instance = new FoundedInstance();
  await instance.found(store, new SystemClock(), { name, zone, demo: false });
  const { facts } = instance;
  const privateStore = await SqlitePrivateStore.open(join(data, 'private'));
  opened.defer(() => privateStore.close());
  const founder = await privateStore.names([facts.founder]);
  if (facts.demo || facts.name !== name || facts.zone !== zone || founder.size > 0) {
    throw new Problem(
      `This data folder was founded already, by the name of «${facts.name}» (${facts.zone}): start it with \`npm run serve\`, or name another folder with --data.`,
      exits.failed,
    );
  }
  await privateStore.bindTo(facts.id);
  await new BoundAccounts(privateStore).bind(login, facts.founder);
  await privateStore.putName(facts.founder, administrator);
  console.log(`«${name}» is founded in ${data}, in the time zone ${zone}.`);
  console.log(`Its administrator signs in with ${login.issuer}. Start it with:`);
  console.log(`  TAVOLO_ISSUER=${login.issuer} TAVOLO_DATA=${data} npm run serve`);
}
