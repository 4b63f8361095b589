import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Decider } from '@tavolo/kernel';
import { board } from './board.js';
import { decision } from './decision.js';
import {
  boardEventTypes,
  decisionEventTypes,
  procedureEventTypes,
  registerEventTypes,
  sittingEventTypes,
} from './event-types.js';
import { procedure } from './procedure.js';
import { register } from './register.js';
import { sitting } from './sitting.js';

type Sample = Readonly<{ type: string; schema: number; data: object }>;
const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];

/** Facts for readers, or, as the dismissal of what was upheld, on another way than the rest. */
const forReaders = [
  'DecisionLeftByRoute', // Of a proposal that came by a route; see the samples of routes.
  'ConflictDismissed',
  'DocumentsRequested',
  'DocumentsSupplied',
  'DecisionReconsidered',
  'MeetingClosed',
  'QuorumNotReached',
  'RatificationVoted',
  'SeatRecusedFromVote',
];

/** Folds the samples of one aggregate one after another; every one must change something. */
function folded<S, C, E>({ evolve, initial }: Decider<S, C, E>, types: readonly string[]): S {
  return samples
    .filter(({ type }) => types.includes(type))
    .reduce((state, sample) => {
      const next = evolve(state, sample as unknown as E);
      const changed = JSON.stringify(next) !== JSON.stringify(state);
      expect([sample.type, changed || forReaders.includes(sample.type)]).toEqual([
        sample.type,
        true,
      ]);
      return next;
    }, initial);
}

describe('the golden samples, which must stay readable for ever', () => {
  it('hold every event type, in every shape that it has', () => {
    const boardsAndSittings = [boardEventTypes, sittingEventTypes];
    const all = [...boardsAndSittings, procedureEventTypes, decisionEventTypes, registerEventTypes];
    const types = new Set(samples.map(({ type }) => type));
    expect([...types].toSorted()).toStrictEqual(all.flat().sort());
    expect(samples.every(({ schema }) => schema === 1)).toBe(true);
  });
  it('are read by the board', () =>
    expect(folded(board, boardEventTypes)).toMatchObject({
      seatCount: 5,
      termUntil: '2033-01-31',
      rulebookVersion: 2,
      chairs: [{ until: '2030-06-29' }],
      seats: [{ ended: '2030-12-30', terms: [{ until: '2030-06-29' }, { until: '2030-12-30' }] }],
    }));
  it('are read by the sitting', () =>
    expect(folded(sitting, sittingEventTypes)).toMatchObject({
      status: 'MinutesApproved',
      items: [{ status: 'VoteClosed' }, { status: 'Deferred' }, { status: 'Deferred' }],
    }));
  it('are read by the procedure', () =>
    expect(folded(procedure, procedureEventTypes)).toMatchObject({
      status: 'Stopped',
      extended: true,
      recused: [{ seat: expect.stringContaining('0002') }],
    }));
  it('are read by the decision', () =>
    expect(folded(decision, decisionEventTypes)).toMatchObject({
      status: 'Lapsed',
      number: '4/2030',
      later: {
        conditions: [{ id: 'c1', status: 'Met' }],
        correctedSha256: '9'.repeat(64),
        objections: [{ id: 'o1', open: false }],
        urgent: { ratified: true },
      },
    }));
  it('are read by the register', () =>
    expect(Object.values(folded(register, registerEventTypes).taken)).toEqual([4]));
});
