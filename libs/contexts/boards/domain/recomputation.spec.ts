import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Command } from '@tavolo/kernel';
import { someone } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import type { VoteChoice } from './outcome.js';
import { recomputed, recomputedQuestions } from './recomputation.js';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';
import { evolve, noSitting } from './sitting.state.js';

const grounds = { roll: a.roll, plan: null };
const data = { item: a.item, grounds };
const close = { ...someone, type: 'CloseVote', data, at: a.start } as Command<
  'CloseVote',
  typeof data
>;

/** The facts with those that closing the vote adds. */
function closed(events: readonly SittingEvent[]): readonly SittingEvent[] {
  const state = events.reduce(evolve, noSitting);
  const decision = sitting.decide(close, state);
  return decision.outcome === 'accepted' ? [...events, ...decision.events] : events;
}

describe('a vote counted again', () => {
  const votes = [
    a.voteCast('s1', 'for'),
    a.voteCast('s2', 'for'),
    a.voteCast('s3', 'against'),
    a.voteCast('s4', 'against'),
  ];

  it('D-2: comes out as it was recorded, whatever happened afterwards', () => {
    const facts = [...closed([...a.voting(), ...votes]), a.left('s1'), a.closed];
    expect(recomputed(facts, a.item)).toMatchObject({
      equal: true,
      computed: { outcome: 'rejected' },
    });
  });
  it('D-2: under another rulebook may come out otherwise', () => {
    const facts = closed([...a.voting(), ...votes]);
    const chair = recomputed(facts, a.item, { another: rulebookPresets.steeringCommittee });
    expect(chair).toMatchObject({ equal: false, computed: { outcome: 'approved' } });
  });
  it('D-2: on a question beside the decision is counted again too, by the rules of its question', () => {
    const question = { kind: 'enforceability' } as const;
    const asked = a.voteOpened();
    const opened: SittingEvent = { ...asked, data: { ...asked.data, question } };
    const decided = closed([...a.voting(), ...votes.slice(0, 3)]);
    const facts = closed([...decided, opened, ...votes.slice(0, 3)]);
    const unsealedAt = () => null;
    const [again, ...more] = recomputedQuestions(facts, a.item, { unsealedAt });
    expect(again).toMatchObject({ question, equal: true, computed: { outcome: 'approved' } });
    expect(more).toEqual([]);
    // The vote on the decision is still its own, and has no question.
    expect(recomputed(facts, a.item)).toMatchObject({ equal: true });
    expect(recomputedQuestions(decided, a.item, { unsealedAt })).toEqual([]);
    // By another rulebook, with the majority of all seats where it has no other for this: 2 of 5.
    const another = rulebookPresets.italianCollegialBody;
    const stricter = recomputedQuestions(facts, a.item, { another, unsealedAt });
    expect(stricter).toMatchObject([{ equal: false, computed: { outcome: 'rejected' } }]);
  });
  it('D-2: on a question tells when what was recorded is not what the facts give', () => {
    const question = { kind: 'defer', reason: a.text } as const;
    const asked = a.voteOpened();
    const opened: SittingEvent = { ...asked, data: { ...asked.data, question } };
    const forged = closed([...a.inSession(), opened, ...votes]).map((fact) =>
      fact.type === 'VoteClosed'
        ? { ...fact, data: { ...fact.data, outcome: 'approved' as const } }
        : fact,
    );
    const found = recomputedQuestions(forged, a.item, { unsealedAt: () => null });
    expect(found).toMatchObject([{ question, equal: false, computed: { outcome: 'rejected' } }]);
    expect(recomputed(forged, a.item)).toBeNull();
  });
  it('D-2: tells when what was recorded is not what the facts give', () => {
    const facts = closed([...a.voting(), ...votes]).map((fact) =>
      fact.type === 'VoteClosed'
        ? { ...fact, data: { ...fact.data, outcome: 'approved' as const } }
        : fact,
    );
    expect(recomputed(facts, a.item)?.equal).toBe(false);
    const forged = closed([...a.voting(), ...votes]).map((fact) =>
      fact.type === 'VoteClosed'
        ? {
            ...fact,
            data: {
              ...fact.data,
              trace: fact.data.trace.map((step) => ({ ...step, numbers: {} })),
            },
          }
        : fact,
    );
    expect(recomputed(forged, a.item)?.equal).toBe(false);
  });
  it('D-2: says nothing of a vote that has not closed', () => {
    expect(recomputed([...a.voting(), ...votes], a.item)).toBeNull();
    expect(recomputed(closed([...a.voting(), ...votes]), 'i9')).toBeNull();
  });
  it('D-2: every vote comes out again as it was recorded', () => {
    const choice = fc.constantFrom<VoteChoice | null>('for', 'against', 'abstain', null);
    fc.assert(
      fc.property(
        fc.array(choice, { minLength: 4, maxLength: 4 }),
        fc.subarray(['s1', 's2', 's3', 's4']),
        (choices, gone) => {
          const cast = choices.flatMap((one, i) =>
            one ? [a.voteCast(`s${String(i + 1)}`, one)] : [],
          );
          const left = gone.map((seat) => a.left(seat));
          expect(recomputed(closed([...a.voting(), ...cast, ...left]), a.item)?.equal).toBe(true);
        },
      ),
    );
  });
});
