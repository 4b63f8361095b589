import { describe, expect, it } from '@jest/globals';
import type { LocalDate, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type {
  DecisionId,
  DecisionStatus,
  DecisionSubject,
  ObjectionId,
} from '../contract/index.js';
import type { EndedOnTable } from './decision.commands.js';
import * as a from './decision.examples.js';
import type { DecisionEvent } from './decision.events.js';
import { decision } from './decision.js';
import { roll } from './sitting.examples.js';

const given = specificationFor(decision);
const day = (text: string) => text as LocalDate;
const later = 'decision-2' as DecisionId;
const earlier = 'decision-1' as DecisionId;
const o1 = 'o1' as ObjectionId;
const from = day('2030-03-01');
const { where, publishedOn, effectiveFrom } = a.published('2030-01-22').data;
const published: DecisionEvent = {
  type: 'DecisionPublished',
  data: { where, publishedOn, effectiveFrom, document: null, objectionsUntil: day('2030-02-11') },
};
const inEffect = [...a.approved, a.signed, a.numbered, published, a.effective];
const lodged: DecisionEvent = {
  type: 'ObjectionLodged',
  data: {
    ...{ objection: o1, document: a.document, lodgedBy: 'person-2' as PersonRef },
    ...{ mandate: 'board-1#s2' as MandateRef, organisation: null },
  },
};

describe('an objection to a decision', () => {
  const lodge = (mandate: string | null = 'board-1#s2', today = '2030-02-11') =>
    ({
      type: 'LodgeObjection',
      data: { document: a.document },
      by: {
        person: 'person-2' as PersonRef,
        mandate: mandate as MandateRef | null,
        organisation: null,
      },
      today: day(today),
    }) as const;

  it('D-8, X-11: has its term from the publication, where the rulebook knows objections', () => {
    const publish = (objectionDays?: number) => {
      const rulebook = { ...roll.rulebook, ...(objectionDays !== undefined && { objectionDays }) };
      const data = { where, publishedOn, effectiveFrom, grounds: { roll: { ...roll, rulebook } } };
      return { type: 'PublishDecision', data, today: publishedOn } as const;
    };
    const numbered = [...a.approved, a.signed, a.numbered] as const;
    given(...numbered)
      .when(publish(30))
      .then(published);
    given(...numbered)
      .when(publish())
      .then(a.published('2030-01-22'));
  });
  it('D-8: is lodged within the term', () => {
    given(...inEffect)
      .when(lodge())
      .thenRepeatably(lodged);
    given(...inEffect)
      .when(lodge('board-1#s2', '2030-02-12'))
      .thenRefused('ObjectionsOver');
    given(...a.approved, a.signed, a.numbered, a.published('2030-01-22'))
      .when(lodge())
      .thenRefused('NoObjections');
  });
  it('X-3: by a member of the body or for a partner, under their mandate', () => {
    given(...inEffect)
      .when(lodge('board-2#s2'))
      .thenRefused('ObjectorWithoutStanding');
    given(...inEffect)
      .when(lodge(null))
      .thenRefused('ObjectorWithoutStanding');
    const mandate = 'partner-7#legal-1' as MandateRef;
    given(...inEffect)
      .when(lodge(mandate))
      .thenRepeatably({ ...lodged, data: { ...lodged.data, mandate } });
  });
});

type Ending = Readonly<{
  status: DecisionStatus;
  subject: DecisionSubject;
  effectiveOn: LocalDate;
}>;
const ordered = (subject: DecisionSubject, status: DecisionStatus = 'Effective') => {
  const ending: Ending = { status, subject, effectiveOn: from };
  return { by: later, grounds: { ending } };
};

describe('the answer of the body to an objection', () => {
  const answer = (more: object = {}, status: DecisionStatus = 'Effective') => {
    const subject = {
      kind: 'answerObjection',
      decision: earlier,
      objection: o1,
      answer: 'dismiss',
    };
    const data = ordered({ ...subject, ...more } as DecisionSubject, status);
    return { type: 'AnswerObjection', data } as const;
  };
  const answered = (how: 'dismiss' | 'uphold', follows: 'reconsideration' | 'suspension' | null) =>
    ({
      type: 'ObjectionAnswered',
      data: { objection: o1, by: later, answer: how, follows },
    }) as const;

  it('D-9, X-11: is a decision of its own that has effect', () => {
    given(...inEffect, lodged)
      .when(answer({}, 'Approved'))
      .thenRefused('EndingNotEffective');
    given(...inEffect, lodged)
      .when(answer())
      .then(answered('dismiss', null));
  });
  it('D-8, X-11: upheld, it leads to reconsideration, or suspends at once', () => {
    given(...inEffect, lodged)
      .when(answer({ answer: 'uphold', follows: 'reconsideration' }))
      .then(answered('uphold', 'reconsideration'));
    given(...inEffect, lodged)
      .when(answer({ answer: 'uphold', follows: 'suspension' }))
      .then(answered('uphold', 'suspension'), {
        type: 'DecisionSuspended',
        data: { by: later, from, dependents: [] },
      });
  });
  it('X-11, X-12: is given once, to an objection that there is', () => {
    given(...inEffect, lodged, answered('dismiss', null))
      .when(answer())
      .thenRefused('ObjectionAnsweredAlready');
    given(...inEffect)
      .when(answer())
      .thenRefused('ObjectionUnknown');
  });
});

describe('a decision that is reconsidered', () => {
  const reconsider = (status: DecisionStatus = 'Effective') =>
    ({
      type: 'ReconsiderDecision',
      data: ordered({ kind: 'reconsider', decision: earlier }, status),
    }) as const;
  const seen: DecisionEvent = { type: 'DecisionReconsidered', data: { by: later, from } };
  const resumed: DecisionEvent = { type: 'EffectsResumed', data: { by: later, from } };
  const suspended: DecisionEvent = {
    type: 'DecisionSuspended',
    data: { by: later, from, dependents: [] },
  };

  it('D-8, D-9: keeps its own vote, its number and its effect', () => {
    given(...inEffect)
      .when(reconsider())
      .thenRepeatably(seen);
    given(...inEffect)
      .when(reconsider('Published'))
      .thenRefused('EndingNotEffective');
    const state = [...inEffect, seen].reduce(decision.evolve, decision.initial);
    expect(state).toMatchObject({ status: 'Effective', number: '4/2030' });
  });
  it('D-8: goes on, where it was suspended', () => {
    given(...inEffect, suspended)
      .when(reconsider())
      .thenRepeatably(seen, resumed);
    const all = [...inEffect, suspended, seen, resumed];
    expect(all.reduce(decision.evolve, decision.initial).status).toBe('Effective');
  });
});

describe('a proposal about an earlier decision', () => {
  const propose = (subject: object, ended: EndedOnTable | null) =>
    ({
      type: 'ProposeDecision',
      data: {
        ...{ board: a.board, title: 'Riesame', textSha256: 'c'.repeat(64) as Sha256 },
        motivation: a.motivation,
        subject: { decision: earlier, ...subject },
        grounds: { boardKnown: true, legalBasis: ['L. 241/1990'], plan: null, ended },
      },
      today: day('2030-02-10'),
    }) as never;
  const table = (more: object = {}): EndedOnTable => {
    const nothing = { conditions: [], objections: [], urgent: null };
    return { status: 'Effective', sameOrHigher: true, sameBody: true, later: nothing, ...more };
  };
  const accepts = (subject: object, ended: EndedOnTable) => {
    const asked = propose(subject, ended);
    expect(
      decision.decide({ ...someone, ...(asked as object) } as never, decision.initial),
    ).toMatchObject({
      outcome: 'accepted',
    });
  };
  const refuses = (subject: object, ended: EndedOnTable | null, code: string) => {
    given().when(propose(subject, ended)).thenRefused(code);
  };

  it('D-8, X-12: to reconsider it is of the body that voted on it', () => {
    const subject = { kind: 'reconsider' };
    accepts(subject, table());
    accepts(subject, table({ status: 'Rejected' }));
    refuses(subject, table({ sameBody: false }), 'OtherBody');
    refuses(subject, table({ status: 'OnAgenda' }), 'NotToReconsider');
    refuses(subject, null, 'DecisionUnknown');
  });
  it('D-10, D-8, X-11: to ratify it, while it can still be ratified', () => {
    const subject = { kind: 'ratify' };
    const urgent = (ratifyBy: string | null, ratified = false, more: object = {}) => {
      const act = { ratifyBy: ratifyBy as LocalDate | null, ratified };
      return table({ later: { conditions: [], objections: [], urgent: act }, ...more });
    };
    accepts(subject, urgent('2030-02-10'));
    accepts(subject, urgent(null));
    refuses(subject, urgent('2030-02-09'), 'RatificationTooLate');
    refuses(subject, urgent(null, true), 'RatifiedAlready');
    refuses(subject, urgent(null, false, { status: 'Lapsed' }), 'NotInEffect');
    refuses(subject, table(), 'NotUrgent');
  });
  it('D-8, X-11, X-12: to let a condition go, one that is open, of the same body or a higher one', () => {
    const subject = { kind: 'waiveCondition', condition: 'c1' };
    const under = (status: string, more: object = {}) => {
      const conditions = [{ id: 'c1', status }] as never;
      return table({ later: { conditions, objections: [], urgent: null }, ...more });
    };
    accepts(subject, under('Open', { sameBody: false }));
    accepts(subject, under('Failed'));
    refuses(subject, under('Met'), 'ConditionNotOpen');
    refuses(subject, under('Open', { sameOrHigher: false }), 'LowerBody');
    refuses(subject, table(), 'ConditionUnknown');
  });
  it('D-8, X-11, X-12: to answer an objection, one that is open, with what follows from it', () => {
    const subject = {
      kind: 'answerObjection',
      objection: o1,
      answer: 'uphold',
      follows: 'suspension',
    };
    const objected = (open: boolean) =>
      table({ later: { conditions: [], objections: [{ id: o1, open }], urgent: null } });
    accepts(subject, objected(true));
    accepts({ ...subject, answer: 'dismiss', follows: undefined }, objected(true));
    refuses({ ...subject, follows: undefined }, objected(true), 'FollowUpMissing');
    refuses({ ...subject, answer: 'dismiss' }, objected(true), 'FollowUpMissing');
    refuses(subject, objected(false), 'ObjectionAnsweredAlready');
    refuses(subject, table(), 'ObjectionUnknown');
  });
});
