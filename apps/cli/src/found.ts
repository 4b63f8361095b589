import { mkdirSync } from 'node:fs';
import { activateAsFounder, BoundAccounts, FoundedInstance } from '@tavolo/access';
import { isTrustworthyAddress, readPolicies } from '@tavolo/access';
import { SystemClock } from '@tavolo/command';
import { BadConfig } from '../../api/src/config/bad-config.js';
import { logSettingsOf, openLog } from '../../api/src/config/log-settings.js';
import { privatePlaceOf, privateSettingsOf } from '../../api/src/config/private-settings.js';
import { checkRetention } from '../../api/src/stores/retention-mark.js';
import { unusableDataOf } from '../../api/src/stores/unusable-data.js';
import { badOption, exits, Problem } from './problem.js';

/** An instance that is to be, and who is to administer it. */
export interface Founding {
  /** The data folder; no server may run on it. */
  readonly data: string;
  readonly name: string;
  /** A name of the IANA list. */
  readonly zone: string;
  readonly issuer: string;
  readonly subject: string;
  /** The name of the administrator, which stays out of the log. */
  readonly administrator: string;
}

/** Founds an empty instance. @throws Problem */
export async function found(founding: Founding): Promise<void> {
  const { issuer } = founding;
  if (!isTrustworthyAddress(issuer)) {
    throw badOption(`--issuer is ${issuer}: write an https address of another machine.`);
  }
  try {
    await founded(founding);
  } catch (error) {
    if (error instanceof BadConfig) throw badOption(error.message);
    const unusable = unusableDataOf(error, founding.data);
    throw unusable ? new Problem(unusable.message, exits.failed) : error;
  }
}

/**
 * The founding first, then whose it is. Cut off in between, it is done again with the same words:
 * until somebody is bound to it, an instance is nobody's. @throws Problem
 */
async function founded({ data, name, zone, administrator, ...login }: Founding): Promise<void> {
  const log = logSettingsOf(process.env, data);
  const own = privatePlaceOf(privateSettingsOf(process.env, data));
  mkdirSync(data, { recursive: true });
  await using opened = new AsyncDisposableStack();
  const store = await openLog(log, { dataFolder: data, durability: 'FULL' });
  opened.defer(() => store.close());
  await checkRetention(store, data);
  // Before anything is founded: where it is away, nothing is half done.
  const privateStore = await own.open();
  opened.defer(() => privateStore.close());
  const instance = new FoundedInstance();
  await instance.found(store, new SystemClock(), { name, zone, demo: false });
  const { facts } = instance;
  const founder = await privateStore.names([facts.founder]);
  if (facts.demo || facts.name !== name || facts.zone !== zone || founder.size > 0) {
    throw new Problem(
      `An instance was founded already, by the name of «${facts.name}» (${facts.zone}): start it with \`npm run serve\`, or name another place for a new one.`,
      exits.failed,
    );
  }
  await privateStore.bindTo(facts.id);
  await activateAsFounder(store, new SystemClock(), { facts, text: readPolicies() });
  const bound = { person: facts.founder, generation: 0, isFirst: false };
  await new BoundAccounts(privateStore, { generationOf: () => 0 }).bind(login, bound);
  await privateStore.putName(facts.founder, administrator);
  console.log(`«${name}» is founded in ${data}, in the time zone ${zone}.`);
  console.log(`Its administrator signs in with ${login.issuer}. Start it with:`);
  console.log(`  TAVOLO_ISSUER=${login.issuer} TAVOLO_DATA=${data} npm run serve`);
}
