import { describe, expect, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import type { Rulebook } from '../contract/index.js';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const at = a.start;
const roll = { ...a.roll, rulebook: a.everyForm };
const grounds = { roll, plan: null };
const by = (seat: string) => ({ ...someone.by, person: a.personOf(seat) });
const lies = (seat: string | null) => ({
  ballot: { sealed: 'sealed s2', lies: seat === null ? null : a.personOf(seat) },
});
const cast = (seat: string, more: object = lies(null), person = seat) => ({
  type: 'CastVote' as const,
  data: {
    ...{ item: a.item, seat, choice: 'for' as const, textSha256: a.text },
    grounds: { ...grounds, ...more },
  },
  at,
  by: by(person),
});
const close = (more: object = {}) => ({
  type: 'CloseVote' as const,
  data: { item: a.item, grounds: { ...grounds, ...more } },
  at,
});
const voided = (cause: 'boxLost' | 'tooFewVoters' | 'voterRecused'): SittingEvent => {
  const of = { item: a.item, decision: a.decision, textSha256: a.text };
  return { type: 'VoteVoided', data: { ...of, cause, voidedAt: at } };
};
const settled: Rulebook = { ...a.everyForm, closing: 'settled' };
/** What closing a vote after these facts comes to. */
const closing = (events: readonly SittingEvent[], more: object) => {
  const state = events.reduce((folded, event) => sitting.evolve(folded, event), sitting.initial);
  const decided = sitting.decide({ ...someone, ...close(more) }, state);
  if (decided.outcome === 'refused') return decided.refusal.code;
  const [event] = decided.events;
  return event?.type === 'VoteClosed' ? event.data : event?.type;
};
const under = (rulebook: Rulebook, events: readonly SittingEvent[]): SittingEvent[] =>
  events.map((event) =>
    event.type === 'VoteOpened' ? { ...event, data: { ...event.data, rulebook } } : event,
  );
const voter = (seat: string) => ({ seat, person: a.personOf(seat) });

describe('sitting, opening a vote in a form', () => {
  const open = (ballot?: 'hidden' | 'secret', more: object = { roll }) => ({
    type: 'OpenVote' as const,
    data: {
      ...{ item: a.item, textSha256: a.text, ...(ballot && { ballot }) },
      grounds: { roll, sitting: a.sittingId, decision: a.scheduled, plan: null, ...more },
    },
    at,
  });

  it('D-1: in one that the body votes in', () => {
    given(...a.inSession())
      .when(open('hidden'))
      .then(...a.votingIn('hidden').slice(-1));
    given(...a.inSession())
      .when(open('hidden', { roll: a.roll }))
      .thenRefused('FormNotAllowed');
    given(...a.inSession())
      .when(open(undefined, { roll: a.roll }))
      .then(a.voteOpened());
  });
  it('D-3: a secret one with three voters there, not with a third who is recused', () => {
    given(...a.inSession('s1', 's2', 's3'))
      .when(open('secret'))
      .then(...a.votingIn('secret').slice(-1));
    given(...a.inSession('s1', 's2', 's3', 's4'), ...a.recusal('s3'), ...a.recusal('s4'))
      .when(open('secret', { roll: { ...roll, rulebook: { ...a.everyForm, quorum: two } } }))
      .thenRefused('TooFewForSecret');
  });
});

const two = { kind: 'count', n: 2 } as const;

describe('sitting, a hidden vote', () => {
  it('D-3, D-1: keeps the choice sealed in the fact', () =>
    given(...a.votingIn('hidden'))
      .when(cast('s2'))
      .then(a.voteSealed('s2')));
  it('D-1, D-3: is cast once, and for oneself alone', () => {
    given(...a.votingIn('hidden'), a.voteSealed('s2'))
      .when(cast('s2'))
      .thenRefused('VotedAlready');
    given(...a.votingIn('hidden'))
      .when(cast('s2', lies(null), 's9'))
      .thenRefused('CastByOneself');
    given(...a.votingIn('hidden'))
      .when(cast('s2', lies(null), 's3'))
      .thenRefused('NotTheVoter');
  });
  it('D-3, D-1: takes no vote once its key is lost, and is void when it is closed', () => {
    given(...a.votingIn('hidden'))
      .when(cast('s2', { ballot: null }))
      .thenRefused('BoxLost');
    given(...a.votingIn('hidden'), a.voteSealed('s2'))
      .when(close({ box: null }))
      .then(voided('boxLost'));
  });
  it('D-2, D-3: publishes at its closing the key and what it opens, and is counted from that', () => {
    const events = [
      ...a.votingIn('hidden'),
      ...['s1', 's2', 's3'].map((seat) => a.voteSealed(seat)),
    ];
    const { box } = a.boxOf({ s1: 'for', s2: 'for', s3: 'against' });
    expect(closing(events, { box })).toMatchObject({
      ...{ outcome: 'approved', tally: { for: 2, against: 1, abstain: 0 } },
      ...{ key: box.key, ballots: box.ballots },
    });
  });
  it('GB-3: a recusal cancels without a word of the choice, and what it cancelled does not count', () => {
    const recusal: SittingEvent[] = [a.conflict('s2'), a.upheld('s2')];
    const voted = [...a.votingIn('hidden'), a.voteSealed('s2'), a.voteSealed('s3'), ...recusal];
    const out = { item: a.item, seat: 's2' };
    const facts: SittingEvent[] = [
      a.recused('s2'),
      { type: 'SeatRecusedFromVote', data: out },
      { type: 'VoteCancelled', data: out },
    ];
    given(...voted)
      .when({ type: 'RecordRecusal', data: out })
      .then(...facts);
    const found = closing([...voted, ...facts], a.boxOf({ s2: 'against', s3: 'for' }));
    expect(found).toMatchObject({ tally: { for: 1, against: 0, recused: 1 } });
  });
  it('D-2: closes early only when all who are there have voted, never for how it stands', () => {
    const three = ['s1', 's2', 's3'].map((seat) => a.voteSealed(seat));
    const events = under(settled, [...a.votingIn('hidden'), ...three]);
    const all = { s1: 'for', s2: 'for', s3: 'for' } as const;
    expect(closing(events, a.boxOf(all))).toBe('NotAllVoted');
    const gone = closing([...events, a.left('s4')], a.boxOf(all));
    expect(gone).toMatchObject({ outcome: 'approved' });
  });
});

describe('sitting, a secret vote', () => {
  const voting = a.votingIn('secret');
  it('D-3: leaves no fact of a paper', () =>
    given(...voting)
      .when(cast('s2'))
      .then());
  it('D-1: is cast once for a seat, whoever laid the paper; its neighbour may vote', () => {
    given(...voting)
      .when(cast('s2', lies('s2')))
      .thenRefused('VotedAlready');
    given(...voting)
      .when(cast('s3', lies(null)))
      .then();
  });
  it('D-3, D-1: is recorded by nobody for others, and not into a box that is lost', () => {
    given(...voting)
      .when(cast('s2', lies(null), 's9'))
      .thenRefused('CastByOneself');
    given(...voting)
      .when(cast('s2', { ballot: null }))
      .thenRefused('BoxLost');
    given(...voting)
      .when(close({ box: null }))
      .then(voided('boxLost'));
  });
  it('D-3: its closing names who voted in the order of seats, and the tally; no choice of a seat', () => {
    const found = closing(voting, a.boxOf({ s3: 'against', s1: 'for', s2: 'for' }));
    expect(found).toMatchObject({
      ...{ outcome: 'approved', tally: { for: 2, against: 1, abstain: 0, recused: 0 } },
      voters: [voter('s1'), voter('s2'), voter('s3')],
    });
    expect(found).not.toHaveProperty('key');
    expect(found).not.toHaveProperty('ballots');
    expect(found).toEqual(closing(voting, a.boxOf({ s1: 'against', s3: 'for', s2: 'for' })));
  });
  it('GB-3, D-3: a recusal says nothing of a paper; the closing says whose did not count', () => {
    const recusal: SittingEvent[] = [a.conflict('s4'), a.upheld('s4')];
    const out = { item: a.item, seat: 's4' };
    const facts: SittingEvent[] = [a.recused('s4'), { type: 'SeatRecusedFromVote', data: out }];
    given(...voting, ...recusal)
      .when({ type: 'RecordRecusal', data: out })
      .then(...facts);
    const votes = a.boxOf({ s1: 'for', s2: 'for', s3: 'against', s4: 'against' });
    expect(closing([...voting, ...recusal, ...facts], votes)).toMatchObject({
      ...{ tally: { for: 2, against: 1, recused: 1 }, cancelled: [voter('s4')] },
      voters: [voter('s1'), voter('s2'), voter('s3')],
    });
  });
  it('GB-3, D-1: the paper of who is out may be replaced by who now sits for the seat', () => {
    const sat: SittingEvent[] = [
      ...a.recusal('s4'),
      { type: 'SeatRecusedFromVote', data: { item: a.item, seat: 's4' } },
    ];
    given(...voting, ...sat)
      .when(cast('s2', lies('s4')))
      .then();
    given(...voting, ...sat)
      .when(cast('s2', lies('s3')))
      .thenRefused('VotedAlready');
  });
  it('D-3, D-1: with fewer than three papers it waits for who is there, and is void where nobody is left', () => {
    const few = a.boxOf({ s1: 'for', s2: 'for' });
    expect(closing(voting, few)).toBe('FewerThanThree');
    given(...voting, a.left('s3'), a.left('s4'))
      .when(close(few))
      .then(voided('tooFewVoters'));
    expect(closing([...voting, a.left('s3')], few)).toBe('FewerThanThree');
  });
  it('D-2: closes early only when all who are there have voted', () => {
    const three = a.boxOf({ s1: 'for', s2: 'for', s3: 'for' });
    expect(closing(under(settled, voting), three)).toBe('NotAllVoted');
    expect(closing(voting, three)).toMatchObject({ outcome: 'approved' });
  });
  it('D-3: a unanimous result says that it discloses every vote', () => {
    const steps = (votes: object) => {
      const found = closing(voting, votes) as { trace: readonly { step: string }[] };
      return found.trace.map(({ step }) => step);
    };
    expect(steps(a.boxOf({ s1: 'for', s2: 'for', s3: 'for' }))).toContain('secrecy');
    expect(steps(a.boxOf({ s1: 'for', s2: 'for', s3: 'against' }))).not.toContain('secrecy');
  });
  it('D-3: has no casting vote of the chair', () => {
    const rulebook: Rulebook = { ...rulebookPresets.steeringCommittee, ballots: ['secret'] };
    const votes = a.boxOf({ s1: 'for', s2: 'for', s3: 'against', s4: 'against' });
    expect(closing(under(rulebook, voting), votes)).toMatchObject({ outcome: 'rejected' });
  });
});
