import { describe, expect, it } from '@jest/globals';
import { resolveDeadline } from '@tavolo/graphql';
import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import type { Rulebook } from '../contract/index.js';
import { neededOf, outcomeOf, quorumOf } from './outcome.js';
import type { Count } from './outcome.js';
import * as p from './procedure.examples.js';
import { procedure } from './procedure.js';
import * as a from './sitting.examples.js';
import { sitting } from './sitting.js';
import type { SittingEvent } from './sitting.events.js';

const given = specificationFor(sitting);
const inWriting = specificationFor(procedure);
const at = a.start;
const grounds = { roll: a.roll, plan: null };
const by = (seat: string) => ({ ...someone.by, person: a.personOf(seat) });
const cast = (seat: string, person = seat) =>
  ({
    type: 'CastVote',
    data: { item: a.item, seat, choice: 'for', textSha256: a.text, grounds },
    at,
    by: by(person),
  }) as const;
const open = (more: object = {}, grounds: object = {}) =>
  ({
    type: 'OpenVote',
    data: {
      ...{ item: a.item, textSha256: a.text },
      grounds: {
        ...{ sitting: a.sittingId, roll: { ...a.roll, ...more }, decision: a.scheduled },
        ...{ plan: null, ...grounds },
      },
    },
    at,
  }) as const;
const close = {
  type: 'CloseVote',
  data: { item: a.item, grounds },
  at,
} as const;
const count = (more: Partial<Count>): Count => ({
  ...{ seats: 4, entitled: ['s1', 's2', 's3', 's4'], chair: 's1', recused: [] },
  ...{ present: ['s1', 's2', 's3', 's4'], ballots: [], ...more },
});
const all = (choice: 'for' | 'against' | 'abstain', ...seats: string[]) =>
  seats.map((seat) => ({ seat, choice }));
const delegated: SittingEvent = {
  type: 'AttendanceDelegated',
  data: { seat: 's1', person: a.personOf('s1'), to: 's2', notice: a.minutes },
};
const delegateSits: SittingEvent = {
  type: 'MemberArrived',
  data: { seat: 's1', person: a.personOf('s2'), arrivedAt: at, as: 'delegate' },
};

describe('pitfalls of bodies', () => {
  it('weights vs heads in base', () => {
    const weights = [
      { category: 'regione', weight: 5 },
      { category: 'comuni', weight: 1 },
    ];
    const majority = { base: 'present', num: 1, den: 2, strict: true } as const;
    const rules: Rulebook = { ...a.roll.rulebook, majority, weights };
    const categories = { s1: 'regione', s2: 'comuni', s3: 'comuni', s4: 'comuni' };
    // Three heads of eight would fail, three weights of four heads would pass: neither is mixed.
    const three = outcomeOf(count({ categories, ballots: all('for', 's2', 's3', 's4') }), rules);
    expect(three.outcome).toBe('rejected');
    expect(three.trace.find(({ step }) => step === 'majority')?.numbers).toMatchObject({
      ...{ for: 3, base: 8, needed: 5 },
    });
    const one = outcomeOf(count({ categories, ballots: all('for', 's1') }), rules);
    expect(one.outcome).toBe('approved');
    const weighed = { rulebook: { ...rules, weights: weights.slice(0, 1) } };
    given(...a.inSession())
      .when(open(weighed))
      .thenRefused('WeightMissing');
  });
  it('recused member changing quorum mid-sitting', () => {
    const voting = [...a.voting('s1', 's2', 's3'), a.voteCast('s1', 'for'), ...a.recusal('s3')];
    const ballots = all('for', 's1');
    const result = a.closedWith({ present: ['s1', 's2', 's3'], ballots, recused: ['s3'] });
    expect(result.data.outcome).toBe('inquorate');
    given(...voting)
      .when(close)
      .then(result);
  });
  it('member leaving (presence lost) between items', () => {
    given(...a.inSession('s1', 's2', 's3'), a.left('s3'))
      .when(open())
      .thenRefused('QuorumLost');
    given(...a.inSession('s1', 's2', 's3', 's4'), a.left('s4'))
      .when(open())
      .then(a.voteOpened());
  });
  it('seat vacant (Cons. Stato: count per statute)', () => {
    const half = { kind: 'fraction', num: 1, den: 2, strict: true } as const;
    const body = { ...count({ seats: 8 }), present: ['s1', 's2', 's3', 's4'] };
    expect(quorumOf(body, { ...half, of: 'seats' }).reached).toBe(false);
    expect(quorumOf(body, { ...half, of: 'seatsFilled' }).reached).toBe(true);
  });
  it('voter list changed after opening', () => {
    given(...a.voting(), a.arrived('s5'))
      .when(cast('s5'))
      .thenRefused('SeatNotEntitled');
    given(...a.voting())
      .when(cast('s4'))
      .then(a.voteCast('s4', 'for'));
  });
  it('abstain-only majority', () => {
    const ballots = all('abstain', 's1', 's2', 's3');
    const rules = a.roll.rulebook;
    expect(outcomeOf(count({ ballots }), rules).outcome).toBe('rejected');
    const one = [...ballots, ...all('for', 's4')];
    expect(outcomeOf(count({ ballots: one }), rules).outcome).toBe('approved');
  });
  it('tie with absent chair', () => {
    const ballots = [...all('for', 's2'), ...all('against', 's3')];
    const votes = count({ present: ['s2', 's3', 's4'], ballots });
    const rules: Rulebook = { ...a.roll.rulebook, tie: 'chairDecides' };
    expect(outcomeOf(votes, rules).outcome).toBe('rejected');
    expect(outcomeOf({ ...votes, viceChair: 's2' }, rules).outcome).toBe('approved');
    const adjourned: Rulebook = { ...rules, tieUnpresided: 'postponed' };
    expect(outcomeOf(votes, adjourned).outcome).toBe('postponed');
    // A second vote is of who is there to cast it; the lot asks for nobody.
    const second: Rulebook = { ...rules, tie: 'chairSecond' };
    expect(outcomeOf(votes, second).outcome).toBe('rejected');
    expect(outcomeOf({ ...votes, viceChair: 's2' }, second)).toMatchObject({
      ...{ outcome: 'tied', tie: { rule: 'chairSecond', seat: 's2' } },
    });
    expect(outcomeOf(votes, { ...adjourned, tie: 'chairSecond' }).outcome).toBe('postponed');
    expect(outcomeOf(votes, { ...rules, tie: 'lot' }).outcome).toBe('tied');
  });
  it('proxy for a recused member', () => {
    const history = [a.convened, delegated, a.opened, a.arrived('s2'), delegateSits];
    const there = [a.arrived('s3'), a.arrived('s4')];
    given(...history, ...there, ...a.recusal('s1'), a.voteOpened(['s1']))
      .when(cast('s1', 's2'))
      .thenRefused('SeatRecused');
    given(...history, ...there, ...a.recusal('s1'), a.voteOpened(['s1']))
      .when(cast('s2'))
      .then(a.voteCast('s2', 'for'));
  });
  it('alternate and titular both present', () => {
    const alternate = 'person-11' as PersonRef;
    const members = [{ ...a.memberOf('s1'), alternate }];
    const roll = { ...a.roll, members };
    const arrive = (as?: 'alternate') =>
      ({
        type: 'RecordArrival',
        data: { seat: 's1', ...(as && { as }), grounds: { roll } },
        at,
      }) as const;
    given(a.convened, a.opened, a.arrived('s1'))
      .when(arrive('alternate'))
      .thenRefused('SeatSatFor');
    given(a.convened, a.opened)
      .when(arrive('alternate'))
      .then({
        type: 'MemberArrived',
        data: { seat: 's1', person: alternate, arrivedAt: at, as: 'alternate' },
      });
  });
  it('delegation revoked after cast', () => {
    const history = [a.convened, delegated, a.opened, a.arrived('s2'), delegateSits];
    const voted: SittingEvent = {
      type: 'VoteCast',
      data: { ...a.voteCast('s1', 'for').data, person: a.personOf('s2') },
    };
    const voting = [...history, a.arrived('s3'), a.voteOpened()];
    const data = { seat: 's1', grounds: { roll: a.roll } };
    const revoke = { type: 'RevokeDelegation', data, at, by: by('s1') } as const;
    const revoked: SittingEvent[] = [
      { type: 'AttendanceDelegationRevoked', data: { seat: 's1', to: 's2' } },
      { type: 'MemberLeft', data: { seat: 's1', person: a.personOf('s2'), leftAt: at } },
    ];
    given(...voting, voted)
      .when(revoke)
      .then(...revoked);
    // The vote stands, and who was to vote for the seat votes for it no more.
    const ballots = all('for', 's1');
    given(...voting, voted, ...revoked)
      .when(close)
      .then(a.closedWith({ present: ['s2', 's3'], ballots }));
    given(...voting, ...revoked)
      .when(cast('s1', 's2'))
      .thenRefused('NotTheVoter');
  });
  it('deadline in local time zone (Europe/Rome DST)', () => {
    // The clocks go forward on 31 March 2030: that night has one hour less, and no day is less.
    const at_ = (local: string) => resolveDeadline({ local, zone: 'Europe/Rome' });
    const [deadline, day] = [at_('2030-03-31T12:00'), (date: string) => date as LocalDate];
    expect([at_('2030-03-30T12:00'), deadline]).toEqual([
      '2030-03-30T11:00:00.000Z',
      '2030-03-31T10:00:00.000Z',
    ]);
    expect(() => at_('2030-03-31T02:30')).toThrow(/does not exist/u);
    const by_ = { ...someone.by, person: p.secretary };
    const opening = (today: string) => {
      const grounds = { roll: p.roll, plan: null, decision: p.ready, closesOn: day('2030-03-31') };
      const matter = { board: p.board, kind: 'written', decision: p.decision } as const;
      const data = { ...matter, textSha256: p.text, papers: [], deadline, grounds };
      return { type: 'OpenProcedure', data, today: day(today), by: by_ } as const;
    };
    const openedOn = day('2030-03-21');
    const opened = p.opened('written', { deadline, closesOn: day('2030-03-31'), openedOn });
    inWriting().when(opening('2030-03-22')).thenRefused('DeadlineTooSoon');
    inWriting().when(opening('2030-03-21')).then(opened);
    const reply = (instant: string) => {
      const data = { seat: 's2', choice: 'for', textSha256: p.text, grounds: p.grounds } as const;
      return {
        type: 'CastReply',
        data,
        ...p.by(p.personOf('s2')),
        at: instant as Instant,
      } as const;
    };
    // Noon in winter time is an hour late.
    inWriting(opened).when(reply('2030-03-31T11:00:00.000Z')).thenRefused('DeadlineOver');
    inWriting(opened).when(reply(deadline)).thenRefused('DeadlineOver');
    const last = '2030-03-31T09:59:59.999Z' as Instant;
    const { data } = p.reply('s2', 'for');
    inWriting(opened)
      .when(reply(last))
      .then({ type: 'ReplyCast', data: { ...data, castAt: last } });
  });
  it('content edited after opening', () => {
    const another = { ...a.scheduled, textSha256: a.otherText };
    given(...a.inSession())
      .when(open({}, { decision: another }))
      .thenRefused('OtherText');
    given(...a.voting())
      .when({ ...cast('s2'), data: { ...cast('s2').data, textSha256: a.otherText } })
      .thenRefused('OtherText');
  });
  it('body dissolved mid-route', () => {
    const termUntil = '2029-12-31' as LocalDate;
    const opened = a.voteOpened();
    given(...a.inSession())
      .when(open({ termUntil }))
      .thenRefused('TermOver');
    given(...a.inSession())
      .when(open({ termUntil: someone.today }))
      .then({ ...opened, data: { ...opened.data, termUntil: someone.today } });
  });
  it('rule changed mid-route', () => {
    const rules: Rulebook = rulebookPresets.qualifiedMajority;
    const votes = [a.voteCast('s1', 'for'), a.voteCast('s2', 'for'), a.voteCast('s3', 'against')];
    const closing = (rulebook: Rulebook) => {
      const events = [...a.inSession(), a.voteOpened([], rulebook), ...votes];
      const state = events.reduce(sitting.evolve, sitting.initial);
      const decision = sitting.decide({ ...someone, ...close }, state);
      const [closed] = decision.outcome === 'accepted' ? decision.events : [];
      return closed?.type === 'VoteClosed' ? closed.data.outcome : null;
    };
    expect([closing(rules), closing(a.roll.rulebook)]).toEqual(['rejected', 'approved']);
  });
  it('two-thirds of 7 (=4.67 → 5 needed)', () => {
    expect(neededOf(7, { num: 2, den: 3, strict: false })).toBe(5);
    expect(neededOf(6, { num: 2, den: 3, strict: false })).toBe(4);
  });
});

describe('a vote that closes only when it is settled', () => {
  const rulebook: Rulebook = { ...a.roll.rulebook, closing: 'settled' };
  it('D-2: stays open while somebody there can still change it', () => {
    const voting = [...a.inSession(), a.voteOpened([], rulebook)];
    const two = [a.voteCast('s1', 'for'), a.voteCast('s2', 'for')];
    given(...voting, ...two)
      .when(close)
      .thenRefused('VoteNotSettled');
    const ballots = all('for', 's1', 's2', 's3');
    given(...voting, ...two, a.voteCast('s3', 'for'))
      .when(close)
      .then(a.closedWith({ present: ['s1', 's2', 's3', 's4'], ballots }));
  });
});
