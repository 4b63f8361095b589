import { describe, expect, it } from '@jest/globals';
import { keyOf } from '@tavolo/waiting';
import type { Move } from '@tavolo/waiting';
import { awaitedAfter } from '@tavolo/testing';
import { approved, arrived, closed, conflict, convened } from '../domain/sitting.examples.js';
import { deserted, dismissed, drafted, inSession } from '../domain/sitting.examples.js';
import { opened, recused, sittingId, upheld } from '../domain/sitting.examples.js';
import { closedWith, left, voteCast, voteOpened, voting } from '../domain/sitting.examples.js';
import { voteSealed, votingIn } from '../domain/sitting.examples.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import { sittingStatuses } from '../domain/sitting.state.js';
import { sittingProjection } from './sitting.projection.js';
import { sittingWaiting } from './sitting.waiting.js';

const told = { part: sittingWaiting, projections: [sittingProjection], stream: sittingId };
const awaited = (...facts: readonly SittingEvent[]) => awaitedAfter(facts, told).at(-1) ?? [];
const who = (moves: readonly Move[], code: string) =>
  moves.filter(({ move }) => move === code).map((move) => keyOf(move.who));
const seats = (...ids: readonly string[]) => ids.map((id) => `seat:board-1#${id}`);

describe('who is waited for in a sitting', () => {
  it('has an answer for every state of the decider', () => {
    expect(Object.keys(sittingWaiting.states).sort()).toStrictEqual([...sittingStatuses].sort());
  });

  it('GB-1: before it, every seat that was notified, and who opens it, until it begins', () => {
    const moves = awaited(convened);
    expect(who(moves, 'attendSitting')).toStrictEqual(seats('s1', 's2', 's3', 's4'));
    expect(who(moves, 'openSitting')).toStrictEqual(['presidency:board-1']);
    expect(moves.every(({ due }) => due && 'at' in due)).toBe(true);
    expect(who(awaited(convened, opened), 'attendSitting')).toStrictEqual([]);
  });

  it('D-1: in a vote, each seat that is entitled, present, not recused and has not voted', () => {
    expect(who(awaited(...voting()), 'castVote')).toStrictEqual(seats('s1', 's2', 's3', 's4'));
    const one = awaited(...voting(), voteCast('s2', 'against'));
    expect(who(one, 'castVote')).toStrictEqual(seats('s1', 's3', 's4'));
    expect(JSON.stringify(one)).not.toContain('against');
    expect(who(awaited(...voting(), left('s3')), 'castVote')).toStrictEqual(
      seats('s1', 's2', 's4'),
    );
    const out = awaited(...inSession(), voteOpened(['s1']));
    expect(who(out, 'castVote')).toStrictEqual(seats('s2', 's3', 's4'));
  });

  it('D-1: the vote of a seat is awaited of who sits for it, be it an alternate', () => {
    const { data } = arrived('s4');
    const alternate = { ...data, person: 'person-8', as: 'alternate' };
    const arrival = { type: 'MemberArrived', data: alternate } as unknown as SittingEvent;
    const there = inSession('s1', 's2', 's3');
    const moves = awaited(...there.slice(0, -1), arrival, ...there.slice(-1), voteOpened());
    expect(who(moves, 'castVote')).toStrictEqual([...seats('s1', 's2', 's3'), 'person:person-8']);
  });

  it('D-3: in a hidden vote who has voted is awaited no more; in a secret one that is not said', () => {
    const hidden = [...votingIn('hidden'), voteSealed('s2')];
    expect(who(awaited(...hidden), 'castVote')).toStrictEqual(seats('s1', 's3', 's4'));
    // The log holds no paper: every seat is asked until the vote is closed, and then none.
    const secret = votingIn('secret');
    expect(who(awaited(...secret), 'castVote')).toStrictEqual(seats('s1', 's2', 's3', 's4'));
    const ballots = ['s1', 's2', 's3'].map((seat) => ({ seat, choice: 'for' }) as const);
    const over = [...secret, closedWith({ present: ['s1', 's2', 's3', 's4'], ballots })];
    expect(who(awaited(...over), 'castVote')).toStrictEqual([]);
    expect(who(awaited(...secret, left('s3')), 'castVote')).toStrictEqual(seats('s1', 's2', 's4'));
  });

  it('D-3: on paper nobody casts here, and nobody is said to have', () => {
    const paper = awaited(...votingIn('secretOnPaper'));
    expect(who(paper, 'castVote')).toStrictEqual([]);
    expect(who(paper, 'closeVote')).toStrictEqual(['presidency:board-1']);
  });

  it('X-7: an open declaration of conflict awaits the chair, and keeps the seat from voting', () => {
    const declared = awaited(...voting(), conflict('s2'));
    expect(who(declared, 'settleConflict')).toStrictEqual(['chair:board-1']);
    expect(who(declared, 'castVote')).toStrictEqual(seats('s1', 's3', 's4'));
    const settled = awaited(...voting(), conflict('s2'), dismissed('s2'));
    expect(who(settled, 'settleConflict')).toStrictEqual([]);
    expect(who(settled, 'castVote')).toStrictEqual(seats('s1', 's2', 's3', 's4'));
    const gone = awaited(...voting(), conflict('s2'), upheld('s2'), recused('s2'));
    expect(who(gone, 'castVote')).toStrictEqual(seats('s1', 's3', 's4'));
  });

  it('an item awaits its quorum, then its vote, and when none is left the sitting its end', () => {
    expect(who(awaited(convened, opened), 'verifyQuorum')).toStrictEqual(['presidency:board-1']);
    expect(who(awaited(...inSession()), 'openVote')).toStrictEqual(['presidency:board-1']);
    const ballots = ['s1', 's2', 's3', 's4'].map((seat) => ({ seat, choice: 'for' }) as const);
    const present = ballots.map(({ seat }) => seat);
    const over = awaited(...voting(), closedWith({ present, ballots }));
    expect(over.map(({ move }) => move)).toStrictEqual(['closeSitting']);
  });

  it('GB-9, X-5: minutes await any of those present but who drafted them', () => {
    const own = { ...drafted, data: { ...drafted.data, draftedBy: 'person-1' } } as SittingEvent;
    const moves = awaited(...inSession(), closed, own);
    expect(who(moves, 'approveMinutes')).toStrictEqual([
      ...['person:person-2', 'person:person-3', 'person:person-4'],
    ]);
    expect(moves.every(({ anyOne }) => anyOne === true)).toBe(true);
    expect(who(awaited(...inSession(), closed), 'draftMinutes')).toStrictEqual([
      'secretary:board-1',
    ]);
  });

  it('nobody, once the minutes stand or the sitting was deserted', () => {
    expect(awaited(...inSession(), closed, drafted, approved)).toStrictEqual([]);
    expect(awaited(convened, opened, deserted)).toStrictEqual([]);
  });
});
