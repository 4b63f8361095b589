import { describe, expect, it } from '@jest/globals';
import type { PersonRef } from '@tavolo/kernel';
import type { AccountBinding, HeldAccount, PrivateStore } from './private-store.js';

type Open = () => Promise<PrivateStore>;

const [ada, bo] = [personOf(1), personOf(2)];

/** What every adapter of the private store keeps of whose logins are. */
export function describeAccounts(open: Open): void {
  describe('accounts', () => {
    it('are bound to one person, for ever', async () => {
      const store = await open();
      expect(await store.accountHolder('first')).toBeNull();
      expect(await store.bindAccount(further('first', ada))).toStrictEqual(first(ada));
      expect(await store.bindAccount(further('first', bo))).toStrictEqual(first(ada));
      expect(await store.accountHolder('first')).toStrictEqual(first(ada));
    });

    it('can be several of one person', async () => {
      const store = await open();
      await store.bindAccount(further('first', ada));
      expect(await store.bindAccount(further('second', ada))).toStrictEqual(first(ada));
      expect(await store.accountHolder('second')).toStrictEqual(first(ada));
    });

    it('X-3: are the first of a person who has none: of several at one instant one is bound', async () => {
      const store = await open();
      const people = Array.from({ length: 20 }, (_, n) => personOf(n + 10));
      await Promise.all(people.map((person) => store.hasAccount(first(person)))); // Every way in is open.
      for (const person of people) {
        const accounts = ['1', '2', '3', '4'].map((n) => `${person} ${n}`);
        const bind = (account: string) =>
          store.bindAccount({ account, person, isFirst: true, generation: 0 });
        const bound = await Promise.all(accounts.map(bind));
        expect(bound.filter((held) => held?.person === person)).toHaveLength(1);
        const holders = accounts.map((each) => store.accountHolder(each));
        expect(await Promise.all(holders)).toStrictEqual(bound);
      }
    });

    it('X-3: are the first of a person again and again, and of nobody else', async () => {
      const store = await open();
      const bind = (account: string, person: PersonRef) =>
        store.bindAccount({ account, person, isFirst: true, generation: 0 });
      expect(await bind('first', ada)).toStrictEqual(first(ada));
      expect(await bind('first', ada)).toStrictEqual(first(ada));
      expect(await bind('first', bo)).toStrictEqual(first(ada));
      expect(await bind('other', bo)).toStrictEqual(first(bo));
      expect(await bind('second', ada)).toBeNull();
      expect(await store.accountHolder('second')).toBeNull();
    });

    it('say whether somebody has any', async () => {
      const store = await open();
      await store.bindAccount(further('first', ada));
      expect([await store.hasAccount(first(ada)), await store.hasAccount(first(bo))]).toStrictEqual(
        [true, false],
      );
    });

    it('X-3: are of a generation: of a later one the first is again the first', async () => {
      const store = await open();
      const bind = (account: string, generation: number) =>
        store.bindAccount({ account, person: ada, generation, isFirst: true });
      const [earlier, later] = [first(ada), { person: ada, generation: 2 }];
      expect(await bind('old', 0)).toStrictEqual(earlier);
      expect(await store.hasAccount(later)).toBe(false);
      expect(await bind('new', 2)).toStrictEqual(later);
      expect(await bind('another', 2)).toBeNull();
      expect(await bind('another', 1)).toBeNull(); // By whom has not heard of the last time.
      expect(await bind('old', 2)).toStrictEqual(earlier);
      expect([await store.hasAccount(earlier), await store.hasAccount(later)]).toEqual([
        ...[true, true],
      ]);
      await store.moveAccount('new', 'newer');
      expect(await store.accountHolder('newer')).toStrictEqual(later);
      await store.moveAccount('newer', 'old');
      expect(await store.accountHolder('old')).toStrictEqual(earlier);
    });

    it('keep a login under another hash of it', async () => {
      const store = await open();
      await store.bindAccount(further('old', ada));
      await store.moveAccount('old', 'new');
      expect([await store.accountHolder('old'), await store.accountHolder('new')]).toEqual([
        ...[null, first(ada)],
      ]);
      await store.moveAccount('old', 'other');
      expect(await store.accountHolder('other')).toBeNull();
      await store.bindAccount(further('third', bo));
      await store.moveAccount('third', 'new');
      expect(await store.accountHolder('new')).toStrictEqual(first(ada));
    });
  });
}

/** A login of the first generation. */
function first(person: PersonRef): HeldAccount {
  return { person, generation: 0 };
}

/** A login beside those that the person may have. */
function further(account: string, person: PersonRef): AccountBinding {
  return { account, person, isFirst: false, generation: 0 };
}

function personOf(n: number): PersonRef {
  return `person-00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as PersonRef;
}
