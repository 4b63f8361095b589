import { describe, expect, it } from '@jest/globals';
import { awaitedAfter } from '@tavolo/testing';
import * as d from '../domain/decision.examples.js';
import type { DecisionEvent } from '../domain/decision.events.js';
import type { SittingEvent, VoteQuestion } from '../domain/sitting.events.js';
import * as a from '../domain/sitting.examples.js';
import { decisionProjection } from './decision.projection.js';
import { decisionWaiting } from './decision.waiting.js';
import { sittingProjection } from './sitting.projection.js';
import { sittingWaiting } from './sitting.waiting.js';

const sitting = { part: sittingWaiting, projections: [sittingProjection], stream: a.sittingId };
const decision = { part: decisionWaiting, projections: [decisionProjection], stream: 'decision-1' };
const codes = (...facts: readonly SittingEvent[]) =>
  (awaitedAfter(facts, sitting).at(-1) ?? []).map(({ move }) => move);
const question: VoteQuestion = { kind: 'enforceability' };
const of = (fact: SittingEvent) => ({ ...fact, data: { ...fact.data, question } }) as SittingEvent;
const present = ['s1', 's2', 's3', 's4'];
const closed = a.closedWith({ present, ballots: [{ seat: 's1', choice: 'for' }] });
const approved = { ...closed, data: { ...closed.data, outcome: 'approved' as const } };

describe('a vote on a question, as it is read', () => {
  it('D-1: its voters are awaited anew, whatever they voted on the decision', () => {
    const facts = [...a.voting(), a.voteCast('s1', 'for'), approved, of(a.voteOpened())];
    expect(codes(...facts).filter((move) => move === 'castVote')).toHaveLength(4);
    const one = codes(...facts, a.voteCast('s1', 'for'));
    expect(one.filter((move) => move === 'castVote')).toHaveLength(3);
    expect(codes(...facts, of(approved))).toEqual(['closeSitting']);
  });
  it('D-6: what had effect before its publication still awaits it', () => {
    const facts: DecisionEvent[] = [...d.approved, d.signed, d.numbered, d.effective];
    const awaited = (...all: DecisionEvent[]) =>
      (awaitedAfter(all, decision).at(-1) ?? []).map(({ move }) => move);
    expect(awaited(...facts)).toEqual(['publishDecision']);
    expect(awaited(...facts, d.published('2030-01-10'))).toEqual([]);
  });
});
