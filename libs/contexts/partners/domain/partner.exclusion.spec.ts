import { describe, it } from '@jest/globals';
import type { Cents, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { PartnerEvent } from './partner.events.js';
import type { OpenGround } from './partner.leaving.commands.js';
import { partner } from './partner.js';

const given = specificationFor(partner);
const { at, by } = someone;
const day = (text: string) => text as LocalDate;
const other = { ...by, person: 'person-bo' as PersonRef };
const [act, reply] = ['a'.repeat(64), 'b'.repeat(64)] as [Sha256, Sha256];

const registered: PartnerEvent = {
  type: 'PartnerRegistered',
  data: { name: 'Comune di Milano', kind: 'municipality', registeredAt: at },
};
const confirmed: PartnerEvent = { type: 'PartnerRegistrationConfirmed', data: { confirmedAt: at } };
const eligible: PartnerEvent = {
  type: 'PartnerEligibilityConfirmed',
  data: { until: day('2030-12-31'), verifiedBy: other.person, confirmedAt: at },
};
const standing = [registered, confirmed, eligible] as const;
const interested: PartnerEvent = {
  type: 'InterestDeclared',
  data: {
    ...{ interest: 'i1', person: by.person, matter: null },
    ...{ declaration: [act], declaredAt: at },
  },
};
const open: OpenGround = { openCents: 1 as Cents, unreportedAdvanceCents: 0 as Cents };
const advance: OpenGround = { openCents: 0 as Cents, unreportedAdvanceCents: 1 as Cents };
const settled: OpenGround = { openCents: 0 as Cents, unreportedAdvanceCents: 0 as Cents };

describe('a partner is excluded', () => {
  const propose = (replyUntil: string, ...documents: Sha256[]) =>
    ({
      type: 'OpenExclusion',
      data: { replyUntil: day(replyUntil), grounds: { documents } },
    }) as const;
  const proposed = (replyUntil = '2030-01-11', openedBy = by.person): PartnerEvent => ({
    type: 'PartnerExclusionProposed',
    data: { notice: [act], replyUntil: day(replyUntil), openedBy, openedAt: at },
  });
  const answer = (isOwn: boolean, ...documents: Sha256[]) =>
    ({ type: 'AnswerExclusion', data: { grounds: { documents, isOwn } }, by: other }) as const;
  const answered: PartnerEvent = {
    type: 'PartnerExclusionAnswered',
    data: { reply: [reply], answeredBy: other.person, answeredAt: at },
  };
  const drop = { type: 'DropExclusion', data: {} } as const;
  const dropped: PartnerEvent = {
    type: 'PartnerExclusionDropped',
    data: { droppedBy: by.person, droppedAt: at },
  };
  const exclude = (
    more: Partial<{ documents: Sha256[]; isReasoned: boolean; open: OpenGround }> = {},
  ) =>
    ({
      type: 'ExcludePartner',
      data: { grounds: { documents: [act], isReasoned: true, open: null, ...more } },
      by: other,
    }) as const;
  const excluded: PartnerEvent = {
    type: 'PartnerExcluded',
    data: { decision: [act], excludedBy: other.person, excludedAt: at },
  };
  const over = [...standing, proposed('2029-12-31')] as const;

  it('PA-7, X-11: after a notice with at least ten days to reply', () => {
    given(...standing)
      .when(propose('2030-01-11', act))
      .then(proposed());
    given(...standing)
      .when(propose('2030-01-10', act))
      .thenRefused('TimeToReplyShort');
  });
  it('PA-7: after a notice that is a document', () =>
    given(...standing)
      .when(propose('2030-01-11'))
      .thenRefused('NoticeDocumentMissing'));
  it('X-11: after one notice at a time', () =>
    given(...standing, proposed())
      .when(propose('2030-01-12', act))
      .thenRefused('ExclusionOpen'));
  it('X-7: not at the wish of who has an interest in it', () => {
    given(...standing, interested)
      .when(propose('2030-01-11', act))
      .thenRefused('Interested');
    given(...over, {
      type: 'InterestDeclared',
      data: {
        ...{ interest: 'i2', person: other.person, matter: null },
        ...{ declaration: [act], declaredAt: at },
      },
    })
      .when(exclude())
      .thenRefused('Interested');
  });
  it('PA-7: not without a notice', () =>
    given(...standing)
      .when(exclude())
      .thenRefused('NoticeMissing'));
  it('PA-7: not on the last day of the time to reply, but the day after', () => {
    given(...standing, proposed('2030-01-01'))
      .when(exclude())
      .thenRefused('TimeToReplyRuns');
    given(...over)
      .when(exclude())
      .then(excluded);
  });
  it('PA-7: before that, where it has replied', () =>
    given(...standing, proposed(), answered)
      .when(exclude())
      .then(excluded));
  it('PA-7: by a decision with a reason and an act', () => {
    given(...over)
      .when(exclude({ isReasoned: false }))
      .thenRefused('DecisionNotReasoned');
    given(...over)
      .when(exclude({ documents: [] }))
      .thenRefused('DecisionNotReasoned');
  });
  it('PA-6: not with an open commitment or an advance not reported', () => {
    given(...over)
      .when(exclude({ open }))
      .thenRefused('CommitmentsOpen');
    given(...over)
      .when(exclude({ open: advance }))
      .thenRefused('CommitmentsOpen');
    given(...over)
      .when(exclude({ open: settled }))
      .then(excluded);
  });
  it('X-5: not by who opened the procedure', () =>
    given(...over)
      .when({ ...exclude(), by })
      .thenRefused('OwnProposal'));
  it('PA-7, X-11: may reply by its own word, once, with a document, in time', () => {
    given(...standing, proposed())
      .when(answer(true, reply))
      .then(answered);
    given(...standing, proposed())
      .when(answer(false, reply))
      .thenRefused('ReplyOfAnother');
    given(...standing, proposed())
      .when(answer(true))
      .thenRefused('NoticeDocumentMissing');
    given(...standing, proposed(), answered)
      .when(answer(true, act))
      .thenRefused('ReplyGiven');
    given(...over)
      .when(answer(true, reply))
      .thenRefused('TimeToReplyOver');
    given(...standing)
      .when(answer(true, reply))
      .thenRefused('NoticeMissing');
  });
  it('PA-7: has let its time pass only after the last day, once', () => {
    const lapse = { type: 'LapseReplyTime', data: {} } as const;
    const lapsed = (replyUntil: string): PartnerEvent => ({
      type: 'PartnerReplyTimeLapsed',
      data: { replyUntil: day(replyUntil), lapsedAt: at },
    });
    given(...standing, proposed('2030-01-01'))
      .when(lapse)
      .thenRefused('TimeToReplyRuns');
    given(...over)
      .when(lapse)
      .then(lapsed('2029-12-31'));
    given(...over, lapsed('2029-12-31'))
      .when(lapse)
      .thenRefused('TimeToReplyOver');
    given(...standing)
      .when(lapse)
      .thenRefused('NoticeMissing');
    given(...over, lapsed('2029-12-31'))
      .when(exclude())
      .then(excluded);
  });
  it('X-11: has let no time pass where it replied', () =>
    given(...over, answered)
      .when({ type: 'LapseReplyTime', data: {} })
      .thenRefused('ReplyGiven'));
  it('PA-7: or stays, when the procedure is dropped', () => {
    given(...standing, proposed())
      .when(drop)
      .then(dropped);
    given(...standing)
      .when(drop)
      .thenRefused('NoticeMissing');
    given(...over, dropped)
      .when(exclude())
      .thenRefused('NoticeMissing');
  });
});
