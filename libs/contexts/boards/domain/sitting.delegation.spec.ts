import { describe, it } from '@jest/globals';
import type { LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { Rulebook } from '../contract/index.js';
import type { Roll } from './roll.js';
import { sitting } from './sitting.js';
import type { AttendanceDelegated, MemberArrived, SittingEvent } from './sitting.events.js';
import * as known from './sitting.examples.js';
import {
  arrived,
  conflict,
  convened,
  inSession,
  item,
  left,
  memberOf,
} from './sitting.examples.js';
import { opened, personOf, recused, roll, start, text, upheld } from './sitting.examples.js';
import { voteCast, voteOpened } from './sitting.examples.js';

const given = specificationFor(sitting);
const rulebook: Rulebook = { ...roll.rulebook, delegation: { max: 1, noticeDays: 3 }, video: true };
const alternate = 'person-11' as PersonRef;
const members = [{ ...memberOf('s1'), alternate }, ...['s2', 's3', 's4'].map((s) => memberOf(s))];
const withRules: Roll = { ...roll, rulebook, members };
const by = (seat: string) => ({ ...someone.by, person: personOf(seat) });
const notice = known.minutes;
const delegated = (seat: string, to: string): AttendanceDelegated => ({
  type: 'AttendanceDelegated',
  data: { seat, person: personOf(seat), to, notice },
});
const delegate = (seat: string, to: string, more: object = {}) =>
  ({
    type: 'DelegateAttendance',
    data: { seat, to, notice, grounds: { roll: withRules, ...more } },
    by: by(seat),
  }) as const;
const arrive = (seat: string, more: object = {}) =>
  ({ type: 'RecordArrival', data: { seat, grounds: { roll: withRules }, ...more } }) as const;
const sits = (seat: string, person: PersonRef, as: 'alternate' | 'delegate'): MemberArrived => ({
  type: 'MemberArrived',
  data: { seat, person, arrivedAt: start, as },
});
const now = { at: start };
const vote = (seat: string, person: PersonRef) =>
  ({
    type: 'CastVote',
    data: { item, seat, choice: 'for', textSha256: text, grounds: { roll, plan: null } },
    by: { ...someone.by, person },
    ...now,
  }) as const;

describe('a seat represented by another', () => {
  it('GB-5: by who the rulebook lets be represented, in writing and in time', () => {
    given(convened)
      .when(delegate('s1', 's2', { roll }))
      .thenRefused('DelegationNotAllowed');
    const late = { ...delegate('s1', 's2'), today: '2030-01-08' as LocalDate };
    given(convened).when(late).thenRefused('DelegationTooLate');
    const inTime = { ...delegate('s1', 's2'), today: '2030-01-07' as LocalDate };
    given(convened).when(inTime).then(delegated('s1', 's2'));
  });
  it('GB-5: nobody holds more delegations than the rulebook gives', () => {
    const one = given(convened, delegated('s1', 's2'));
    one.when(delegate('s3', 's2')).thenRefused('TooManyDelegations');
    one.when(delegate('s3', 's4')).then(delegated('s3', 's4'));
  });
  it('GB-5: a delegation is not passed on, nor given twice', () => {
    const one = given(convened, delegated('s1', 's2'));
    one.when(delegate('s2', 's3')).thenRefused('DelegationChain');
    one.when(delegate('s3', 's1')).thenRefused('DelegationChain');
    one.when(delegate('s1', 's3')).thenRefused('DelegatedAlready');
  });
  it('GB-5: a conflicted member gives none, once the conflict is dismissed they may', () => {
    given(convened, conflict('s1')).when(delegate('s1', 's2')).thenRefused('DelegatorConflicted');
    given(convened, conflict('s1'), known.dismissed('s1'))
      .when(delegate('s1', 's2'))
      .then(delegated('s1', 's2'));
  });
  it('X-3, GB-2, X-12: given by the holder or recorded by the secretary, to a member in office', () => {
    given(convened)
      .when({ ...delegate('s1', 's2'), by: by('s3') })
      .thenRefused('NotTheDelegator');
    given(convened)
      .when({ ...delegate('s1', 's2'), by: by('s9') })
      .then(delegated('s1', 's2'));
    given(convened).when(delegate('s1', 's5')).thenRefused('SeatNotInOffice');
    given(convened).when(delegate('s5', 's1')).thenRefused('SeatNotInOffice');
    given(convened)
      .when(delegate('s1', 's2', { roll: null }))
      .thenRefused('BoardUnknown');
  });
  it('GB-5, X-11: the delegate sits for it once there, and takes it along when leaving', () => {
    const history = [convened, delegated('s1', 's2'), opened];
    given(...history)
      .when(arrive('s1', { as: 'delegate' }))
      .thenRefused('NotPresent');
    given(...history, arrived('s2'))
      .when({ ...arrive('s1', { as: 'delegate' }), ...now })
      .then(sits('s1', personOf('s2'), 'delegate'));
    given(...history, arrived('s2'))
      .when(arrive('s1'))
      .thenRefused('DelegatedAlready');
    given(...history, arrived('s2'))
      .when(arrive('s3', { as: 'delegate' }))
      .thenRefused('NotDelegated');
    const gone = { type: 'RecordDeparture', data: { seat: 's2' }, ...now } as const;
    const s1Left: SittingEvent = {
      type: 'MemberLeft',
      data: { seat: 's1', person: personOf('s2'), leftAt: start },
    };
    given(...history, arrived('s2'), sits('s1', personOf('s2'), 'delegate'))
      .when(gone)
      .then(left('s2'), s1Left);
  });
  it('X-3, X-11, X-12: is taken back by its holder only', () => {
    const revoke = (seat: string, who: string, more: object = {}) =>
      ({
        type: 'RevokeDelegation',
        data: { seat, grounds: { roll: withRules, ...more } },
        by: by(who),
      }) as const;
    const one = given(convened, delegated('s1', 's2'));
    one.when(revoke('s1', 's2')).thenRefused('NotTheDelegator');
    one.when(revoke('s3', 's3')).thenRefused('NotDelegated');
    one.when(revoke('s1', 's1', { roll: null })).thenRefused('BoardUnknown');
    const data = { seat: 's1', to: 's2' };
    one.when(revoke('s1', 's1')).then({ type: 'AttendanceDelegationRevoked', data });
  });
});

describe('who sits for a seat', () => {
  it('GB-5, X-11: its alternate, where there is one', () => {
    given(convened, opened)
      .when(arrive('s2', { as: 'alternate' }))
      .thenRefused('NoAlternate');
    given(convened, opened)
      .when({ ...arrive('s1', { as: 'alternate' }), ...now })
      .then(sits('s1', alternate, 'alternate'));
  });
  it('D-1: the alternate who sits votes, the holder who is away does not', () => {
    const opening = voteOpened();
    const electorate = { ...opening.data.electorate, members };
    const frozen = { ...opening, data: { ...opening.data, electorate } };
    const history = [convened, opened, sits('s1', alternate, 'alternate'), frozen];
    const voting = given(...history);
    voting.when(vote('s1', personOf('s1'))).thenRefused('NotTheVoter');
    const cast = voteCast('s1', 'for');
    voting.when(vote('s1', alternate)).then({ ...cast, data: { ...cast.data, person: alternate } });
  });
  it('GB-2, X-11: by video only where the rulebook allows it', () => {
    const room = { grounds: { roll: { ...withRules, rulebook: roll.rulebook } } };
    given(convened, opened)
      .when(arrive('s1', { by: 'video', ...room }))
      .thenRefused('VideoNotAllowed');
    const data = { seat: 's1', person: personOf('s1'), arrivedAt: start, by: 'video' } as const;
    given(convened, opened)
      .when({ ...arrive('s1', { by: 'video' }), ...now })
      .then({ type: 'MemberArrived', data });
  });
  it('GB-3, D-1: a delegate who is out of an item is out for the seat they represent', () => {
    const history: SittingEvent[] = [
      ...[convened, delegated('s1', 's2'), opened, arrived('s2'), arrived('s3'), arrived('s4')],
      ...[sits('s1', personOf('s2'), 'delegate'), voteOpened()],
    ];
    const cast = voteCast('s1', 'for');
    const theirs: SittingEvent = { ...cast, data: { ...cast.data, person: personOf('s2') } };
    given(...history)
      .when(vote('s1', personOf('s2')))
      .then(theirs);
    given(...history, conflict('s2'), upheld('s2'), recused('s2'))
      .when(vote('s1', personOf('s2')))
      .thenRefused('NotTheVoter');
    const out = { item, seat: 's2' };
    given(...history, theirs, conflict('s2'), upheld('s2'))
      .when({ type: 'RecordRecusal', data: out })
      .then(
        recused('s2'),
        { type: 'SeatRecusedFromVote', data: out },
        { type: 'VoteCancelled', data: { item, seat: 's1', choice: 'for' } },
      );
  });
  it('X-7, X-11: the alternate declares a conflict for the seat, another seat’s does not', () => {
    const declare = (seat: string) =>
      ({
        type: 'DeclareConflict',
        data: { item, seat, grounds: { roll: withRules } },
        by: { ...someone.by, person: alternate },
      }) as const;
    given(...inSession())
      .when(declare('s2'))
      .thenRefused('NotTheHolder');
    const data = { item, seat: 's1', person: alternate, declaration: null };
    given(...inSession())
      .when(declare('s1'))
      .then({ type: 'ConflictOfInterestDeclared', data });
  });
});
