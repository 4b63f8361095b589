import { describe, expect, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import * as a from './sitting.examples.js';
import type { SittingEvent, VoteClosed } from './sitting.events.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const at = a.start;
const grounds = { roll: { ...a.roll, rulebook: a.everyForm }, plan: null };
const secretary = { ...someone.by, person: a.personOf('s9') };
const voting = a.votingIn('secretOnPaper');
const tellers = [a.personOf('s1'), a.personOf('s2')];
const record = (more: object = {}, by = secretary) => ({
  type: 'RecordSecretTally' as const,
  data: {
    ...{ item: a.item, textSha256: a.text, voters: ['s3', 's1', 's2'] },
    ...{ for: 2, against: 1, abstain: 0, tellers, grounds, ...more },
  },
  ...{ at, by },
});
const voter = (seat: string) => ({ seat, person: a.personOf(seat) });
const tallied = (more: object = {}): SittingEvent => ({
  type: 'SecretBallotTallied',
  data: {
    ...{ item: a.item, textSha256: a.text, voters: [voter('s1'), voter('s2'), voter('s3')] },
    ...{ tally: { for: 2, against: 1, abstain: 0 }, tellers, talliedAt: at, ...more },
  },
});
const close = { type: 'CloseVote', data: { item: a.item, grounds }, at } as const;
const closed = (events: readonly SittingEvent[]) => {
  const state = events.reduce((folded, event) => sitting.evolve(folded, event), sitting.initial);
  const decided = sitting.decide({ ...someone, ...close }, state);
  return decided.outcome === 'refused' ? decided.refusal.code : (decided.events[0] as VoteClosed);
};

describe('sitting, a secret vote on paper', () => {
  it('D-2, D-3, D-1: is recorded as a tally with its tellers, who voted in the order of seats', () =>
    given(...voting)
      .when(record())
      .then(tallied()));
  it('D-2, D-1: is tallied once, before it is closed', () => {
    given(...voting, tallied())
      .when(record())
      .thenRefused('TalliedAlready');
    given(...voting)
      .when(close)
      .thenRefused('NotTallied');
  });
  it('D-2: its outcome is computed from the tally, never typed in', () => {
    const event = closed([...voting, tallied()]);
    expect(event).toMatchObject({
      type: 'VoteClosed',
      data: {
        ...{ outcome: 'approved', tally: { for: 2, against: 1, abstain: 0, recused: 0 } },
        voters: [voter('s1'), voter('s2'), voter('s3')],
      },
    });
    const lost = closed([...voting, tallied({ tally: { for: 1, against: 2, abstain: 0 } })]);
    expect(lost).toMatchObject({ data: { outcome: 'rejected' } });
  });
  it('D-2, D-3: of no other vote a tally is recorded, and on paper nobody casts', () => {
    given(...a.voting())
      .when(record())
      .thenRefused('NotOnPaper');
    given(...a.votingIn('secret'))
      .when(record())
      .thenRefused('NotOnPaper');
    given(...voting)
      .when({
        type: 'CastVote',
        data: { item: a.item, seat: 's2', choice: 'for', textSha256: a.text, grounds },
        by: { ...someone.by, person: a.personOf('s2') },
      })
      .thenRefused('CastOnPaper');
  });
  it('X-8: on the text that was voted on', () =>
    given(...voting)
      .when(record({ textSha256: a.otherText }))
      .thenRefused('OtherText'));
  it('D-1: by the secretary, and X-5: not by one who counted', () => {
    given(...voting)
      .when(record({}, { ...someone.by, person: a.personOf('s1') }))
      .thenRefused('NotTheSecretary');
    given(...voting)
      .when(record({ tellers: [...tellers, a.personOf('s9')] }))
      .thenRefused('TellerRecords');
  });
  it('D-2: with two tellers at least, different ones, who are there', () => {
    const refused = (...these: string[]) =>
      given(...voting)
        .when(record({ tellers: these.map((seat) => a.personOf(seat)) }))
        .thenRefused('TooFewTellers');
    refused('s1');
    refused('s1', 's1');
    refused('s1', 's7');
  });
  it('D-2: as many papers as voters, each voter once', () => {
    given(...voting)
      .when(record({ for: 3 }))
      .thenRefused('TallyMismatch');
    given(...voting)
      .when(record({ voters: ['s1', 's2', 's2'] }))
      .thenRefused('TallyMismatch');
  });
  it('D-3: of three voters at least', () =>
    given(...voting)
      .when(record({ voters: ['s1', 's2'], for: 2, against: 0 }))
      .thenRefused('TooFewForSecret'));
  it('D-1, GB-3: of who was entitled and there, also of who left after voting', () => {
    const refused = (seat: string, code: string, events: SittingEvent[]) =>
      given(...events)
        .when(record({ voters: ['s1', 's2', seat] }))
        .thenRefused(code);
    refused('s5', 'SeatNotEntitled', voting);
    refused('s4', 'VoterAbsent', a.votingIn('secretOnPaper', 's1', 's2', 's3'));
    refused('s3', 'SeatRecused', [...voting, ...a.recusal('s3')]);
    given(...voting, a.left('s3'))
      .when(record())
      .then(tallied());
  });
  it('GB-3, D-1: who is recused after the tally makes it void: the paper lies among the others', () => {
    const { type, data } = {
      type: 'VoteVoided',
      data: { item: a.item, decision: a.decision },
    } as const;
    const voided = { ...data, textSha256: a.text, cause: 'voterRecused', voidedAt: at } as const;
    given(...voting, tallied(), ...a.recusal('s3'))
      .when(close)
      .then({ type, data: voided });
    expect(closed([...voting, tallied(), ...a.recusal('s4')])).toMatchObject({
      type: 'VoteClosed',
    });
  });
});

describe('sitting, a named vote taken by the secretary', () => {
  const cast = (more: object, seat = 's9') => ({
    type: 'CastVote' as const,
    data: {
      ...{ item: a.item, seat: 's2', choice: 'for' as const, textSha256: a.text },
      ...{ grounds, ...more },
    },
    ...{ at, by: { ...someone.by, person: a.personOf(seat) } },
  });
  const taken = (how: 'rollCall' | 'showOfHands'): SittingEvent => {
    const { type, data } = a.voteCast('s2', 'for');
    return { type, data: { ...data, recorded: how } };
  };

  it('D-1: says whether by show of hands or by roll call', () => {
    for (const how of ['rollCall', 'showOfHands'] as const) {
      given(...a.voting())
        .when(cast({ recorded: how }))
        .then(taken(how));
    }
    given(...a.voting())
      .when(cast({}))
      .then(a.voteCast('s2', 'for'));
  });
  it('D-1: and nobody else says so', () =>
    given(...a.voting())
      .when(cast({ recorded: 'rollCall' }, 's2'))
      .thenRefused('OnlyForTheRecord'));
});
