import { describe, expect, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { PersonRef } from '@tavolo/kernel';
import type { BallotForm, ProcedureKind, Rulebook } from '../contract/index.js';
import type { VoteChoice } from './outcome.js';
import * as a from './procedure.examples.js';
import type { ProcedureEvent } from './procedure.events.js';
import { procedure } from './procedure.js';
import { recomputedProcedure } from './recomputation.js';
import { boxOf } from './sitting.examples.js';

const given = specificationFor(procedure);
const alternate = a.alternate;
const open = (ballot?: BallotForm, rulebook: Rulebook = a.everyForm, more: object = {}) => ({
  type: 'OpenProcedure' as const,
  data: {
    ...{ board: a.board, kind: 'written' as ProcedureKind, decision: a.decision, papers: [] },
    ...{ textSha256: a.text, deadline: a.deadline, ...(ballot && { ballot }), ...more },
    grounds: { roll: { ...a.roll, rulebook }, plan: null, decision: a.ready, closesOn: a.closesOn },
  },
  by: { ...someone.by, person: a.secretary },
});
/** A hidden choice is sealed before it is decided on; whose paper lies is asked of the box. */
const lies = (person: PersonRef | null) => ({ ballot: { sealed: 'sealed', lies: person } });
const cast = (seat: string, ground: object = lies(null), person = a.personOf(seat)) => ({
  type: 'CastReply' as const,
  data: {
    ...{ seat, choice: 'for' as VoteChoice, textSha256: a.text },
    grounds: { ...a.grounds, ...ground },
  },
  ...a.by(person),
});
const sealed = (seat: string, more: object = {}) => {
  const { type, data } = a.replySealed(seat);
  return { type, data: { ...data, sealed: 'sealed', ...more } };
};
const closing = (ground: object = {}) => ({
  type: 'CloseProcedure' as const,
  data: { grounds: { ...a.grounds, ...ground } },
  at: a.deadline,
});
const early = (ground: object) => ({
  type: 'CloseProcedureEarly' as const,
  data: { grounds: { ...a.grounds, ...ground } },
  ...a.by(a.secretary),
});
type Close = ReturnType<typeof closing> | ReturnType<typeof early>;
/** What closing after these facts comes to. */
const ending = (events: readonly ProcedureEvent[], command: Close) => {
  const state = events.reduce(procedure.evolve, procedure.initial);
  const decided = procedure.decide({ ...someone, ...command }, state);
  if (decided.outcome === 'refused') return decided.refusal.code;
  const [event] = decided.events;
  return event?.type === 'ProcedureClosed' ? event.data : event?.data;
};
const voter = (seat: string) => ({ seat, person: a.personOf(seat) });
const rules = (more: Partial<Rulebook>) => ({ ...a.everyForm, ...more });
const changing = rules({ written: { ...a.written, replyChange: 'untilClose' } });

describe('a procedure opens in a form', () => {
  it('D-1, X-11: in one that the body answers in; a named one is not said', () => {
    given().when(open('hidden')).then(a.openedIn('hidden'));
    given().when(open('hidden', a.rules)).thenRefused('FormNotAllowed');
    given()
      .when(open())
      .then(a.opened('written', { rulebook: a.everyForm }));
    given()
      .when(open('named', rules({ ballots: ['secret'] })))
      .thenRefused('FormNotAllowed');
  });
  it('D-3, X-11: in secret only where nothing weighs, no category counts and three can answer', () => {
    given().when(open('secret')).then(a.openedIn('secret'));
    const weights = [...new Set(a.roll.members.map(({ category }) => category))];
    given()
      .when(
        open('secret', rules({ weights: weights.map((category) => ({ category, weight: 2 })) })),
      )
      .thenRefused('SecretWithWeights');
    const categories = [{ category: 'comuni', min: 1 }];
    const replies = { kind: 'count', n: 2, categories } as const;
    given()
      .when(open('secret', rules({ written: { ...a.written, replies } })))
      .thenRefused('SecretByCategory');
    const two = open('secret');
    const { grounds } = two.data;
    const roll = { ...grounds.roll, members: grounds.roll.members.slice(0, 2) };
    given()
      .when({ ...two, data: { ...two.data, grounds: { ...grounds, roll } } })
      .thenRefused('TooFewForSecret');
  });
  it('D-3, X-11: never on paper, and by silence named alone: an objection gives its reasons', () => {
    const paper = rules({ ballots: ['named', 'secretOnPaper'] });
    given().when(open('secretOnPaper', paper)).thenRefused('NoPaperInWriting');
    given()
      .when(open('hidden', a.everyForm, { kind: 'silence' }))
      .thenRefused('SilenceIsNamed');
    given()
      .when(open('named', a.everyForm, { kind: 'silence' }))
      .then(a.opened('silence', { rulebook: a.everyForm }));
  });
});

describe('a hidden answer', () => {
  it('D-3, D-1: is sealed in the fact, given by oneself, and not once its key is lost', () => {
    given(a.openedIn('hidden')).when(cast('s2')).then(sealed('s2'));
    given(a.openedIn('hidden'))
      .when(cast('s4', lies(null), alternate))
      .then(sealed('s4', { person: alternate, as: 'alternate' }));
    given(a.openedIn('hidden'))
      .when(cast('s2', lies(null), a.secretary))
      .thenRefused('CastByOneself');
    given(a.openedIn('hidden'))
      .when(cast('s2', { ballot: null }))
      .thenRefused('BoxLost');
  });
  it('D-1, GB-5: is given once, or changed where the rulebook lets it, to the same or not', () => {
    given(a.openedIn('hidden'), a.replySealed('s2')).when(cast('s2')).thenRefused('RepliedAlready');
    given(a.openedIn('hidden', { rulebook: changing }), a.replySealed('s2'))
      .when(cast('s2'))
      .thenRepeatably({ ...sealed('s2'), type: 'ReplyChanged' });
    given(a.openedIn('hidden', { rulebook: changing }), a.replySealed('s4'))
      .when(cast('s4', lies(null), alternate))
      .thenRefused('HolderReplied');
  });
  it('D-3: is published at the closing with the key; what was changed is opened and not counted', () => {
    const changed = { ...sealed('s1'), type: 'ReplyChanged' as const };
    const three = ['s1', 's2', 's3'].map((seat) => a.replySealed(seat));
    const events = [a.openedIn('hidden', { rulebook: changing }), ...three, changed];
    const { box } = boxOf({ s1: 'for', s2: 'for', s3: 'against' });
    const ballots = [...box.ballots, { ...voter('s1'), choice: 'against' as const }];
    expect(ending(events, closing({ box: { ...box, ballots } }))).toMatchObject({
      ...{ outcome: 'rejected', tally: { for: 1, against: 2, abstain: 0 } },
      ...{ key: box.key, ballots, replied: ['s2', 's3', 's1'] },
    });
  });
  it('D-2: is counted again from the seals, and not equal where they hold something else', () => {
    const events = [a.openedIn('hidden'), ...['s1', 's2', 's3'].map((seat) => a.replySealed(seat))];
    const { box } = boxOf({ s1: 'for', s2: 'for', s3: 'against' });
    const data = ending(events, closing({ box }));
    const facts = [...events, { type: 'ProcedureClosed', data } as ProcedureEvent];
    const again = (unsealed: typeof box.ballots) => recomputedProcedure(facts, { unsealed });
    expect(again(box.ballots)).toMatchObject({ equal: true, computed: { outcome: 'approved' } });
    const { box: other } = boxOf({ s1: 'for', s2: 'against', s3: 'for' });
    expect(again(other.ballots)).toMatchObject({ equal: false });
    expect(recomputedProcedure(facts)).toMatchObject({ equal: false });
  });
  it('GB-3, X-11: a recusal cancels it without a word of the choice, and it does not count', () => {
    const events = [
      ...[a.openedIn('hidden'), ...['s1', 's2', 's3'].map((seat) => a.replySealed(seat))],
      a.declared('s3'),
    ];
    const out: ProcedureEvent = { type: 'ReplyCancelled', data: { seat: 's3' } };
    given(...events)
      .when({
        type: 'ResolveProcedureConflict',
        data: { seat: 's3', upheld: true, grounds: a.grounds },
        ...a.by(a.secretary),
      })
      .then(a.upheld('s3'), out);
    const votes = boxOf({ s1: 'for', s2: 'for', s3: 'against' });
    expect(ending([...events, a.upheld('s3'), out], closing(votes))).toMatchObject({
      tally: { for: 2, against: 0, recused: 1 },
    });
  });
  it('D-2, D-3: closes early once all have answered, never for how it stands', () => {
    const votes = { s1: 'for', s2: 'for', s3: 'for' } as const;
    const three = ['s1', 's2', 's3'].map((seat) => a.replySealed(seat));
    const events = [a.openedIn('hidden'), ...three];
    expect(ending(events, early(boxOf(votes)))).toBe('NotAllReplied');
    const all = boxOf({ ...votes, s4: 'against' });
    expect(ending([...events, a.replySealed('s4')], early(all))).toMatchObject({
      ...{ outcome: 'approved', early: true },
    });
  });
  it('D-3: is stopped with its cause where the key is lost', () => {
    const lost = a.stopped('boxLost', someone.by.person, a.deadline);
    given(a.openedIn('hidden'), a.replySealed('s1'))
      .when(closing({ box: null }))
      .then(lost);
    given(a.openedIn('hidden'), a.replySealed('s1')).when(closing()).then(lost);
  });
});

describe('a secret answer', () => {
  const opened = a.openedIn('secret');
  it('D-3, D-1, GB-5: leaves no fact; a second one is refused, or replaces the paper where the rulebook lets it', () => {
    given(opened).when(cast('s2')).then();
    given(opened)
      .when(cast('s2', lies(a.personOf('s2'))))
      .thenRefused('RepliedAlready');
    const again = a.openedIn('secret', { rulebook: changing });
    given(again)
      .when(cast('s2', lies(a.personOf('s2'))))
      .then();
    given(again)
      .when(cast('s4', lies(a.personOf('s4')), alternate))
      .thenRefused('HolderReplied');
    given(again)
      .when(cast('s4', lies(alternate)))
      .then();
  });
  it('D-3: is recorded by nobody for others', () =>
    given(opened)
      .when(cast('s2', lies(null), a.secretary))
      .thenRefused('CastByOneself'));
  it('D-1, X-11: who has answered for good calls for no sitting, who has not may', () => {
    const calling = rules({ written: { ...a.written, sittingCalls: 2 } });
    const call = (ground: object) => ({
      type: 'CallForSitting' as const,
      data: { seat: 's2', grounds: { ...a.grounds, ...ground } },
      ...a.by(a.personOf('s2')),
    });
    const secret = a.openedIn('secret', { rulebook: calling });
    given(secret)
      .when(call(lies(a.personOf('s2'))))
      .thenRefused('ReplyIsFinal');
    given(secret)
      .when(call(lies(null)))
      .then(a.called('s2'));
  });
  it('D-3: its closing names who answered in the order of seats and the tally, no choice of a seat', () => {
    const found = ending([opened], closing(boxOf({ s3: 'against', s1: 'for', s2: 'for' })));
    expect(found).toMatchObject({
      ...{ outcome: 'approved', tally: { for: 2, against: 1, abstain: 0, recused: 0 } },
      ...{ voters: ['s1', 's2', 's3'].map((seat) => voter(seat)), replied: ['s1', 's2', 's3'] },
    });
    expect(found).not.toHaveProperty('key');
    expect(found).not.toHaveProperty('ballots');
    const other = boxOf({ s1: 'against', s3: 'for', s2: 'for' });
    expect(found).toEqual(ending([opened], closing(other)));
  });
  it('GB-3, D-3: the closing says whose paper did not count', () => {
    const events = [opened, a.declared('s4'), a.upheld('s4')];
    const votes = boxOf({ s1: 'for', s2: 'for', s3: 'against', s4: 'against' });
    expect(ending(events, closing(votes))).toMatchObject({
      ...{ tally: { for: 2, against: 1, recused: 1 }, cancelled: [voter('s4')] },
      voters: ['s1', 's2', 's3'].map((seat) => voter(seat)),
    });
  });
  it('D-3: below three voters it is stopped at its deadline; before, it waits for the others', () => {
    const two = boxOf({ s1: 'for', s2: 'for' });
    expect(ending([opened], early(two))).toBe('NotAllReplied');
    given(opened)
      .when(closing(two))
      .then(a.stopped('tooFewVoters', someone.by.person, a.deadline));
    given(opened)
      .when(closing({ box: null }))
      .then(a.stopped('boxLost', someone.by.person, a.deadline));
  });
  it('D-3: a unanimous result says that it discloses every vote', () => {
    const steps = (votes: object) => {
      const found = ending([opened], closing(votes)) as unknown as { trace: { step: string }[] };
      return found.trace.map(({ step }) => step);
    };
    expect(steps(boxOf({ s1: 'for', s2: 'for', s3: 'for' }))).toContain('secrecy');
    expect(steps(boxOf({ s1: 'for', s2: 'for', s3: 'against' }))).not.toContain('secrecy');
  });
  it('D-2: is counted again from its tally, and by weights it is not', () => {
    const data = ending([opened], closing(boxOf({ s1: 'for', s2: 'for', s3: 'against' })));
    const facts = [opened, { type: 'ProcedureClosed', data } as ProcedureEvent];
    expect(recomputedProcedure(facts)).toMatchObject({ equal: true });
    const another = rules({ weights: [{ category: 'comuni', weight: 2 }] });
    expect(recomputedProcedure(facts, { another })).toMatchObject({ equal: false, computed: null });
  });
});
