import { describe, it } from '@jest/globals';
import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { DecisionId, DecisionSubject, Rulebook } from '../contract/index.js';
import * as a from './decision.examples.js';
import type { DecisionEvent } from './decision.events.js';
import { decision } from './decision.js';
import { roll } from './sitting.examples.js';

const given = specificationFor(decision);
const by = (person: string) => ({ ...someone.by, person: person as PersonRef });
const day = (text: string) => text as LocalDate;
const at = '2030-01-10T09:00:00.000Z' as Instant;
const asking = 'decision-2' as DecisionId;
const chair = 'person-1';

const allowing = (urgency: Rulebook['urgency'] = { ratifyWithinDays: 30 }) => {
  return { ...roll, rulebook: { ...roll.rulebook, urgency } };
};
const decided = (ratifyBy: string | null = '2030-02-09'): DecisionEvent => ({
  type: 'DecidedInUrgency',
  data: {
    ...{ board: a.board, boardRevision: 12, rulebookVersion: 1, seat: 's1', decidedAt: at },
    ...{ decidedBy: by(chair).person, textSha256: a.text, urgency: a.document },
    ratifyBy: ratifyBy as LocalDate | null,
  },
});
const ratified: DecisionEvent = {
  type: 'DecisionRatified',
  data: { board: a.board, by: asking, votedAt: at },
};
const lapsed = (cause: 'notRatified' | 'ratificationRejected', from: string): DecisionEvent => ({
  type: 'DecisionLapsed',
  data: { board: a.board, cause, from: day(from), condition: null },
});
const urgent = (ratifyBy?: string | null) => given(...a.instructed, decided(ratifyBy));

describe('a decision that the chair takes alone', () => {
  const decide = (more: object = {}, person = chair) =>
    ({
      type: 'DecideInUrgency',
      data: { textSha256: a.text, urgency: a.document, grounds: { roll: allowing() }, ...more },
      by: by(person),
      ...{ at, today: day('2030-01-10') },
    }) as const;

  it('D-10, X-11, X-12: needs a rulebook that lets the chair, and the grounds of urgency', () => {
    given(...a.instructed)
      .when(decide())
      .then(decided());
    given(...a.instructed)
      .when(decide({ grounds: { roll } }))
      .thenRefused('NoUrgency');
    given(...a.instructed)
      .when(decide({ grounds: { roll: null } }))
      .thenRefused('BoardUnknown');
  });
  it('D-10, X-11: is ratified within the days of the rulebook, or at the next sitting', () => {
    given(...a.instructed)
      .when(decide({ grounds: { roll: allowing({}) } }))
      .then(decided(null));
  });
  it('D-10, X-11: not before the day to which the body itself deferred it, from then on it may be', () => {
    const deferred = (until: string): DecisionEvent => ({
      type: 'DecisionDeferred',
      data: { ...a.scheduled.data, cause: 'byVote', until: day(until), reason: a.document },
    });
    given(...a.instructed, a.scheduled, deferred('2030-01-11'))
      .when(decide())
      .thenRefused('DeferredByBody');
    given(...a.instructed, a.scheduled, deferred('2030-01-10'))
      .when(decide())
      .then(decided());
  });
  it('X-3: is taken by who chairs the body today, nobody else', () =>
    given(...a.instructed)
      .when(decide({}, 'person-2'))
      .thenRefused('NotTheChair'));
  it('GB-6, X-11: not once the term of the body is over', () => {
    const over = { ...allowing(), termUntil: day('2030-01-09') };
    const last = { ...allowing(), termUntil: day('2030-01-10') };
    given(...a.instructed)
      .when(decide({ grounds: { roll: over } }))
      .thenRefused('TermOver');
    given(...a.instructed)
      .when(decide({ grounds: { roll: last } }))
      .then(decided());
  });
  it('D-10: not on what the chair proposed', () => {
    const [first, ...rest] = a.instructed;
    const own = { ...first, data: { ...first.data, proposer: by(chair).person } };
    given(own, ...rest)
      .when(decide())
      .thenRefused('OwnProposal');
  });
  it('X-8, X-11: is on the text that was instructed', () => {
    given(...a.instructed)
      .when(decide({ textSha256: a.document }))
      .thenRefused('OtherText');
    given(a.proposed).when(decide()).thenRefused('WrongState');
  });
  it('D-8: ends, ratifies and answers nothing: that the body does', () => {
    const subject: DecisionSubject = { kind: 'ratify', decision: asking };
    const [first, ...rest] = a.instructed;
    given({ ...first, data: { ...first.data, subject } }, ...rest)
      .when(decide())
      .thenRefused('NotInUrgency');
  });
  it('D-10, X-11: takes effect like a decision of the body, signed by another than the proposer', () => {
    const sign = {
      type: 'SignDecision',
      data: { ...a.signature, container: a.document, report: a.document, grounds: { roll } },
      at: a.signedAt,
    } as const;
    urgent().when(sign).then(a.signed);
  });
});

describe('the ratification of what the chair decided alone', () => {
  const ratify = (votedOn = '2030-02-09') =>
    ({
      type: 'RatifyDecision',
      data: { by: asking, votedAt: at, grounds: { votedOn: day(votedOn) } },
    }) as const;
  const reject = {
    type: 'RefuseRatification',
    data: { by: asking },
    today: day('2030-01-20'),
  } as const;
  const lapse = (today: string, isRatified = false) =>
    ({
      type: 'LapseUnratified',
      data: { asking: [asking], grounds: { ratified: isRatified } },
      today: day(today),
    }) as const;

  it('D-10: comes in time', () => {
    urgent().when(ratify()).then(ratified);
    urgent().when(ratify('2030-02-10')).thenRefused('RatificationTooLate');
    urgent(null).when(ratify('2031-01-01')).then(ratified);
    given(...a.instructed, decided(), ratified)
      .when(ratify())
      .then();
  });
  it('D-10, X-11: lapses the act where it does not come, the day after its last day', () => {
    urgent().when(lapse('2030-02-09')).thenRefused('StillRatifiable');
    urgent().when(lapse('2030-05-01')).then(lapsed('notRatified', '2030-02-10'));
    urgent(null).when(lapse('2030-01-20')).then(lapsed('notRatified', '2030-01-20'));
  });
  it('D-10: counts from the vote for it, however far its facts have come', () => {
    urgent().when(lapse('2030-02-10', true)).then();
    given(...a.instructed, decided(), ratified)
      .when(lapse('2030-02-10'))
      .then();
  });
  it('D-8, X-11: voted down, it lapses the act', () => {
    urgent().when(reject).then(lapsed('ratificationRejected', '2030-01-20'));
    given(...a.instructed, decided(), ratified)
      .when(reject)
      .thenRefused('RatifiedAlready');
    given(...a.instructed, decided(), lapsed('notRatified', '2030-01-20'))
      .when(reject)
      .then();
  });
  it('X-11: is of an act in urgency, and not of one that has lapsed', () => {
    given(...a.approved)
      .when(ratify())
      .thenRefused('NotUrgent');
    given(...a.approved)
      .when(reject)
      .thenRefused('NotUrgent');
    given(...a.approved)
      .when(lapse('2030-02-10'))
      .thenRefused('NotUrgent');
    given(...a.instructed, decided(), lapsed('notRatified', '2030-02-10'))
      .when(ratify())
      .thenRefused('WrongState');
  });
  it('D-10, X-11: is told by the vote of the decision that asks for it', () => {
    const subject: DecisionSubject = { kind: 'ratify', decision: asking };
    const [first, ...rest] = a.instructed;
    const told = (is: boolean): DecisionEvent => ({
      type: 'RatificationVoted',
      data: { board: a.board, decision: asking, ratified: is, votedAt: a.result.closedAt },
    });
    const voting = given({ ...first, data: { ...first.data, subject } }, ...rest, a.scheduled);
    const data = { ...a.result, textSha256: a.text };
    voting
      .when({ type: 'ApproveDecision', data: { ...data, grounds: { plan: null } } })
      .then({ type: 'DecisionApproved', data: a.result }, told(true));
    voting
      .when({ type: 'RejectDecision', data })
      .then({ type: 'DecisionRejected', data: a.result }, told(false));
  });
});
