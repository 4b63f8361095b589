import { randomBytes, randomUUID } from 'node:crypto';
import { derivedId, dayOf, Instance } from '@tavolo/command';
import type { Clock, InstanceFacts, Mandate, MandateSource } from '@tavolo/command';
import { WrongExpectedRevision } from '@tavolo/event-store';
import type { EventStore, NewEvent, Uuid } from '@tavolo/event-store';
import type { MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import { instances, INSTANCE_STREAM } from './instance.js';
import type { InstanceFounded } from './instance.js';
import { policyHash, readPolicies } from './policy/policy-text.js';

/** The founder's mandate: the only one without an earlier one. */
export const FOUNDER_MANDATE = `${INSTANCE_STREAM}#founder` as MandateRef;

export type Founding = Readonly<{ name: string; zone: string; demo: boolean }>;

/** The ids of a founding; random, but for invented data that is to be the same each time. */
export type FoundingIds = Readonly<{ instance: Uuid; founder: PersonRef; commandId: Uuid }>;

/** The log belongs to an instance of the other kind: demo data is never taken for real. */
export class OtherKindOfInstance extends Error {}

/** The log is empty, and nobody has said who administers what is to be kept in it. */
export class NotFounded extends Error {}

/** `Instance`, read from the log at start. A demo founds itself; all others are founded by somebody. */
export class FoundedInstance extends Instance implements MandateSource {
  readonly category = 'instance';
  #founded: InstanceFounded['data'] | null = null;

  get facts(): InstanceFacts {
    if (!this.#founded) throw new Error('the instance is not founded yet');
    const { instance, zone, demo, name, founder } = this.#founded;
    return { id: instance as Uuid, zone, demo, name, founder, organisation: null };
  }

  /** @throws OtherKindOfInstance, NotFounded */
  async open(
    store: EventStore,
    clock: Clock,
    { ids = randomIds(), ...founding }: Founding & { readonly ids?: FoundingIds | undefined },
  ): Promise<void> {
    const event = () => foundingEvent(clock, founding, ids);
    const known = await this.#read(store);
    if (!known && !founding.demo) {
      throw new NotFounded(
        'This data folder is empty. Found the instance first, and say who administers it: `npx tavolo init --name … --issuer … --subject …`. To try Tavolo, use `npm start`.',
      );
    }
    const founded = known ?? (await this.#found(store, event()));
    this.#founded = founded;
    if (founded.demo === founding.demo) return;
    throw new OtherKindOfInstance(
      founded.demo
        ? 'This data folder holds the demo, which stays a demo for ever. Start it with `npm start`, or name another folder in TAVOLO_DATA.'
        : 'This data folder holds a real instance. Start it with `npm run serve`, or name another folder in TAVOLO_DATA for the demo.',
    );
  }

  /** Makes the founding the log's first event, or reads the one that is there; says which. */
  async found(store: EventStore, clock: Clock, founding: Founding): Promise<'founded' | 'known'> {
    const known = await this.#read(store);
    this.#founded =
      known ?? (await this.#found(store, foundingEvent(clock, founding, randomIds())));
    return known ? 'known' : 'founded';
  }

  find(ref: MandateRef): Promise<Mandate | null> {
    if (ref !== FOUNDER_MANDATE || !this.#founded) return Promise.resolve(null);
    const { founder, foundedAt, zone } = this.#founded;
    return Promise.resolve({
      ref,
      person: founder,
      organisation: null,
      kind: 'founder',
      from: dayOf(foundedAt, zone),
      until: null,
      basis: { stream: INSTANCE_STREAM, revision: 0 },
    });
  }

  async #read(store: EventStore): Promise<InstanceFounded['data'] | null> {
    for await (const { data } of store.readStream(INSTANCE_STREAM, { max: 1 })) {
      return data as unknown as InstanceFounded['data'];
    }
    return null;
  }

  async #found(store: EventStore, event: NewEvent) {
    try {
      await store.append(INSTANCE_STREAM, [event], { expected: 'noStream' });
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision)) throw error; // Another replica was first.
    }
    const founded = await this.#read(store);
    if (!founded) throw new Error('the founding of the instance was acknowledged and is not there');
    return founded;
  }
}

function randomIds(): FoundingIds {
  const founder = `person-${randomUUID()}` as PersonRef;
  return { instance: randomUUID() as Uuid, founder, commandId: randomUUID() as Uuid };
}

function foundingEvent(
  clock: Clock,
  founding: Founding,
  { instance, founder: person, commandId }: FoundingIds,
): NewEvent {
  const at = clock.now();
  const by = { person, mandate: FOUNDER_MANDATE, organisation: null };
  const today = dayOf(at, founding.zone);
  const data = { ...founding, instance };
  const command = { type: 'FoundInstance', data, at, today, by } as const;
  const decision = instances.decider.decide(command, null);
  if (decision.outcome === 'refused') throw new Error('an empty log refused its founding');
  const [{ type, data: founded }] = decision.events as [InstanceFounded];
  return {
    id: derivedId(instance, person, commandId, INSTANCE_STREAM, 0),
    type,
    schema: 1,
    data: founded,
    meta: {
      recordedAt: at,
      salt: randomBytes(16).toString('hex'),
      commandId,
      commandHash: '0'.repeat(64) as Sha256,
      correlationId: commandId,
      actor: { personRef: person, mandateRef: FOUNDER_MANDATE },
      auth: { issuer: 'founding', assurance: 'local' },
      // By which it is founded: they are activated next. None of them lets this happen, for there
      // is nobody yet of whom they could be asked.
      policy: { hash: policyHash(readPolicies()), ids: [] },
    },
  };
}
