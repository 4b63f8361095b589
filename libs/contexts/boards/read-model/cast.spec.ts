import { describe, expect, it } from '@jest/globals';
import { castInSitting, castInWriting } from './cast.js';
import type { ProcedureRow } from './procedure.rows.js';
import type { SittingRow } from './sitting.rows.js';

const [one, two, three] = ['10:00', '10:05', '10:30'].map((time) => `2030-01-01T${time}:00.000Z`);
const ballot = (seat: string, castAt = one, more: object = {}) => ({
  ...{ seat, person: `person-of-${seat}`, castAt, cancelled: false, ...more },
});
const sitting = (vote: object | null) =>
  ({
    items: [
      { item: 'first', vote: null },
      { item: 'second', vote: vote && { ballots: [], voters: [], result: null, ...vote } },
    ],
  }) as unknown as SittingRow;
const procedure = (said: object) =>
  ({ replies: [], objections: [], voters: [], ending: null, ...said }) as unknown as ProcedureRow;

describe('the vote of a seat, in a sitting', () => {
  it('D-1: is the one that stands, of that item and of that seat', () => {
    const ballots = [
      ballot('a', one, { cancelled: true, person: 'person-before' }),
      ballot('a', two),
      ballot('b', three),
    ];
    const voted = sitting({ ballots });
    expect(castInSitting(voted, 'second', 'a')).toStrictEqual({ person: 'person-of-a', at: two });
    expect(castInSitting(voted, 'second', 'c')).toBeNull();
    expect(castInSitting(voted, 'first', 'a')).toBeNull();
    expect(castInSitting(voted, 'third', 'a')).toBeNull();
    const cancelled = sitting({ ballots: [ballot('a', one, { cancelled: true })] });
    expect(castInSitting(cancelled, 'second', 'a')).toBeNull();
    expect(castInSitting(sitting(null), 'second', 'a')).toBeNull();
  });

  it('D-3: of a secret vote is of its closing, and of nobody before it', () => {
    const voters = [
      { seat: 'a', person: 'person-of-a', cancelled: false },
      { seat: 'b', person: 'person-of-b', cancelled: true },
    ];
    expect(castInSitting(sitting({ voters }), 'second', 'a')).toBeNull();
    const closed = sitting({ voters, result: { closedAt: three } });
    expect(castInSitting(closed, 'second', 'a')).toStrictEqual({
      person: 'person-of-a',
      at: three,
    });
    expect(castInSitting(closed, 'second', 'b')).toBeNull();
  });
});

describe('the answer of a seat, in writing', () => {
  it('D-1, GB-5: is the last that was neither changed nor cancelled', () => {
    const replies = [
      ballot('a', one, { replaced: true }),
      ballot('a', two, { replaced: false }),
      ballot('b', one, { replaced: false, cancelled: true }),
    ];
    const answered = procedure({ replies });
    expect(castInWriting(answered, 'a')).toStrictEqual({ person: 'person-of-a', at: two });
    expect(castInWriting(answered, 'b')).toBeNull();
    const changed = procedure({ replies: [ballot('a', one, { replaced: true })] });
    expect(castInWriting(changed, 'a')).toBeNull();
  });

  it('GB-5: is an objection as well', () => {
    const objection = { seat: 'a', person: 'person-of-a', raisedAt: two, cancelled: false };
    const objected = procedure({ objections: [objection] });
    expect(castInWriting(objected, 'a')).toStrictEqual({ person: 'person-of-a', at: two });
    const out = procedure({ objections: [{ ...objection, cancelled: true }] });
    expect(castInWriting(out, 'a')).toBeNull();
  });

  it('D-3: of a secret procedure is of its closing', () => {
    const voters = [{ seat: 'a', person: 'person-of-a', cancelled: false }];
    expect(castInWriting(procedure({ voters }), 'a')).toBeNull();
    const closed = procedure({ voters, ending: { closedAt: three } });
    expect(castInWriting(closed, 'a')).toStrictEqual({ person: 'person-of-a', at: three });
  });
});
