import { describe, expect, it } from '@jest/globals';
import type { PersonRef } from '@tavolo/kernel';
import type { BallotBoxes, BallotPaper } from './ballot-boxes.js';
import type { SealingKeys } from './box-keys.js';
import { UnusablePrivateStore } from './private-store.js';
import { newSealingKey } from './seal.js';

type Open = () => Promise<BallotBoxes>;

/** A paper of a seat, as whoever casts lays it down. */
export function paperOf(seat: string, said: Partial<BallotPaper> = {}): BallotPaper {
  const person = `person-00000000-0000-4000-8000-0000000000${seat}` as PersonRef;
  const commandId = `command of ${seat}`;
  return {
    seat,
    person,
    commandId,
    commandHash: 'a'.repeat(64),
    sealed: `sealed ${seat}`,
    ...said,
  };
}

/** What every adapter of the ballot boxes keeps. `open` gives an empty one each time. */
export function describeBallotBoxesContract(open: Open): void {
  describePapers(open);
  describeCounting(open);

  it('are closed once, and again without harm', async () => {
    const boxes = await open();
    await boxes.close();
    await expect(boxes.close()).resolves.toBeUndefined();
  });
}

function describePapers(open: Open): void {
  describe('papers', () => {
    it('lie in the order of their seats, whoever came first, under a key that stays', async () => {
      const boxes = await open();
      await boxes.make('vote');
      const key = (await boxes.find('vote'))?.key;
      expect(Buffer.from(key ?? '', 'base64url')).toHaveLength(32);
      for (const seat of ['30', '10', '20']) {
        expect(await boxes.put('vote', paperOf(seat), null)).toBe('put');
      }
      await boxes.make('vote');
      const papers = ['10', '20', '30'].map((seat) => paperOf(seat));
      expect(await boxes.find('vote')).toStrictEqual({ key, papers });
    });

    it('are one for each seat: a second is not kept, but in place of the one it names', async () => {
      const boxes = await open();
      await boxes.make('vote');
      await boxes.put('vote', paperOf('10'), null);
      const second = paperOf('10', { commandId: 'second', sealed: 'other' });
      expect(await boxes.put('vote', second, null)).toBe('taken');
      expect(await boxes.put('vote', second, 'another command')).toBe('taken');
      expect((await boxes.find('vote'))?.papers).toStrictEqual([paperOf('10')]);
      expect(await boxes.put('vote', second, 'command of 10')).toBe('put');
      expect((await boxes.find('vote'))?.papers).toStrictEqual([second]);
    });

    it('belong to one vote: its neighbour has a key and papers of its own', async () => {
      const boxes = await open();
      await boxes.make('one');
      await boxes.make('two');
      await boxes.put('one', paperOf('10'), null);
      expect((await boxes.find('two'))?.papers).toStrictEqual([]);
      expect((await boxes.find('two'))?.key).not.toBe((await boxes.find('one'))?.key);
      expect(await boxes.all()).toStrictEqual(['one', 'two']);
    });

    it('have no place where there is no box', async () => {
      const boxes = await open();
      expect(await boxes.put('vote', paperOf('10'), null)).toBe('gone');
      expect(await boxes.find('vote')).toBeNull();
      expect(await boxes.shut('vote', 'count')).toBeNull();
    });
  });
}

function describeCounting(open: Open): void {
  describe('a count', () => {
    it('shuts the box: what was laid before is in it, what comes after is kept out', async () => {
      const boxes = await open();
      await boxes.make('vote');
      await boxes.put('vote', paperOf('10'), null);
      expect((await boxes.shut('vote', 'count'))?.papers).toStrictEqual([paperOf('10')]);
      expect(await boxes.put('vote', paperOf('20'), null)).toBe('shut');
      expect((await boxes.shut('vote', 'another'))?.papers).toStrictEqual([paperOf('10')]);
    });

    it('opens it again, unless another count has shut it since', async () => {
      const boxes = await open();
      await boxes.make('vote');
      await boxes.shut('vote', 'first');
      await boxes.shut('vote', 'second');
      await boxes.reopen('vote', 'first');
      expect(await boxes.put('vote', paperOf('10'), null)).toBe('shut');
      await boxes.reopen('vote', 'second');
      expect(await boxes.put('vote', paperOf('10'), null)).toBe('put');
    });

    it('ends with the box gone, and that of the neighbour as it was', async () => {
      const boxes = await open();
      await boxes.make('vote');
      await boxes.make('neighbour');
      await boxes.put('vote', paperOf('10'), null);
      await boxes.put('neighbour', paperOf('10'), null);
      await boxes.destroy('vote');
      await boxes.destroy('vote');
      expect(await boxes.find('vote')).toBeNull();
      expect((await boxes.find('neighbour'))?.papers).toStrictEqual([paperOf('10')]);
      await boxes.make('vote');
      expect((await boxes.find('vote'))?.papers).toStrictEqual([]);
    });
  });
}

/** What adapters keep that seal the keys of boxes. `open` opens the same boxes under these keys. */
export function describeResealingContract(
  begin: () => Promise<(...keys: SealingKeys) => Promise<BallotBoxes>>,
): void {
  const [old, next, third] = [newSealingKey(), newSealingKey(), newSealingKey()];

  it('D-3: move to another key while votes are open, and open under it alone from then on', async () => {
    const open = await begin();
    const before = await open(old);
    await before.make('first');
    await before.put('first', paperOf('10'), null);
    const [one, two] = [await open(next, old), await open(old, next)];
    await one.make('second'); // Every replica still seals under the key of the mark.
    expect(await before.find('second')).not.toBeNull();
    const kept = await Promise.all(['first', 'second'].map((box) => two.find(box)));
    expect(await one.reseal()).toStrictEqual({ moved: 2, lost: 0 });
    await two.make('third');
    const after = await open(next);
    const found = await Promise.all(['first', 'second'].map((box) => after.find(box)));
    expect(found).toStrictEqual(kept);
    expect(found[0]?.papers).toHaveLength(1);
    expect(await after.find('third')).toStrictEqual(await two.find('third'));
    await expect(Promise.try(() => open(old))).rejects.toThrow(/TAVOLO_BALLOT_KEY_BEFORE/);
    await expect(Promise.try(() => open(third))).rejects.toThrow(UnusablePrivateStore);
    expect(await after.reseal()).toStrictEqual({ moved: 3, lost: 0 });
  });

  it('D-3: void no vote where only others know the key that its box was moved to', async () => {
    const open = await begin();
    const [before, after] = [await open(old), await open(next, old)];
    await before.make('vote');
    await before.put('vote', paperOf('10'), null);
    await after.reseal();
    await expect(before.find('vote')).rejects.toThrow(UnusablePrivateStore);
    await expect(before.shut('vote', 'count')).rejects.toThrow(/TAVOLO_BALLOT_KEY/);
    expect(await before.find('another')).toBeNull();
    expect(await after.put('vote', paperOf('20'), null)).toBe('put');
    expect((await after.shut('vote', 'count'))?.papers).toHaveLength(2);
  });
}
