import { MemoryEventStore } from '@tavolo/event-store';
import { Replicas } from '@tavolo/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BoardId } from '../contract/index.js';
import { registerOf } from '../domain/register.js';
import { item, personOf, roll, text, voting } from '../domain/sitting.examples.js';
import { registers, sittings } from './aggregates.js';

const uuid = '00000000-0000-4000-8000-000000000001';
const register = registerOf(`board-${uuid}` as BoardId, 2030);
const sitting = `sitting-${uuid}`;
const numRuns = process.env.TAVOLO_SOAK === '1' ? 1000 : 25;
const anyTurns = fc.array(fc.nat(12), { minLength: 5 });
const several = <T>(wish: fc.Arbitrary<T>) =>
  fc.array(fc.array(wish, { minLength: 3, maxLength: 8 }), { minLength: 3, maxLength: 5 });

const grounds = { roll, plan: null };

describe('a board under several senders on two servers', () => {
  it('D-5: numbers are unique and without a gap, one for each decision', async () => {
    const anyWish = fc.integer({ min: 1, max: 9 }).map((n) => ({
      type: 'TakeNumber',
      data: { year: 2030, decision: `decision-${String(n)}` },
    }));
    await fc.assert(
      fc.asyncProperty(several(anyWish), anyTurns, async (senders, turns) => {
        const replicas = new Replicas(registers, new MemoryEventStore(), turns);
        await replicas.send(register, senders);
        const facts = await replicas.facts(register);
        const numbers = facts.map(({ data }) => data.number);
        expect(numbers).toStrictEqual(numbers.map((_, index) => index + 1));
        const asked = new Set(senders.flat().map(({ data }) => data.decision));
        expect(new Set(facts.map(({ data }) => data.decision))).toStrictEqual(asked);
      }),
      { numRuns, seed: 20300101 },
    );
  });

  it('D-1: a seat votes once, by who sits for it, and not after the closing', async () => {
    const anySeat = fc.constantFrom('s1', 's2', 's3', 's4', 's5');
    const anyChoice = fc.constantFrom('for', 'against', 'abstain');
    // Mostly who sits there, or hardly any vote would be cast.
    const anyVoter = fc.oneof(
      { weight: 3, arbitrary: anySeat.map((seat) => [seat, seat] as const) },
      { weight: 1, arbitrary: fc.tuple(anySeat, anySeat) },
    );
    const anyWish = fc.oneof(
      {
        weight: 9,
        arbitrary: fc.tuple(anyVoter, anyChoice).map(([[seat, voter], choice]) => ({
          type: 'CastVote',
          data: { item, seat, choice, textSha256: text, grounds },
          by: { person: personOf(voter) },
        })),
      },
      {
        weight: 1,
        arbitrary: fc.constant({
          ...{ type: 'CloseVote', data: { item, grounds }, by: { person: personOf('s1') } },
        }),
      },
    );
    let [cast, closings] = [0, 0];
    await fc.assert(
      fc.asyncProperty(several(anyWish), anyTurns, async (senders, turns) => {
        const replicas = new Replicas(sittings, new MemoryEventStore(), turns);
        await replicas.begin(sitting, voting('s1', 's2', 's3', 's4'));
        await replicas.send(sitting, senders);
        const facts = await replicas.facts(sitting);
        const closed = facts.findIndex(({ type }) => type === 'VoteClosed');
        const votes = facts.flatMap((fact, index) =>
          fact.type === 'VoteCast' ? [{ ...fact.data, index }] : [],
        );
        const seats = votes.map(({ seat }) => seat);
        expect(new Set(seats).size).toBe(seats.length);
        expect(seats).not.toContain('s5');
        for (const { seat, person, index } of votes) {
          expect(person).toBe(personOf(seat));
          expect(closed === -1 || index < closed).toBe(true);
        }
        cast += votes.length;
        closings += closed === -1 ? 0 : 1;
      }),
      { numRuns, seed: 20300101 },
    );
    expect(cast).toBeGreaterThan(numRuns);
    expect(closings).toBeGreaterThan(0);
  });
});
