import { describe, expect, it } from '@jest/globals';
import { someone } from '@tavolo/testing/specification';
import type { Rulebook } from '../contract/index.js';
import { closedOf } from './procedure.closing.js';
import * as p from './procedure.examples.js';
import type { ProcedureEvent } from './procedure.events.js';
import { procedure } from './procedure.js';
import { isSecret } from './ballot.js';
import { recomputed, recomputedProcedure } from './recomputation.js';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';

const roll = { ...a.roll, rulebook: a.everyForm };
const act = (events: readonly SittingEvent[], type: string, more: object) => {
  const data = { item: a.item, grounds: { roll, plan: null, ...more } };
  const state = events.reduce(sitting.evolve, sitting.initial);
  const decided = sitting.decide({ ...someone, type, data, at: a.start } as never, state);
  return decided.outcome === 'accepted' ? [...events, ...decided.events] : events;
};
const votes = { s1: 'for', s2: 'for', s3: 'against' } as const;
const { box } = a.boxOf(votes);
/** The recorded facts of the closing, changed. */
const forged = (facts: readonly SittingEvent[], change: object): readonly SittingEvent[] =>
  facts.map((fact) =>
    fact.type === 'VoteClosed' ? { ...fact, data: { ...fact.data, ...change } } : fact,
  );

describe('a hidden vote counted again', () => {
  const sealed = ['s1', 's2', 's3'].map((seat) => a.voteSealed(seat));
  const facts = act([...a.votingIn('hidden'), ...sealed], 'CloseVote', { box });
  const again = (unsealed: typeof box.ballots | null, from = facts) =>
    recomputed(from, a.item, { unsealed });

  it('D-2, D-3: comes out as it was recorded where its key opens what was said', () => {
    expect(again(box.ballots)).toMatchObject({
      ...{ equal: true, computed: { outcome: 'approved' } },
      count: { ballots: Object.entries(votes).map(([seat, choice]) => ({ seat, choice })) },
    });
  });
  it('D-3: is not as it was recorded where its key opens nothing, fewer, or more', () => {
    expect(again(null)?.equal).toBe(false);
    expect(again(box.ballots.slice(1))?.equal).toBe(false);
    expect(again([...box.ballots, ...box.ballots.slice(0, 1)])?.equal).toBe(false);
    expect(again(box.ballots)?.equal).toBe(true);
  });
  it('D-3: is not as it was recorded where its key opens another choice of a seat, or another person', () => {
    const another = (change: (at: number) => object) =>
      box.ballots.map((ballot, at) => ({ ...ballot, ...change(at) }));
    // The sums are the same: for one who was against, another is.
    const swapped = another((at) =>
      at === 0 ? { choice: 'against' } : at === 2 ? { choice: 'for' } : {},
    );
    expect(again(swapped)).toMatchObject({ equal: false, computed: { outcome: 'approved' } });
    const person = another((at) => (at === 2 ? { person: a.personOf('s8') } : {}));
    expect(again(person)?.equal).toBe(false);
  });
  it('GB-3: leaves out what a recusal took away', () => {
    const out = { item: a.item, seat: 's3' };
    const gone: SittingEvent[] = [
      ...a.recusal('s3'),
      { type: 'SeatRecusedFromVote', data: out },
      { type: 'VoteCancelled', data: out },
    ];
    const closing = act([...a.votingIn('hidden'), ...sealed, ...gone], 'CloseVote', { box });
    const count = again(box.ballots, closing)?.count;
    expect(count?.ballots.map(({ seat }) => seat)).toEqual(['s1', 's2']);
  });
});

describe('a secret vote counted again', () => {
  const weighed: Rulebook = {
    ...a.everyForm,
    quorum: { ...a.everyForm.quorum, categories: ['comuni'] } as never,
  };

  it('D-2, D-3: is counted from the tally, and comes out as it was recorded', () => {
    const facts = act(a.votingIn('secret'), 'CloseVote', { box });
    const found = recomputed(facts, a.item);
    expect(found).toMatchObject({ equal: true, computed: { outcome: 'approved' } });
    expect(found?.count.ballots).toHaveLength(3);
    const tally = { for: 1, against: 2, abstain: 0, recused: 0 };
    expect(recomputed(forged(facts, { tally }), a.item)).toMatchObject({
      ...{ equal: false, computed: { outcome: 'rejected' } },
    });
  });
  it('D-3: cannot be counted by rules that would have to know whose vote is whose', () => {
    const facts = act(a.votingIn('secret'), 'CloseVote', { box });
    expect(recomputed(facts, a.item, { another: weighed })).toMatchObject({
      ...{ computed: null, equal: false },
    });
    expect(recomputed(facts, a.item, { another: a.everyForm })?.computed).not.toBeNull();
  });
});

describe('a procedure counted again from answers that are not named', () => {
  const opened = (form: 'hidden' | 'secret', ...more: readonly ProcedureEvent[]) => [
    ...[p.openedIn(form), ...more],
  ];
  const closed = (events: readonly ProcedureEvent[], answers: typeof box.ballots) => {
    const state = events.reduce(procedure.evolve, procedure.initial);
    const ballots = answers.map(({ seat, choice }) => ({ seat, choice }));
    const voters = answers.map(({ seat, person }) => ({ seat, person }));
    const published = isSecret(state.form) ? { voters } : { key: box.key, ballots: answers };
    return [...events, closedOf(state, p.deadline, { ballots, published })];
  };
  const sealed = (['s1', 's2', 's3'] as const).map((seat) => p.replySealed(seat));
  const again = (facts: readonly ProcedureEvent[], unsealed: typeof box.ballots | null) =>
    recomputedProcedure(facts, { unsealed });

  it('D-2, D-3: comes out as it was recorded where its key opens what was said', () => {
    const facts = closed(opened('hidden', ...sealed), box.ballots);
    expect(again(facts, box.ballots)).toMatchObject({
      ...{ equal: true, computed: { outcome: 'approved' } },
    });
    expect(again(facts, null)?.equal).toBe(false);
    const turned = box.ballots.map((one) => ({ ...one, choice: 'against' as const }));
    expect(again(facts, turned)?.equal).toBe(false);
  });
  it('D-2, D-3: is counted from the tally where it was secret', () => {
    const facts = closed(opened('secret'), box.ballots);
    expect(again(facts, null)).toMatchObject({ equal: true, computed: { outcome: 'approved' } });
  });
});
