import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { activateAsFounder, BoundAccounts, ClosedLogins, DemoAccounts } from '@tavolo/access';
import { FoundedInstance, readPolicies, TokenVerifier } from '@tavolo/access';
import type { Authenticator, FoundingIds, SignIn } from '@tavolo/access';
import { Mandates, SqliteSnapshots, SystemClock } from '@tavolo/command';
import type { Clock } from '@tavolo/command';
import type { EventStore } from '@tavolo/event-store';
import type { BallotBoxes, KeptSessions, Leases, PrivateStore } from '@tavolo/private-store';
import { startProjections, threadWriter } from '@tavolo/projection';
import type { ProjectionOptions, Projections } from '@tavolo/projection';
import { openBound } from './bound-private-store.js';
import type { Config } from '../config/config.js';
import { DemoClock, walkToNewest } from '../demo/demo-clock.js';
import { isDemoLoaded, STORY_BEGINS } from '../demo/demo.js';
import { identityOf } from '../sign-in/identity.js';
import type { ReplicaSettings } from '../config/replica-settings.js';
import { openLog } from '../config/log-settings.js';
import { replicaNameOf } from './replica.js';
import type { Replica } from './replica.js';
import { checkRetention } from './retention-mark.js';
import { openBallotBoxes, openLeases } from '../config/private-settings.js';
import { openSessions, privatePlaceOf } from '../config/private-settings.js';
import { takenFrom } from './taken-read-model.js';
import { checkWritable, refuseUnfinished, unusableDataOf } from './unusable-data.js';

/** All that an instance keeps, opened; one folder holds it. */
export interface Stores {
  readonly dataFolder: string;
  readonly store: EventStore;
  readonly privateStore: PrivateStore;
  readonly ballotBoxes: BallotBoxes;
  readonly kept: KeptSessions;
  readonly leases: Leases;
  readonly replica: Replica;
  readonly projections: Projections;
  readonly snapshots: SqliteSnapshots;
  readonly clock: Clock;
  readonly instance: FoundedInstance;
  readonly mandates: Mandates;
  /** The issuers that are believed: the demo's joins when it listens. */
  readonly tokens: TokenVerifier;
  readonly authenticator: Authenticator;
  /** Followed from when the server is ready. */
  readonly closed: ClosedLogins;
  readonly signIn: SignIn;
}

/** How stores are opened where it is not as always. */
export interface Opening {
  /** Of a founding that is to be the same each time. */
  readonly ids?: FoundingIds;
  /** NORMAL for data that the same command makes again: the loss of power may cost the last of it. */
  readonly durability?: 'FULL' | 'NORMAL';
}

/**
 * Opens the log first: it alone holds the lock, and nothing else is touched without it.
 * @throws UnusableData
 */
export async function openStores(config: Config, founding: Opening = {}): Promise<Stores> {
  const opened = new AsyncDisposableStack();
  try {
    return await open(config, opened, founding);
  } catch (error) {
    await opened.disposeAsync();
    throw unusableDataOf(error, config.dataFolder) ?? error;
  }
}

async function open(
  { dataFolder, log, private: own, demo, story, zone, name, issuer, sessions, ...more }: Config,
  opened: AsyncDisposableStack,
  { ids, durability = 'FULL' }: Opening,
): Promise<Stores> {
  mkdirSync(dataFolder, { recursive: true });
  checkWritable(dataFolder);
  refuseUnfinished(dataFolder);
  const store = await openLog(log, { dataFolder, durability });
  opened.defer(() => store.close());
  await checkRetention(store, dataFolder);
  const clock = demo ? await demoClock(store, { dataFolder, story }) : new SystemClock();
  const instance = new FoundedInstance();
  await instance.open(store, clock, { name, zone, demo, ids });
  const privateStore = await openBound(privatePlaceOf(own, durability), { store, instance });
  opened.defer(() => privateStore.close());
  const { facts } = instance;
  if (demo) await activateAsFounder(store, clock, { facts, text: readPolicies() });
  const ballotBoxes = await openBallotBoxes(own);
  opened.defer(() => ballotBoxes.close());
  const kept = await openSessions(own);
  opened.defer(() => kept.close());
  const leases = await openLeases(own);
  opened.defer(() => leases.close());
  await nameFounder(privateStore, instance);
  const projections = await startProjections({
    folder: join(dataFolder, 'read-model'),
    writer: threadWriter({
      module: new URL('./projection.worker.js', import.meta.url).href,
      settings: log,
    }),
    report: (message) => console.log(message),
    ...takingOf(more.replica),
  });
  opened.defer(() => projections.close());
  const snapshots = new SqliteSnapshots(join(dataFolder, 'snapshots.db'));
  const mandates = new Mandates();
  mandates.register(instance);
  const tokens = new TokenVerifier(issuer ? [issuer] : []);
  const closed = new ClosedLogins(store);
  const Bound = demo ? DemoAccounts : BoundAccounts;
  const accounts = new Bound(privateStore, closed);
  return {
    ...{ dataFolder, store, privateStore, ballotBoxes, projections, snapshots },
    clock,
    ...{ instance, mandates, tokens, kept, leases },
    replica: { name: replicaNameOf(dataFolder), ...more.replica },
    ...identityOf({ tokens, accounts, privateStore, kept, settings: sessions, closed }),
  };
}

/** Whom a read model is asked of before it is built anew. */
function takingOf({ key, readModelFrom }: ReplicaSettings): Pick<ProjectionOptions, 'take'> {
  if (key === null || readModelFrom.length === 0) return {};
  return { take: takenFrom({ replicas: readModelFrom, key }) };
}

/** The founder has a name as everybody, in the private store alone. */
async function nameFounder(privateStore: PrivateStore, { facts }: FoundedInstance): Promise<void> {
  const { founder } = facts;
  const known = await privateStore.names([founder]);
  if (!known.has(founder)) await privateStore.putName(founder, 'Fondatore · Founder');
}

/** While the demo is not loaded, its clock stands where the story has come to. */
async function demoClock(
  store: EventStore,
  { dataFolder, story }: Pick<Config, 'dataFolder' | 'story'>,
): Promise<DemoClock> {
  const clock = new DemoClock();
  if (!story || isDemoLoaded(dataFolder)) return clock;
  clock.walkTo(STORY_BEGINS);
  await walkToNewest(clock, store);
  return clock;
}

/** In the reverse order: what reads the log before the log. */
export async function closeStores(stores: Stores): Promise<void> {
  await stores.closed.close();
  await stores.projections.close();
  await stores.kept.close();
  await stores.leases.close();
  await stores.ballotBoxes.close();
  await stores.privateStore.close();
  stores.snapshots.close();
  await stores.store.close();
}
