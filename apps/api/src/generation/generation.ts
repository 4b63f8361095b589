import { Readable } from 'node:stream';
import { FOUNDER_MANDATE, People } from '@tavolo/access';
import { CommandGateway, derivedId } from '@tavolo/command';
import type { Sender } from '@tavolo/command';
export { UnusableData } from '../stores/unusable-data.js';
import { generateLombardia } from '@tavolo/demo';
import type { Acting, BulkAnswer, BulkCommand, Door, Reached, Sizes } from '@tavolo/demo';
import type { JsonObject, Uuid } from '@tavolo/event-store';
import type { MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import { NotYet } from '@tavolo/projection';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { v5 } from 'uuid';
import { configFrom } from '../config/config.js';
import type { Config } from '../config/config.js';
import { markDemoLoaded } from '../demo/demo.js';
import { signInDemo } from '../demo/demo-issuer.js';
import { commandOf, generatedIn, hasLost, holdsOther, markGenerated } from './generated.js';
import type { Generated } from './generated.js';
import { createServer } from '../server.js';
import { closeStores, openStores } from '../stores/stores.js';
import type { Stores } from '../stores/stores.js';
import { StoresModule } from '../stores/stores.module.js';
import { UnusableData } from '../stores/unusable-data.js';

/** Makes the ids of a generated instance; random once, fixed for ever. */
const NAMESPACE = '51d5a1de-3f0e-4b29-8f3b-93b8d1f0c5c2';
const PATIENCE_MS = 60_000;
const AUTH = { issuer: 'generator', assurance: 'substantial' } as const;

/** What a generation came to. */
export type Generating = 'finished' | 'there already';

/**
 * Generates a region into a data folder that is new or holds a part of the same generation. The
 * commands go through the gateway in this process, at a tenth of the cost of the wire; the
 * chapters of the plans through GraphQL, as the demo's. @throws UnusableData
 */
export async function generateInto(
  dataFolder: string,
  sizes: Sizes,
  reached: (reached: Reached) => void,
): Promise<Generating> {
  const begun = begin(dataFolder, sizes);
  if (begun.isFinished) return 'there already';
  const stores = await openStores(configOf(dataFolder), {
    ...{ ids: foundingIdsOf(sizes), durability: 'NORMAL' },
  });
  await refuseLost(begun, stores);
  const app = await served(stores, dataFolder);
  try {
    let { waves, position } = begun;
    const mark = (isFinished: boolean) =>
      markGenerated(dataFolder, { sizes, waves, position, isFinished });
    await generateLombardia(await doorOf(app, stores), {
      ...{ sizes, from: waves },
      reached: (now) => {
        if (now.waves > waves) {
          ({ waves, position } = now);
          mark(false);
        }
        reached(now);
      },
    });
    markDemoLoaded(dataFolder, { agreements: sizes.agreements });
    mark(true);
    return 'finished';
  } finally {
    await app.close();
  }
}

/** @throws UnusableData */
async function refuseLost(begun: Generated, stores: Stores): Promise<void> {
  if (!hasLost(begun, await stores.store.head())) return;
  await closeStores(stores);
  const { dataFolder } = stores;
  throw new UnusableData(
    `${dataFolder} lost the last of its log, as when the power fails: remove the folder and generate it again.`,
  );
}

/** @throws UnusableData where the folder holds something else */
function begin(dataFolder: string, sizes: Sizes): Generated {
  if (holdsOther(dataFolder)) {
    throw new UnusableData(
      `${dataFolder} holds an instance that was not generated: name another folder with --data.`,
    );
  }
  const found = generatedIn(dataFolder);
  if (found === null) {
    const begun = { sizes, waves: 0, position: null, isFinished: false };
    // First of all: what is cut off after this is known to be ours.
    markGenerated(dataFolder, begun);
    return begun;
  }
  if (JSON.stringify(found.sizes) === JSON.stringify(sizes)) return found;
  throw new UnusableData(
    `${dataFolder} holds another generation: ask for the same (${commandOf(found)}), or name another folder with --data.`,
  );
}

function configOf(dataFolder: string): Config {
  const env = { TAVOLO_DATA: dataFolder, TAVOLO_NAME: 'Tavolo Lombardia (sintetico)', PORT: '0' };
  return configFrom(env, ['--demo']);
}

/** The same sizes give the same instance, and so the same ids throughout. */
function foundingIdsOf(sizes: Sizes) {
  const idOf = (what: string) => v5(`${what} ${JSON.stringify(sizes)}`, NAMESPACE) as Uuid;
  const founder = `person-${idOf('founder')}` as PersonRef;
  return { instance: idOf('instance'), founder, commandId: idOf('founding') };
}

async function served(stores: Stores, dataFolder: string): Promise<NestFastifyApplication> {
  const config = configOf(dataFolder);
  const app = await listening(stores, config);
  // The chapters of the plans come through the door, signed in like everybody.
  await signInDemo({ app, stores, config });
  return app;
}

async function listening(stores: Stores, config: Config): Promise<NestFastifyApplication> {
  try {
    const app = await createServer(config, stores);
    await app.listen(0, '127.0.0.1');
    return app;
  } catch (error) {
    await closeStores(stores);
    throw error;
  }
}

async function doorOf(app: NestFastifyApplication, stores: Stores): Promise<Door> {
  const { instance, privateStore, store, projections } = stores;
  const { id, founder } = instance.facts;
  const gateway = app.get(CommandGateway, { strict: false });
  const people = app.get(People, { strict: false });
  const processes = app.get(StoresModule);
  const asFounder: Acting = { person: founder, mandate: FOUNDER_MANDATE };
  return {
    url: await app.getUrl(),
    founder: asFounder,
    async send(as, command, commandId) {
      const { message, about } = apart(command);
      const circumstances = { ...about, commandId: commandId as Uuid };
      return said(await gateway.send(message, senderOf(as), circumstances));
    },
    idOf: (person, commandId, kind) => derivedId(id, person, commandId, kind),
    async person(name, commandId) {
      await people.register(name, { by: senderOf(asFounder), commandId });
    },
    async paper(text) {
      const about = { mediaType: 'text/plain', maxBytes: Buffer.byteLength(text) };
      const { sha256 } = await privateStore.putDocument(Readable.from([Buffer.from(text)]), about);
      return sha256;
    },
    async fact(stream, type) {
      for await (const event of store.readStream(stream, { backwards: true })) {
        if (event.type === type) return event.data;
      }
      return null;
    },
    async settled() {
      await processes.settled();
      const head = await store.head();
      await caughtUp(() => projections.readModel.reach(head, PATIENCE_MS));
      return head;
    },
  };
}

/** The read model may take its time: what follows asks it. */
async function caughtUp(reach: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await reach();
      return;
    } catch (error) {
      if (!(error instanceof NotYet)) throw error;
    }
  }
}

function senderOf({ person, mandate }: Acting): Sender {
  return { person: person as PersonRef, mandate: mandate as MandateRef | null, auth: AUTH };
}

function apart({ aggregate, type, target, data, reason, documents = [] }: BulkCommand) {
  const named = documents.map(({ sha256 }) => ({ sha256: sha256 as Sha256 }));
  return {
    message: { aggregate, type, target, data: data as JsonObject },
    about: {
      ...(reason !== undefined && { reason }),
      ...(named.length > 0 && { documents: named }),
    },
  };
}

function said(answer: Awaited<ReturnType<CommandGateway['send']>>): BulkAnswer {
  if (answer.outcome === 'accepted') return { outcome: 'accepted' };
  const { rule, code, en, details } = answer.refusal;
  return { outcome: 'refused', rule, code, message: `${en} ${JSON.stringify(details)}` };
}
