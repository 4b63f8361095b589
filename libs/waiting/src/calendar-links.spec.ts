import { beforeEach, describe, expect, it } from '@jest/globals';
import { Clock, Instance } from '@tavolo/command';
import type { Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef } from '@tavolo/kernel';
import { MemoryPrivateStore } from '@tavolo/private-store';
import { CalendarLinks } from './calendar-links.js';

const [ada, bo] = [1, 2].map((n) => personOf(n)) as [PersonRef, PersonRef];
const commandId = uuid(7);

class FixedClock extends Clock {
  now(): Instant {
    return '2030-01-01T12:00:00.000Z' as Instant;
  }
}

class FixedInstance extends Instance {
  readonly facts = {
    ...{ id: uuid(10), zone: 'Europe/Rome', demo: false, name: 'test' },
    ...{ founder: ada, organisation: null },
  };
}

let links: CalendarLinks;

beforeEach(() => {
  links = new CalendarLinks(new MemoryPrivateStore(), new FixedClock(), new FixedInstance());
});

describe('a link to one’s own calendar', () => {
  it('X-13: shows its secret to the command that made it, and to no repeat of it', async () => {
    const wanted = { person: ada, commandId, language: 'it' } as const;
    expect(await links.create(wanted)).toMatchObject({ token: /^[\w-]{43}$/u });
    const again = { rule: 'X-13', code: 'SecretShownOnce' };
    expect(await links.create(wanted)).toMatchObject(again);
    expect(await links.create({ ...wanted, commandId: commandId.toUpperCase() })).toMatchObject(
      again,
    );
    expect(await links.of(ada)).toHaveLength(1);
    expect(await links.create({ ...wanted, commandId: uuid(8) })).toHaveProperty('token');
    expect(await links.create({ ...wanted, person: bo })).toHaveProperty('token');
  });

  it('X-12: is revoked by whose it is, once; nobody else learns that it exists', async () => {
    await links.create({ person: ada, commandId, language: 'en' });
    const [link] = await links.of(ada);
    const id = link?.id ?? '';
    const unknown = { rule: 'X-12', code: 'LinkUnknown', details: { id } };
    expect(await links.revoke(bo, id)).toMatchObject(unknown);
    expect(await links.of(ada)).toHaveLength(1);
    expect(await links.revoke(ada, id)).toBeNull();
    expect(await links.revoke(ada, id)).toMatchObject(unknown);
    expect(await links.of(ada)).toHaveLength(0);
  });
});

function personOf(n: number): PersonRef {
  return `person-${uuid(n)}` as PersonRef;
}

function uuid(n: number): Uuid {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;
}
