import { describe, expect, it } from '@jest/globals';
import type { PersonRef } from '@tavolo/kernel';
import type { AccountBinding, PrivateStore } from './private-store.js';

type Open = () => Promise<PrivateStore>;

const [ada, bo] = [personOf(1), personOf(2)];

/** What every adapter of the private store keeps of whose logins are. */
export function describeAccounts(open: Open): void {
  describe('accounts', () => {
    it('are bound to one person, for ever', async () => {
      const store = await open();
      expect(await store.accountHolder('first')).toBeNull();
      expect(await store.bindAccount(further('first', ada))).toBe(ada);
      expect(await store.bindAccount(further('first', bo))).toBe(ada);
      expect(await store.accountHolder('first')).toBe(ada);
    });

    it('can be several of one person', async () => {
      const store = await open();
      await store.bindAccount(further('first', ada));
      expect(await store.bindAccount(further('second', ada))).toBe(ada);
      expect(await store.accountHolder('second')).toBe(ada);
    });

    it('X-3: are the first of a person who has none: of several at one instant one is bound', async () => {
      const store = await open();
      const people = Array.from({ length: 20 }, (_, n) => personOf(n + 10));
      await Promise.all(people.map((person) => store.hasAccount(person))); // Every way in is open.
      for (const person of people) {
        const accounts = ['1', '2', '3', '4'].map((n) => `${person} ${n}`);
        const bind = (account: string) => store.bindAccount({ account, person, isFirst: true });
        const bound = await Promise.all(accounts.map(bind));
        expect(bound.toSorted()).toStrictEqual([null, null, null, person]);
        const holders = accounts.map((each) => store.accountHolder(each));
        expect(await Promise.all(holders)).toStrictEqual(bound);
      }
    });

    it('X-3: are the first of a person again and again, and of nobody else', async () => {
      const store = await open();
      const bind = (account: string, person: PersonRef) =>
        store.bindAccount({ account, person, isFirst: true });
      expect([await bind('first', ada), await bind('first', ada)]).toStrictEqual([ada, ada]);
      expect([await bind('first', bo), await bind('other', bo)]).toStrictEqual([ada, bo]);
      expect(await bind('second', ada)).toBeNull();
      expect(await store.accountHolder('second')).toBeNull();
    });

    it('say whether somebody has any', async () => {
      const store = await open();
      await store.bindAccount(further('first', ada));
      expect([await store.hasAccount(ada), await store.hasAccount(bo)]).toStrictEqual([
        true,
        false,
      ]);
    });

    it('keep a login under another hash of it', async () => {
      const store = await open();
      await store.bindAccount(further('old', ada));
      await store.moveAccount('old', 'new');
      expect([await store.accountHolder('old'), await store.accountHolder('new')]).toEqual([
        ...[null, ada],
      ]);
      await store.moveAccount('old', 'other');
      expect(await store.accountHolder('other')).toBeNull();
      await store.bindAccount(further('third', bo));
      await store.moveAccount('third', 'new');
      expect(await store.accountHolder('new')).toBe(ada);
    });
  });
}

/** A login beside those that the person may have. */
function further(account: string, person: PersonRef): AccountBinding {
  return { account, person, isFirst: false };
}

function personOf(n: number): PersonRef {
  return `person-00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as PersonRef;
}
