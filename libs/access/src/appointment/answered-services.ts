import { START } from '@tavolo/event-store';
import type { EventStore, Position } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import { Following } from '../following.js';
import { appointments } from './appointment.js';
import type { ServiceAdmitted } from './appointment.events.js';

type Log = Pick<EventStore, 'head' | 'readAll' | 'subscribe'>;

/**
 * Who answers for which service, as far as this process has read the log. It is said when a service
 * is admitted and holds for ever: for what it did that person answers when it is gone, too.
 */
export class AnsweredServices {
  readonly #following: Following;
  readonly #responsible = new Map<PersonRef, PersonRef>();
  readonly #services = new Map<PersonRef, PersonRef[]>();
  #after: Position = START;
  #reading: Promise<void> = Promise.resolve();

  constructor(private readonly log: Log) {
    this.#following = new Following(log, appointments.category, () => this.catchUp());
  }

  /**
   * Who else is the same pair of eyes: of a service who answers for it, of either all other
   * services that the same person answers for.
   */
  countedWith(person: PersonRef): readonly PersonRef[] {
    const responsible = this.#responsible.get(person) ?? person;
    const all = [responsible, ...(this.#services.get(responsible) ?? [])];
    return all.filter((one) => one !== person);
  }

  /** Reads what the log has by now. @throws StoreUnavailable */
  catchUp(): Promise<void> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#readOn());
    return this.#reading;
  }

  /** Reads what there is, then whatever comes, until it is closed. @throws StoreUnavailable at first */
  follow(): Promise<void> {
    return this.#following.start();
  }

  close(): Promise<void> {
    return this.#following.close();
  }

  async #readOn(): Promise<void> {
    const filter = { categories: [appointments.category] };
    for await (const event of this.log.readAll({ after: this.#after, filter })) {
      this.#after = event.position;
      if (event.type !== 'ServiceAdmitted') continue;
      const { service, responsible } = (event as unknown as ServiceAdmitted).data;
      this.#responsible.set(service, responsible);
      this.#services.set(responsible, [...(this.#services.get(responsible) ?? []), service]);
    }
  }
}
