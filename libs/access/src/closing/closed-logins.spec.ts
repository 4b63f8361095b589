import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@tavolo/event-store';
import type { NewEvent, Uuid } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import { Authenticator } from '../identity/authenticator.js';
import { LoginsClosedHere, OpenLogins } from '../identity/open-logins.js';
import { ClosedLogins } from './closed-logins.js';
import { CLOSING_STREAM } from './closing.js';

const ada = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const bo = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;

let store: MemoryEventStore;
let closed: ClosedLogins;
let count = 0;

/** As another replica writes it. */
async function says(type: string, person: PersonRef): Promise<void> {
  count += 1;
  const id = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}` as Uuid;
  const meta = { recordedAt: '2030-01-01T12:00:00.000Z', salt: '0'.repeat(32), commandId: id };
  const event = { id, type, schema: 1, data: { person }, meta } as unknown as NewEvent;
  await store.append(CLOSING_STREAM, [event], { expected: 'any' });
}

beforeEach(() => {
  store = new MemoryEventStore();
  closed = new ClosedLogins(store);
});
afterEach(async () => {
  await closed.close();
  await store.close();
});

describe('whose logins are closed', () => {
  it('is what the log says, from the start', async () => {
    await says('LoginsClosed', ada);
    await says('LoginsClosed', bo);
    await says('LoginsReopened', bo);
    await says('LoginsBlessed', bo); // Of a newer version: read by that.
    await closed.follow();
    expect([closed.has(ada), closed.has(bo), Object.keys(closed.all)]).toEqual([
      ...[true, false, [ada]],
    ]);
  });

  it('is heard as another replica writes it', async () => {
    await closed.follow();
    const heard = new Promise<PersonRef>((resolve) => {
      closed.onClose(resolve);
    });
    await says('LoginsClosed', ada);
    expect([await heard, closed.has(ada)]).toEqual([ada, true]);
  });

  it('is read once, however often it is asked for', async () => {
    const heard: PersonRef[] = [];
    closed.onClose((person) => heard.push(person));
    await says('LoginsClosed', ada);
    await Promise.all([closed.catchUp(), closed.catchUp(), closed.follow()]);
    expect(heard).toEqual([ada]);
  });
});

class Always extends Authenticator {
  override principalOf() {
    const auth = { issuer: 'https://issuer.example', assurance: 'high' };
    return Promise.resolve({ person: ada, auth, session: null });
  }
}

describe('a login', () => {
  it('X-3: lets nobody in whose logins are closed, and does again when they are reopened', async () => {
    const logins = new OpenLogins(new Always(), closed);
    const asking = { headers: {}, method: 'POST' };
    await says('LoginsClosed', bo);
    await closed.catchUp();
    expect(await logins.principalOf(asking)).toMatchObject({ person: ada });
    await says('LoginsClosed', ada);
    await closed.catchUp();
    await expect(logins.principalOf(asking)).rejects.toThrow(LoginsClosedHere);
    expect(closed.refusalOf(ada)).toMatchObject({ rule: 'X-3', code: 'LoginsClosedMeanwhile' });
    expect(closed.refusalOf('person-another' as PersonRef)).toBeNull();
    await says('LoginsReopened', ada);
    await closed.catchUp();
    expect(await logins.principalOf(asking)).toMatchObject({ person: ada });
  });
});
