import { describe, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const at = a.start;
const grounds = { roll: a.roll, plan: null };
const by = (seat: string) => ({ ...someone.by, person: a.personOf(seat) });

describe('sitting, casting a vote', () => {
  const cast = (seat: string, more: object = {}, person = seat) =>
    ({
      type: 'CastVote',
      data: { item: a.item, seat, choice: 'for', textSha256: a.text, grounds, ...more },
      at,
      by: by(person),
    }) as const;
  const forIt = (seat: string) => a.voteCast(seat, 'for');

  it('D-1: by the holder of the seat', () => {
    given(...a.voting())
      .when(cast('s2'))
      .then(forIt('s2'));
    given(...a.voting())
      .when(cast('s2', {}, 's3'))
      .thenRefused('NotTheVoter');
  });
  it('D-1: recorded for the holder by the secretary', () =>
    given(...a.voting())
      .when(cast('s2', {}, 's9'))
      .then(forIt('s2')));
  it('D-1: once', () => {
    given(...a.voting(), forIt('s2'))
      .when(cast('s2', { choice: 'against' }))
      .thenRefused('VotedAlready');
    given(...a.voting(), forIt('s2'))
      .when(cast('s3'))
      .then(forIt('s3'));
  });
  it('D-1: not before the vote opens', () => {
    given(...a.inSession())
      .when(cast('s2'))
      .thenRefused('VoteNotOpen');
    given(a.convened).when(cast('s2')).thenRefused('VoteNotOpen');
  });
  it('D-1: not after it closed', () =>
    given(...a.voting(), a.closedWith({ present: ['s1', 's2', 's3', 's4'] }))
      .when(cast('s2'))
      .thenRefused('VoteNotOpen'));
  it('D-1: by a seat that was entitled', () =>
    given(...a.voting())
      .when(cast('s5'))
      .thenRefused('SeatNotEntitled'));
  it('D-1: by who is present', () => {
    given(...a.voting('s1', 's2', 's3'))
      .when(cast('s4'))
      .thenRefused('VoterAbsent');
    given(...a.voting('s1', 's2', 's3'), a.arrived('s4'))
      .when(cast('s4'))
      .then(forIt('s4'));
    given(...a.voting(), a.left('s4'))
      .when(cast('s4'))
      .thenRefused('VoterAbsent');
  });
  it('GB-3, D-1: not by who is recused, before or after the opening', () => {
    given(...a.inSession(), ...a.recusal('s4'), a.voteOpened(['s4']))
      .when(cast('s4'))
      .thenRefused('SeatRecused');
    given(...a.voting(), ...a.recusal('s4'))
      .when(cast('s4'))
      .thenRefused('SeatRecused');
    given(...a.voting(), a.conflict('s4'), a.upheld('s4'))
      .when(cast('s4'))
      .thenRefused('SeatRecused');
    given(...a.voting(), ...a.recusal('s4'))
      .when(cast('s3'))
      .then(forIt('s3'));
  });
  it('X-7, D-1: not by who has declared a conflict, until it is dismissed', () => {
    given(...a.voting(), a.conflict('s4'))
      .when(cast('s4'))
      .thenRefused('ConflictUnresolved');
    given(...a.voting(), a.conflict('s4'), a.dismissed('s4'))
      .when(cast('s4'))
      .then(forIt('s4'));
  });
  it('X-8: on the frozen text', () =>
    given(...a.voting())
      .when(cast('s2', { textSha256: a.otherText }))
      .thenRefused('OtherText'));
  it('X-12: on an item that there is', () =>
    given(...a.voting())
      .when(cast('s2', { item: 'i9' }))
      .thenRefused('ItemUnknown'));
});

describe('sitting, closing a vote', () => {
  const close = { type: 'CloseVote', data: { item: a.item, grounds }, at } as const;
  const voteOf = (seat: string, choice: 'for' | 'against') => ({ seat, choice });
  const all = ['s1', 's2', 's3', 's4'];

  it('D-2, D-1: computes the outcome from the votes cast', () => {
    const votes = [a.voteCast('s1', 'for'), a.voteCast('s2', 'for'), a.voteCast('s3', 'against')];
    const ballots = [voteOf('s1', 'for'), voteOf('s2', 'for'), voteOf('s3', 'against')];
    const result = a.closedWith({ present: all, ballots });
    given(...a.voting(), ...votes)
      .when(close)
      .then(result);
    given(...a.voting(), ...votes, result)
      .when(close)
      .thenRefused('VoteNotOpen');
  });
  it('GB-2, D-1: the quorum is verified again; who left after voting has voted', () => {
    const votes = [a.voteCast('s1', 'for'), a.voteCast('s4', 'for')];
    const ballots = [voteOf('s1', 'for'), voteOf('s4', 'for')];
    const three = a.closedWith({ present: ['s1', 's2', 's3'], ballots });
    given(...a.voting(), ...votes, a.left('s4'))
      .when(close)
      .then(three);
    const two = a.closedWith({ present: ['s1', 's2'], ballots });
    given(...a.voting(), ...votes, a.left('s4'), a.left('s3'))
      .when(close)
      .then(two);
  });
  it('GB-3, D-1: a cancelled vote does not count', () => {
    const cancelled: SittingEvent = {
      type: 'VoteCancelled',
      data: { item: a.item, seat: 's4', choice: 'for' },
    };
    given(
      ...a.voting(),
      a.voteCast('s4', 'for'),
      a.voteCast('s1', 'against'),
      ...a.recusal('s4'),
      cancelled,
    )
      .when(close)
      .then(a.closedWith({ present: all, ballots: [voteOf('s1', 'against')], recused: ['s4'] }));
  });
  it('X-7, GB-3: waits for a declared conflict and its recusal', () => {
    given(...a.voting(), a.conflict('s4'))
      .when(close)
      .thenRefused('ConflictUnresolved');
    given(...a.voting(), a.conflict('s4'), a.upheld('s4'))
      .when(close)
      .thenRefused('RecusalNotRecorded');
  });
  it('X-12: on an item that there is', () =>
    given(...a.voting())
      .when({ ...close, data: { item: 'i9', grounds } })
      .thenRefused('ItemUnknown'));
  it('X-11, D-1: not before it opened', () =>
    given(...a.inSession())
      .when(close)
      .thenRefused('VoteNotOpen'));
});
