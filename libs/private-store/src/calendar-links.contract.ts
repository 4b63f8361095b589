import { describe, expect, it } from '@jest/globals';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import type { CalendarLink, PrivateStore } from './private-store.js';

const [ada, bo] = ['a', 'b'].map((letter) => personOf(letter)) as [PersonRef, PersonRef];

/** What every adapter keeps of the links to calendars. `open` gives an empty store each time. */
export function describeCalendarLinks(open: () => Promise<PrivateStore>): void {
  describe('links to calendars', () => {
    it('are found by their secret and by their person, the oldest first', async () => {
      const store = await open();
      const [second, first] = [linkOf('2', ada), linkOf('1', ada)];
      expect(await store.addCalendarLink(second)).toBe(true);
      expect(await store.addCalendarLink(first)).toBe(true);
      await store.addCalendarLink(linkOf('3', bo));
      expect(await store.calendarLinkBy(first.tokenSha256)).toStrictEqual(first);
      expect(await store.calendarLinks(ada)).toStrictEqual([first, second]);
      expect(await store.calendarLinkBy('f'.repeat(64) as Sha256)).toBeNull();
    });

    it('are not overwritten by one of the same id, nor of the same secret', async () => {
      const store = await open();
      const link = linkOf('1', ada);
      await store.addCalendarLink(link);
      expect(await store.addCalendarLink({ ...linkOf('2', bo), id: link.id })).toBe(false);
      const { tokenSha256 } = link;
      expect(await store.addCalendarLink({ ...linkOf('3', bo), tokenSha256 })).toBe(false);
      expect(await store.calendarLinks(bo)).toStrictEqual([]);
      expect(await store.calendarLinkBy(tokenSha256)).toStrictEqual(link);
    });

    it('are removed at once by their person, once, and by nobody else', async () => {
      const store = await open();
      const link = linkOf('1', ada);
      await store.addCalendarLink(link);
      expect(await store.removeCalendarLink(bo, link.id)).toBe(false);
      expect(await store.calendarLinkBy(link.tokenSha256)).not.toBeNull();
      expect(await store.removeCalendarLink(ada, link.id)).toBe(true);
      expect(await store.removeCalendarLink(ada, link.id)).toBe(false);
      expect(await store.calendarLinkBy(link.tokenSha256)).toBeNull();
      expect(await store.calendarLinks(ada)).toStrictEqual([]);
    });
  });
}

function linkOf(digit: string, person: PersonRef): CalendarLink {
  return {
    ...{ id: `link-${digit}`, person, tokenSha256: digit.repeat(64) as Sha256 },
    ...{ language: 'en', createdAt: `2030-01-0${digit}T12:00:00.000Z` as Instant },
  };
}

function personOf(letter: string): PersonRef {
  return `person-00000000-0000-4000-8000-00000000000${letter}` as PersonRef;
}
