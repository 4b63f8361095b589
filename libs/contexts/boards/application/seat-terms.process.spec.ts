import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalDate, PersonRef } from '@tavolo/kernel';
import { TimedHouse } from '@tavolo/testing';
import { rulebookPresets } from '../contract/index.js';
import type { BoardCommand } from '../domain/board.commands.js';
import type { BoardEvent } from '../domain/board.events.js';
import type { BoardState } from '../domain/board.state.js';
import { boards } from './aggregates.js';
import { seatTerms } from './seat-terms.process.js';

const uuid = '00000000-0000-4000-8000-000000000001';
const [board, process] = [`board-${uuid}`, `pm_seatTerms-${uuid}`];
const [ana, bo, cy] = ['person-a', 'person-b', 'person-c'] as [PersonRef, PersonRef, PersonRef];
const day = (text: string) => text as LocalDate;
const rulebook = { ...rulebookPresets.italianCollegialBody, prorogationDays: 45 };
const founding = { name: 'Cabina', nameEn: null, level: 'region', network: null } as const;
const established: BoardEvent = {
  type: 'BoardEstablished',
  data: {
    ...{ ...founding, plan: null, seats: 3, rulebook, rulebookVersion: 1 },
    termUntil: day('2031-12-31'),
  },
};
const held = (seat: string, person: PersonRef, until = '2031-12-31'): BoardEvent[] => {
  const named = { seat, category: 'comuni', organisation: null, person };
  const from = day('2030-01-01');
  return [
    { type: 'BoardMemberDesignated', data: named },
    { type: 'BoardMemberAppointed', data: { ...named, from, until: day(until) } },
  ];
};

let house: TimedHouse<BoardState, BoardCommand, BoardEvent>;
const lapsed = async () => {
  const events = await house.events(board);
  return events
    .filter(({ type }) => type === 'BoardSeatLapsed')
    .map(({ data, meta }) => [data.seat, data.lastDay, meta.effectiveOn ?? null]);
};

beforeEach(async () => {
  house = new TimedHouse(boards, seatTerms);
  house.start();
  await house.says(board, established, ...held('s1', ana), ...held('s2', bo, '2030-06-30'));
});
afterEach(async () => {
  await house.stop();
  expect(house.troubles).toStrictEqual([]);
});

describe('the term of a seat', () => {
  it('GB-6: is over with its last day, and the other seats go on', async () => {
    await house.walkTo('2030-06-30T21:59:59.999Z');
    expect(await lapsed()).toStrictEqual([]);
    await house.walkTo('2030-06-30T22:00:00.000Z');
    expect(await lapsed()).toStrictEqual([['s2', '2030-06-30', null]]);
  });

  it('GB-6: is longer by a prorogation, also where it had lapsed already', async () => {
    await house.walkTo('2032-01-05T12:00:00.000Z');
    expect(await lapsed()).toContainEqual(['s1', '2031-12-31', '2032-01-01']);
    const longer = { until: day('2032-02-14'), previousUntil: day('2031-12-31') };
    await house.says(board, { type: 'BoardProrogued', data: longer });
    await house.walkTo('2032-02-14T12:00:00.000Z');
    expect(await lapsed()).toHaveLength(2);
    await house.walkTo('2032-02-15T12:00:00.000Z');
    expect((await lapsed()).at(-1)).toStrictEqual(['s1', '2032-02-14', null]);
  });

  it('GB-6: is shorter where the board is dissolved before, and leaves shorter ones alone', async () => {
    await house.says(board, { type: 'BoardDissolved', data: { lastDay: day('2030-09-30') } });
    await house.walkTo('2032-12-01T12:00:00.000Z');
    expect(await lapsed()).toStrictEqual([
      ['s2', '2030-06-30', '2030-07-01'],
      ['s1', '2030-09-30', '2030-10-01'],
    ]);
  });

  it('GB-6: does not lapse where the holder left before, and lapses with the successor’s', async () => {
    const left = { seat: 's1', person: ana, lastDay: day('2030-03-31') };
    const named = { seat: 's2', category: 'comuni', organisation: null, person: cy };
    const term = { from: day('2030-05-01'), until: day('2031-04-30') };
    const previous = { previous: bo, lastDay: day('2030-04-30') };
    await house.says(board, { type: 'BoardMemberResigned', data: left });
    await house.says(board, {
      ...{ type: 'BoardMemberReplaced', data: { ...named, ...previous, ...term } },
    });
    await house.walkTo('2032-12-01T12:00:00.000Z');
    expect(await lapsed()).toStrictEqual([['s2', '2031-04-30', '2031-05-01']]);
  });

  it('X-2: that ended while the server was down is recorded once, with effect from its day', async () => {
    await house.stop();
    await house.walkTo('2032-12-01T12:00:00.000Z');
    for (const _ of [1, 2]) {
      house.start();
      await house.rest();
      await house.stop();
    }
    expect(await lapsed()).toStrictEqual([
      ['s2', '2030-06-30', '2030-07-01'],
      ['s1', '2031-12-31', '2032-01-01'],
    ]);
    expect(await house.fired(process)).toStrictEqual([true, true]);
  });
});
