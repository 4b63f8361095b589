import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@tavolo/event-store';
import type { NewEvent, Uuid } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import { AnsweredServices } from './answered-services.js';

const ref = (kind: string, n: number) =>
  `${kind}-00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as PersonRef;
const [ana, bo] = [ref('person', 1), ref('person', 2)];
const [one, two, three] = [ref('service', 1), ref('service', 2), ref('service', 3)];

let store: MemoryEventStore;
let answered: AnsweredServices;
let count = 0;

/** As any replica writes it, each appointment in a stream of its own. */
async function says(type: string, data: object): Promise<void> {
  count += 1;
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}` as Uuid;
  const meta = { recordedAt: '2030-01-01T12:00:00.000Z', salt: '0'.repeat(32), commandId: id };
  const event = { id, type, schema: 1, data, meta } as unknown as NewEvent;
  await store.append(`appointment-${id}`, [event], { expected: 'noStream' });
}
const admits = (service: PersonRef, responsible: PersonRef) =>
  says('ServiceAdmitted', { service, responsible });

beforeEach(() => {
  store = new MemoryEventStore();
  answered = new AnsweredServices(store);
});
afterEach(async () => {
  await answered.close();
  await store.close();
});

describe('who answers for a service', () => {
  it('X-5: is the same pair of eyes as it, and as all others that they answer for', async () => {
    await admits(one, ana);
    await admits(two, ana);
    await admits(three, bo);
    await says('AuditorAppointed', { person: ana });
    await answered.follow();
    expect(answered.countedWith(ana)).toEqual([one, two]);
    expect(answered.countedWith(one)).toEqual([ana, two]);
    expect(answered.countedWith(three)).toEqual([bo]);
    expect(answered.countedWith(ref('person', 3))).toEqual([]);
  });

  it('X-5: goes on answering for what it did when its mandate is revoked', async () => {
    await admits(one, ana);
    await says('AppointmentRevoked', { lastDay: '2030-01-01' });
    await answered.follow();
    expect(answered.countedWith(ana)).toEqual([one]);
  });

  it('is heard as another replica admits one, and read once however often it is asked for', async () => {
    await admits(one, ana);
    await answered.follow();
    await admits(two, ana);
    await Promise.all([answered.catchUp(), answered.catchUp()]);
    expect(answered.countedWith(ana)).toEqual([one, two]);
  });
});
