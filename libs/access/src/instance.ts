import { accept, refuse, rules } from '@tavolo/kernel';
import type { Command, Decider, Decision, Instant, Message, PersonRef } from '@tavolo/kernel';
import type { Aggregate } from '@tavolo/command';
import type { RecordedEvent } from '@tavolo/event-store';

/** One stream holds the founding: the first event of every log. */
export const INSTANCE_STREAM = 'instance-tavolo';

export type InstanceFounded = Message<
  'InstanceFounded',
  {
    /** Random: makes derived ids this installation's own. */
    instance: string;
    name: string;
    /** IANA time zone of the body. */
    zone: string;
    /** The data is a demonstration, for ever. */
    demo: boolean;
    founder: PersonRef;
    foundedAt: Instant;
  }
>;

/**
 * The name of a log: of this installation alone, and that of a demo ends with `/demo`. What it is
 * made of stands in the first event and never changes, so a log has the same name in every store,
 * and nothing that a demo says can be taken for what a body did.
 */
export function logNameOf({
  instance,
  demo,
}: Readonly<{ instance: string; demo: boolean }>): string {
  return `tavolo/${instance}${demo ? '/demo' : ''}`;
}

/** The name of the log that begins with this event; null where that founds nothing. */
export function logNameIn({ type, data }: Pick<RecordedEvent, 'type' | 'data'>): string | null {
  const { instance, demo } = data;
  if (type !== 'InstanceFounded' || typeof instance !== 'string') return null;
  return logNameOf({ instance, demo: demo === true });
}

export type FoundInstance = Command<
  'FoundInstance',
  { name: string; zone: string; demo: boolean; instance: string }
>;

/** What was founded; null before. */
export type InstanceState = InstanceFounded['data'] | null;

const instanceRules = rules({
  AlreadyFounded: [
    'X-11',
    'Questa istanza è già fondata, con il nome «{name}».',
    'This instance is founded already, by the name "{name}".',
  ],
});

const decider: Decider<InstanceState, FoundInstance, InstanceFounded> = {
  initial: null,
  decide({ data, at, by }, state): Decision<InstanceFounded> {
    if (state) return refuse(instanceRules.AlreadyFounded, { name: state.name });
    const founded = { ...data, founder: by.person, foundedAt: at };
    return accept({ type: 'InstanceFounded', data: founded });
  },
  evolve: (_, { data }) => data,
};

export const instances: Aggregate<InstanceState, FoundInstance, InstanceFounded> = {
  category: 'instance',
  decider,
  version: 1,
  creates: ['FoundInstance'],
  eventTypes: ['InstanceFounded'],
};
