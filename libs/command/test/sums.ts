import { Clock, CommandIndex, CommandRequest, Instance } from '@tavolo/command';
import type { Aggregate, Earlier } from '@tavolo/command';
import { START } from '@tavolo/event-store';
import type { Position, Uuid } from '@tavolo/event-store';
import { accept, refuse, rules } from '@tavolo/kernel';
import type { Command, Decider, Instant, Message, PersonRef } from '@tavolo/kernel';

/** What can be asked of a sum. */
export type Add =
  | Command<'Add', { n: number }>
  | Command<'Begin', object>
  | Command<'Note', object>;
type Added = Message<'Added', { n: number }> | Message<'Begun' | 'Noted', object>;
const { TooMuch } = rules({ TooMuch: ['B-1', 'Troppo.', 'Too much.'] });

/** A sum that stays at or below 100; adding edits content, noting does not. */
const decider: Decider<number, Add, Added> = {
  initial: 0,
  decide({ type, data }, sum) {
    switch (type) {
      case 'Begin':
        return accept<[Added]>({ type: 'Begun', data: {} });
      case 'Note':
        return accept<[Added]>({ type: 'Noted', data: {} });
      case 'Add': {
        const { n } = data as { n: number };
        if (sum + n > 100) return refuse(TooMuch, { n });
        return n === 0 ? accept() : accept<[Added]>({ type: 'Added', data: { n } });
      }
    }
  },
  evolve: (sum, { type, data }) => (type === 'Added' ? sum + (data as { n: number }).n : sum),
  isContent: ({ type }) => type === 'Added',
};
/** The aggregate of the tests: small, with a rule, content and a note beside it. */
export const sums: Aggregate<number, Add, Added> = {
  category: 'sum',
  decider,
  version: 1,
  creates: ['Begin'],
  eventTypes: ['Begun', 'Added', 'Noted'],
};
export class SumRequest extends CommandRequest<Add> {}

export class FixedClock extends Clock {
  now(): Instant {
    return '2030-01-01T12:00:00.000Z' as Instant;
  }
}

export class FixedInstance extends Instance {
  readonly facts = {
    id: '00000000-0000-4000-8000-00000000000a' as Uuid,
    zone: 'Europe/Rome',
    demo: false,
    name: 'test',
    founder: 'person-00000000-0000-4000-8000-000000000001' as PersonRef,
    organisation: null,
  };
}

/** An index that has read nothing yet, or what a test enters. */
export class LaggingIndex extends CommandIndex {
  readonly known = new Map<string, Earlier>();
  reached = START;

  position(): Position {
    return this.reached;
  }

  find(person: PersonRef, commandId: Uuid): Promise<Earlier | null> {
    return Promise.resolve(this.known.get(`${person} ${commandId}`) ?? null);
  }
}
