import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rulebookPresets } from '../contract/index.js';
import type { Rulebook } from '../contract/index.js';
import { formRefusal } from './ballot.js';
import { detached, outcomeIn } from './ballot.count.js';
import { outcomeOf, voteChoices } from './outcome.js';
import type { Ballot, Count, VoteChoice } from './outcome.js';
import { everyForm, personOf } from './sitting.examples.js';

const sitters = (...seats: string[]) => seats.map((seat) => ({ seat, person: personOf(seat) }));
const kept = (form: 'hidden' | 'named' | 'secret' | 'secretOnPaper', more: Partial<Rulebook>) => {
  const refusal = formRefusal(form, { ...everyForm, ...more }, sitters('s1', 's2', 's3'));
  return refusal?.outcome === 'refused' ? refusal.refusal.code : null;
};

describe('the form of a vote', () => {
  it('D-1: is one of those of the rulebook; without any there are named votes only', () => {
    const { ballots: _, ...asEver } = everyForm;
    const named = formRefusal('named', asEver, []);
    const hidden = formRefusal('hidden', asEver, sitters('s1', 's2', 's3'));
    expect([named, hidden?.outcome]).toEqual([null, 'refused']);
    expect(kept('secret', { ballots: ['named', 'hidden'] })).toBe('FormNotAllowed');
    expect(kept('hidden', { ballots: ['named', 'hidden'] })).toBeNull();
    expect(kept('named', { ballots: ['secret'] })).toBe('FormNotAllowed');
  });
  it('D-3: is not secret with weights, nor with counting by category; hidden it may be', () => {
    const weights = [{ category: 'comuni', weight: 2 }];
    const categories = [{ category: 'comuni', min: 1 }];
    const quorum = { kind: 'count', n: 2, categories } as const;
    for (const form of ['secret', 'secretOnPaper'] as const) {
      expect(kept(form, {})).toBeNull();
      expect(kept(form, { weights })).toBe('SecretWithWeights');
      expect(kept(form, { quorum })).toBe('SecretByCategory');
    }
    expect(kept('hidden', { weights, quorum })).toBeNull();
  });
  it('D-3: is not secret below three voters, who are people and not seats', () => {
    const few = formRefusal('secret', everyForm, sitters('s1', 's2'));
    const one = [...sitters('s1', 's2'), { seat: 's3', person: personOf('s1') }];
    expect([few?.outcome, formRefusal('secret', everyForm, one)?.outcome]).toEqual([
      'refused',
      'refused',
    ]);
    expect(formRefusal('secret', everyForm, sitters('s1', 's2', 's3'))).toBeNull();
    expect(formRefusal('hidden', everyForm, sitters('s1'))).toBeNull();
  });
});

const seats = ['s1', 's2', 's3', 's4', 's5'];
const body: Omit<Count, 'ballots'> = {
  ...{ seats: 5, entitled: seats, chair: 's1', recused: [], present: seats },
};
const ballotsOf = (...choices: VoteChoice[]): Ballot[] =>
  choices.map((choice, i) => ({ seat: seats[i] ?? '', choice }));
const tallyOf = (ballots: readonly Ballot[]) => {
  const of = (choice: VoteChoice) => ballots.filter((one) => one.choice === choice).length;
  return { for: of('for'), against: of('against'), abstain: of('abstain') };
};

describe('the outcome of a secret vote', () => {
  const chairDecides: Rulebook = { ...rulebookPresets.steeringCommittee };

  it('D-3: is the same whoever voted how, and that of a named vote without a casting vote', () => {
    const votes = fc.array(fc.constantFrom(...voteChoices), { minLength: 3, maxLength: 5 });
    const rulebooks = fc.constantFrom<Rulebook[]>(
      ...[rulebookPresets.italianCollegialBody, rulebookPresets.qualifiedMajority],
      ...[rulebookPresets.steeringConsent, rulebookPresets.interregMonitoringCommittee],
    );
    fc.assert(
      fc.property(votes, rulebooks, (choices, rulebook) => {
        const ballots = ballotsOf(...choices);
        const apart = detached(
          ballots.map(({ seat }) => seat),
          tallyOf(ballots),
        );
        expect(tallyOf(apart)).toStrictEqual(tallyOf(ballots));
        const secret = outcomeIn('secret', { ...body, ballots: apart }, rulebook);
        const named = outcomeOf({ ...body, ballots }, rulebook);
        const steps = secret.trace.filter(({ step }) => step !== 'secrecy');
        expect([secret.outcome, steps]).toStrictEqual([named.outcome, named.trace]);
      }),
    );
  });
  it('D-3: takes no casting vote, which would say how the chair voted', () => {
    const ballots = ballotsOf('for', 'for', 'against', 'against');
    const count = { ...body, present: seats.slice(0, 4), ballots };
    expect(outcomeIn('hidden', count, chairDecides).outcome).toBe('approved');
    const secret = outcomeIn('secret', count, chairDecides);
    expect(secret.outcome).toBe('rejected');
    expect(secret.trace.find(({ step }) => step === 'tie')?.en).toMatch(/the proposal falls/);
    const postponed = outcomeIn('secret', count, { ...chairDecides, tieUnpresided: 'postponed' });
    expect(postponed.outcome).toBe('postponed');
  });
  it('D-3: says that it discloses every vote where all voted the same, and only there', () => {
    const said = (form: 'named' | 'secret', ...choices: VoteChoice[]) =>
      outcomeIn(form, { ...body, ballots: ballotsOf(...choices) }, chairDecides).trace.find(
        ({ step }) => step === 'secrecy',
      );
    expect(said('secret', 'for', 'for', 'for')).toMatchObject({
      holds: false,
      numbers: { votes: 3 },
    });
    expect(said('secret', 'against', 'against', 'against')?.en).toMatch(/discloses every vote/);
    expect(said('secret', 'for', 'for', 'abstain')).toBeUndefined();
    expect(said('named', 'for', 'for', 'for')).toBeUndefined();
  });
});
