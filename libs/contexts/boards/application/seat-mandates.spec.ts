import { beforeEach, describe, expect, it } from '@jest/globals';
import { START } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import type { LocalDate, MandateRef } from '@tavolo/kernel';
import { rulebookPresets } from '../contract/index.js';
import { board, person, SeatedBoard } from '../test/seated-board.js';
import { World } from '../test/world.js';

let world: World;
let body: SeatedBoard;
beforeEach(async () => {
  world = new World();
  body = new SeatedBoard(world);
  await body.establish(rulebookPresets.italianCollegialBody);
});

const daysOf = async (local: string) => {
  const mandate = await world.mandates.find(`${board}#${local}` as MandateRef);
  return [mandate?.from, mandate?.until];
};
const first = () => body.seats[0] ?? '';
const about = (day: string) => ({ today: day as LocalDate });
const told = (type: string, from: string, day = from) =>
  body.told(board, type, { seat: first(), from }, undefined, about(day));
const term = ['2030-01-01', '2031-12-31'];

describe('a mandate as it was', () => {
  it('X-3: is of who held the seat then, on the days that were known then', async () => {
    const then = await world.store.head();
    await told('SuspendSeat', '2030-06-01');
    const seen = await world.store.head();
    const next = { seat: first(), person: 'person-00000000-0000-4000-8000-000000000011' };
    const span = { from: '2030-07-01', until: '2031-12-31' };
    await body.told(board, 'ReplaceMember', { ...next, ...span }, undefined, about('2030-06-15'));
    const ref = `${board}#${first()}` as MandateRef;
    const found = async (upTo?: Position) => {
      const { person, from, until, basis } = (await world.mandates.find(ref, upTo)) ?? {};
      return { person, from, until, revision: basis?.revision };
    };
    const [before, suspended, now] = [await found(then), await found(seen), await found()];
    expect(before).toMatchObject({ person: person(1), from: '2030-01-01', until: '2031-12-31' });
    expect(suspended).toMatchObject({ person: person(1), until: '2030-05-31' });
    expect(suspended.revision).toBe((before.revision ?? 0) + 1);
    expect(now).toMatchObject({ person: next.person, from: '2030-07-01' });
    expect(await world.mandates.find(ref, START)).toBeNull();
  });
});

describe('the mandates of a suspended seat', () => {
  it('X-3: are in force until the day before, that of the chair too, and no other seat’s', async () => {
    await told('SuspendSeat', '2030-06-01');
    const until = ['2030-01-01', '2030-05-31'];
    expect(await daysOf(first())).toEqual(until);
    expect(await daysOf('chair-1')).toEqual(until);
    expect(await daysOf(body.seats[1] ?? '')).toEqual(term);
    expect(await daysOf('secretary-1')).toEqual(term);
  });
  it('X-3: are in force again from the day of the reinstatement on', async () => {
    await told('SuspendSeat', '2030-06-01');
    await told('ReinstateSeat', '2030-09-01');
    const from = ['2030-09-01', '2031-12-31'];
    expect(await daysOf(first())).toEqual(from);
    expect(await daysOf('chair-1')).toEqual(from);
    await told('SuspendSeat', '2030-10-01');
    expect(await daysOf(first())).toEqual(['2030-09-01', '2030-09-30']);
  });
  it('X-3: of its alternate neither, who is out of the body with it; that of another seat’s is', async () => {
    const span = { from: '2030-02-01', until: '2031-06-30' };
    for (const [i, seat] of body.seats.slice(0, 2).entries()) {
      const stands = { seat, person: person(21 + i), ...span };
      await body.told(board, 'AppointAlternate', stands, undefined, about('2030-02-01'));
    }
    expect(await daysOf('alternate-1')).toEqual([span.from, span.until]);
    await told('SuspendSeat', '2030-06-01');
    expect(await daysOf('alternate-1')).toEqual([span.from, '2030-05-31']);
    expect(await daysOf('alternate-2')).toEqual([span.from, span.until]);
    await told('ReinstateSeat', '2030-09-01');
    expect(await daysOf('alternate-1')).toEqual(['2030-09-01', span.until]);
    await told('SuspendSeat', '2030-10-01');
    const next = { seat: first(), person: 'person-00000000-0000-4000-8000-000000000011' };
    const taken = { from: '2030-11-01', until: '2031-12-31' };
    await body.told(board, 'ReplaceMember', { ...next, ...taken }, undefined, about('2030-10-15'));
    expect(await daysOf('alternate-1')).toEqual(['2030-11-01', span.until]);
    expect(await daysOf('alternate-3')).toEqual([undefined, undefined]);
  });
  it('X-3: of who presided before are not those of who takes the seat', async () => {
    await told('SuspendSeat', '2030-06-01');
    const next = { seat: first(), person: 'person-00000000-0000-4000-8000-000000000011' };
    const span = { from: '2030-07-01', until: '2031-12-31' };
    await body.told(board, 'ReplaceMember', { ...next, ...span }, undefined, about('2030-06-15'));
    expect(await daysOf(first())).toEqual(['2030-07-01', '2031-12-31']);
    expect(await daysOf('chair-1')).toEqual(['2030-01-01', '2030-05-31']);
  });
});
