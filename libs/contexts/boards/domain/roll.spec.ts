import { describe, expect, it } from '@jest/globals';
import type { LocalDate, PersonRef } from '@tavolo/kernel';
import { rulebookPresets } from '../contract/index.js';
import type { BoardId } from '../contract/index.js';
import type { BoardEvent } from './board.events.js';
import { evolve, noBoard } from './board.state.js';
import { rollOf, unrepresented } from './roll.js';

const day = (text: string) => text as LocalDate;
const person = 'person-1' as PersonRef;
const span = { from: day('2030-01-01'), until: day('2030-06-30') };
const facts: BoardEvent[] = [
  {
    type: 'BoardEstablished',
    data: {
      ...{ name: 'Cabina', nameEn: null, level: 'region', network: null, plan: null, seats: 3 },
      rulebook: {
        ...rulebookPresets.italianCollegialBody,
        representation: [{ category: 'comuni', min: 1 }],
      },
      ...{ rulebookVersion: 1, termUntil: day('2032-12-31') },
    },
  },
  {
    type: 'BoardMemberDesignated',
    data: { seat: 's1', category: 'comuni', organisation: null, person },
  },
  {
    type: 'BoardMemberAppointed',
    data: { seat: 's1', category: 'comuni', organisation: null, person, ...span },
  },
  { type: 'BoardChairAppointed', data: { n: 1, seat: 's1', person, ...span } },
  { type: 'BoardSecretaryAppointed', data: { n: 1, person, organisation: null, ...span } },
];
const rollOn = (text: string) =>
  rollOf(facts.reduce(evolve, noBoard), {
    ...{ board: 'board-1' as BoardId, revision: 4, day: day(text) },
  });

describe('the roll of a board', () => {
  it('GB-6: holds who is in office on the day, its first and its last included', () => {
    const inOffice = (text: string) => {
      const roll = rollOn(text);
      return [roll?.members.length, roll?.chair?.seat ?? null, roll?.secretary ?? null];
    };
    expect(inOffice('2029-12-31')).toEqual([0, null, null]);
    expect(inOffice('2030-01-01')).toEqual([1, 's1', person]);
    expect(inOffice('2030-06-30')).toEqual([1, 's1', person]);
    expect(inOffice('2030-07-01')).toEqual([0, null, null]);
  });
  it('GB-7: tells the categories that are not represented on the day', () => {
    const missing = (text: string) => {
      const roll = rollOn(text);
      return roll && unrepresented(roll);
    };
    expect(missing('2030-06-30')).toEqual([]);
    expect(missing('2030-07-01')).toEqual(['comuni']);
  });
  it('is none before the board is established', () => {
    const nobody = { board: 'board-1' as BoardId, revision: 0, day: day('2030-01-01') };
    expect(rollOf(noBoard, nobody)).toBeNull();
  });
});
