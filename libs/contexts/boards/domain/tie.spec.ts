import { describe, expect, it } from '@jest/globals';
import type { Rulebook } from '../contract/index.js';
import { outcomeIn } from './ballot.count.js';
import { silenceOutcomeOf, writtenOutcomeOf } from './procedure.outcome.js';
import { outcomeOf } from './outcome.js';
import type { Ballot, Count } from './outcome.js';
import { isSettled } from './settled.js';
import * as a from './sitting.examples.js';
import { brokenBy } from './tie.js';
import type { TieBreak } from './tie.events.js';
import type { EarlierMajority } from './vote.events.js';

const rules = (more: Partial<Rulebook>): Rulebook => ({
  ...a.roll.rulebook,
  quorum: { kind: 'count', n: 1 },
  ...more,
});
const lot = rules({ tie: 'lot' });
const second = rules({ tie: 'chairSecond' });
const all = ['s1', 's2', 's3', 's4'];
const letters = { F: 'for', A: 'against', 0: 'abstain' } as const;
const count = (votes: string, more: Partial<Count> = {}): Count => ({
  ...{ seats: 4, entitled: all, chair: 's1', recused: [], present: all },
  ballots: Array.from(votes).flatMap((letter, i): Ballot[] =>
    letter === '-'
      ? []
      : [{ seat: `s${String(i + 1)}`, choice: letters[letter as 'A' | 'F' | '0'] }],
  ),
  ...more,
});
const drawn = (side: 'against' | 'for'): TieBreak => ({
  ...{ kind: 'lot', side, record: a.minutes, drawnBy: a.personOf('s2') },
});
const again = (side: 'against' | 'for', seat = 's1'): TieBreak => ({
  ...{ kind: 'secondVote', side, seat, person: a.personOf(seat) },
});
const postponed: TieBreak = { kind: 'postponement', postponedBy: a.personOf('s1') };
const last = (trace: readonly object[] | undefined, n: number) => trace?.slice(-n);

describe('a tie that is decided by lot', () => {
  it('D-2: waits for the drawing, and says so', () => {
    const { outcome, tie, trace } = outcomeOf(count('FFAA'), lot);
    expect([outcome, tie]).toEqual(['tied', { rule: 'lot' }]);
    expect(last(trace, 2)).toEqual([
      {
        ...{ step: 'tie', numbers: { equal: 2 }, holds: false },
        it: 'A parità di voti decide la sorte: l’estrazione è da verbalizzare.',
        en: 'With equal votes the matter is decided by lot: the drawing is to be recorded.',
      },
      {
        ...{ step: 'result', numbers: {}, holds: false },
        it: 'I voti sono pari: la proposta non è ancora decisa.',
        en: 'The votes are equal: the proposal is not decided yet.',
      },
    ]);
  });
  it('D-2: is none where one vote more is for, or against', () => {
    expect(outcomeOf(count('FFA-'), lot)).toMatchObject({ outcome: 'approved' });
    expect(outcomeOf(count('FAA-'), lot)).toMatchObject({ outcome: 'rejected' });
    expect(outcomeOf(count('FFA-'), lot)).not.toHaveProperty('tie');
    expect(outcomeOf(count('FFAA'), { ...lot, tie: 'falls' })).not.toHaveProperty('tie');
  });
  it('D-2: is adopted or not as the lot fell, and the result says that it was by lot', () => {
    const tied = outcomeOf(count('FFAA'), lot);
    const adopted = brokenBy(tied, drawn('for'));
    expect(adopted?.outcome).toBe('approved');
    expect(last(adopted?.trace, 3)).toEqual([
      expect.objectContaining({ step: 'tie' }),
      {
        ...{ step: 'tieBreak', numbers: { for: 1, against: 0 }, holds: true },
        it: 'Alla parità l’estrazione a sorte è favorevole.',
        en: 'The tie is broken by lot: for.',
      },
      {
        ...{ step: 'result', numbers: {}, holds: true },
        it: 'La proposta è approvata per sorteggio.',
        en: 'The proposal is adopted by lot.',
      },
    ]);
    expect(adopted?.trace).toHaveLength(tied.trace.length + 1);
    const not = brokenBy(tied, drawn('against'));
    expect(not?.outcome).toBe('rejected');
    expect(last(not?.trace, 2)).toEqual([
      {
        ...{ step: 'tieBreak', numbers: { for: 0, against: 1 }, holds: false },
        it: 'Alla parità l’estrazione a sorte è contraria.',
        en: 'The tie is broken by lot: against.',
      },
      {
        ...{ step: 'result', numbers: {}, holds: false },
        it: 'La proposta non è approvata, per sorteggio.',
        en: 'The proposal is not adopted, by lot.',
      },
    ]);
  });
  it('D-2: may be postponed instead, and is broken by nothing else', () => {
    const tied = outcomeOf(count('FFAA'), lot);
    const off = brokenBy(tied, postponed);
    expect(off?.outcome).toBe('postponed');
    expect(last(off?.trace, 2)).toEqual([
      {
        ...{ step: 'tieBreak', numbers: { for: 0, against: 0 }, holds: false },
        it: 'La parità non è stata sciolta: chi presiede rinvia la proposta.',
        en: 'The tie was not broken: who presides postpones the proposal.',
      },
      {
        ...{ step: 'result', numbers: {}, holds: false },
        it: 'La proposta non è decisa: è rinviata.',
        en: 'The proposal is not decided: it is postponed.',
      },
    ]);
    expect(brokenBy(tied, again('for'))).toBeNull();
    expect(brokenBy(outcomeOf(count('FFA-'), lot), drawn('for'))).toBeNull();
  });
  it('D-3: decides a secret vote too, which discloses nothing', () => {
    const secret = outcomeIn('secret', count('FFAA'), lot);
    expect(secret).toMatchObject({ outcome: 'tied', tie: { rule: 'lot' } });
  });
});

describe('a tie that a second vote of the chair decides', () => {
  const tieOf = (votes: Count, more: Partial<Rulebook> = {}) => {
    const { outcome, tie } = outcomeOf(votes, { ...second, ...more });
    return [outcome, tie?.rule === 'chairSecond' ? tie.seat : null];
  };

  it('D-2: waits for it whatever the first vote was, an abstention or none', () => {
    expect(tieOf(count('FFAA'))).toEqual(['tied', 's1']);
    expect(tieOf(count('0FA-'))).toEqual(['tied', 's1']);
    expect(tieOf(count('-FA-'))).toEqual(['tied', 's1']);
    // Where the first vote prevails by itself there is nothing to wait for.
    expect(outcomeOf(count('FFAA'), { ...second, tie: 'chairDecides' }).outcome).toBe('approved');
    const { en, it: italian } = outcomeOf(count('FFAA'), second).trace.at(-2) ?? {};
    expect([italian, en]).toEqual([
      'A parità di voti decide il secondo voto di chi presiede, che è da esprimere.',
      'With equal votes a second vote of who presides decides: it is to be cast.',
    ]);
  });
  it('D-2: of the vice chair where the chair is away, has left after voting, or is recused', () => {
    const vice = { viceChair: 's2' };
    expect(tieOf(count('FFAA', vice))).toEqual(['tied', 's1']);
    expect(tieOf(count('-FA-', { ...vice, present: ['s2', 's3'] }))).toEqual(['tied', 's2']);
    expect(tieOf(count('FFAA', { ...vice, present: ['s2', 's3', 's4'] }))).toEqual(['tied', 's2']);
    expect(tieOf(count('FFA-', { ...vice, recused: ['s1'] }))).toEqual(['tied', 's2']);
    expect(tieOf(count('-FA-', { ...vice, chair: null }))).toEqual(['tied', 's2']);
  });
  it('D-2: falls or is postponed, as the rulebook says, where nobody presides', () => {
    const away = count('-FA-', { present: ['s2', 's3'] });
    expect(tieOf(away)).toEqual(['rejected', null]);
    expect(tieOf(away, { tieUnpresided: 'falls' })).toEqual(['rejected', null]);
    expect(tieOf(away, { tieUnpresided: 'postponed' })).toEqual(['postponed', null]);
    expect(outcomeOf(away, second).trace.at(-2)).toEqual({
      ...{ step: 'tie', numbers: { equal: 1 }, holds: false },
      it: 'A parità di voti deciderebbe il secondo voto di chi presiede, ma nessuno presiede: la proposta non è approvata.',
      en: 'With equal votes a second vote of who presides would decide, but nobody presides: the proposal falls.',
    });
  });
  it('D-2: is broken by that seat alone, on the side it votes for', () => {
    const tied = outcomeOf(count('FFAA'), second);
    const adopted = brokenBy(tied, again('for'));
    expect(adopted?.outcome).toBe('approved');
    expect(last(adopted?.trace, 2)).toEqual([
      {
        ...{ step: 'tieBreak', numbers: { for: 1, against: 0 }, holds: true },
        it: 'Alla parità il secondo voto di chi presiede è favorevole.',
        en: 'The tie is broken by the second vote of who presides: for.',
      },
      {
        ...{ step: 'result', numbers: {}, holds: true },
        it: 'La proposta è approvata con il secondo voto di chi presiede.',
        en: 'The proposal is adopted by the second vote of who presides.',
      },
    ]);
    const not = brokenBy(tied, again('against'));
    expect(not?.outcome).toBe('rejected');
    expect(last(not?.trace, 2)).toEqual([
      {
        ...{ step: 'tieBreak', numbers: { for: 0, against: 1 }, holds: false },
        it: 'Alla parità il secondo voto di chi presiede è contrario.',
        en: 'The tie is broken by the second vote of who presides: against.',
      },
      {
        ...{ step: 'result', numbers: {}, holds: false },
        it: 'La proposta non è approvata, con il secondo voto di chi presiede.',
        en: 'The proposal is not adopted, by the second vote of who presides.',
      },
    ]);
    expect(brokenBy(tied, again('for', 's2'))).toBeNull();
    expect(brokenBy(tied, drawn('for'))).toBeNull();
    expect(brokenBy(tied, postponed)?.outcome).toBe('postponed');
  });
  it('D-3: is none of a secret vote, whose first vote it would tell', () => {
    expect(outcomeIn('secret', count('FFAA'), second).outcome).toBe('rejected');
    const off = { ...second, tieUnpresided: 'postponed' } as const;
    expect(outcomeIn('secretOnPaper', count('FFAA'), off).outcome).toBe('postponed');
    expect(outcomeIn('hidden', count('FFAA'), second).outcome).toBe('tied');
  });
  it('D-2: in writing is of who answered, the vice chair where the chair did not', () => {
    const written = (votes: string) => {
      const { ballots } = count(votes);
      const present = ballots.map(({ seat }) => seat);
      return writtenOutcomeOf(count(votes, { present, viceChair: 's2' }), second);
    };
    expect(written('FFAA')).toMatchObject({ outcome: 'tied', tie: { seat: 's1' } });
    expect(written('-FA-')).toMatchObject({ outcome: 'tied', tie: { seat: 's2' } });
    expect(written('--FA')).toMatchObject({ outcome: 'rejected' });
  });
});

describe('a tie of a decision that is come back to', () => {
  const earlier = (tie: Rulebook['tie']): EarlierMajority => {
    const { majority, recusedLeaveBase } = lot;
    return { decision: a.decision, majority, recusedLeaveBase, tie };
  };
  const back = (own: Rulebook, ...ties: Rulebook['tie'][]) => {
    const alsoNeeded = ties.map((tie) => earlier(tie));
    const { outcome, tie } = outcomeOf(count('FFAA'), { ...own, alsoNeeded });
    return [outcome, tie?.rule];
  };
  /** Half is enough. */
  const easy = rules({ majority: { ...lot.majority, strict: false } });

  it('D-8: waits only where no other majority has failed, and is broken once', () => {
    expect(back(lot, 'falls')).toEqual(['rejected', undefined]);
    expect(back(lot, 'postponed')).toEqual(['postponed', undefined]);
    expect(back(rules({ tie: 'falls' }), 'lot')).toEqual(['rejected', undefined]);
    expect(back(easy, 'lot')).toEqual(['tied', 'lot']);
    expect(back(easy, 'falls', 'lot')).toEqual(['rejected', undefined]);
    expect(back(easy, 'chairDecides', 'lot')).toEqual(['tied', 'lot']);
  });
  it('D-8: by the rule of today before that of then', () => {
    expect(back(lot, 'chairSecond')).toEqual(['tied', 'lot']);
    expect(back(second, 'lot')).toEqual(['tied', 'chairSecond']);
    expect(back(easy, 'chairSecond', 'lot')).toEqual(['tied', 'chairSecond']);
  });
  it('D-8: by silence is for a sitting: nobody has voted, and nobody draws', () => {
    const silence = { minDays: 1, objections: 3, onObjections: 'rejected' } as const;
    const silent = (tie: Rulebook['tie']) =>
      silenceOutcomeOf(
        { ...count(''), objections: ['s1', 's2'] },
        { ...easy, silence, alsoNeeded: [earlier(tie)] },
        silence,
      );
    expect(silent('lot')).toMatchObject({ outcome: 'postponed' });
    expect(silent('chairSecond')).toMatchObject({ outcome: 'postponed' });
    expect(silent('lot')).not.toHaveProperty('tie');
    expect(silent('falls')).toMatchObject({ outcome: 'rejected' });
  });
});

describe('early close of a vote that may be tied', () => {
  it('D-2: is none while it can become a tie, or cease to be one', () => {
    const early = (votes: string, rulebook: Rulebook, more: Partial<Count> = {}) =>
      isSettled(count(votes, more), rulebook, all);
    expect(early('FFA-', lot)).toBe(false);
    expect(early('FA--', lot)).toBe(false);
    expect(early('FFAA', lot)).toBe(true);
    expect(early('FFF-', lot)).toBe(true);
    expect(early('FFAA', second)).toBe(true);
  });
  it('D-2: is none while who presides may still come in, and wait for its second vote', () => {
    const away = { present: ['s2', 's3', 's4'] };
    expect(isSettled(count('-FA0', away), second, all)).toBe(false);
    expect(isSettled(count('-FA0', away), rules({ tie: 'falls' }), ['s2', 's3', 's4'])).toBe(true);
  });
});
