import { describe, expect, it } from '@jest/globals';
import type { Cents, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { PartnerId, PartnerKind, PartnerStatus } from '../contract/index.js';
import type { PartnerEvent } from './partner.events.js';
import type { OpenGround, OtherPartner } from './partner.leaving.commands.js';
import { partner } from './partner.js';

const given = specificationFor(partner);
const { at, today, by } = someone;
const day = (text: string) => text as LocalDate;
const other = { ...by, person: 'person-bo' as PersonRef };
const act = 'a'.repeat(64) as Sha256;
const taxCodeHmac = 'c'.repeat(64);
const successor = 'partner-00000000-0000-4000-8000-000000000009' as PartnerId;

const registered = (kind: PartnerKind = 'municipality'): PartnerEvent => ({
  type: 'PartnerRegistered',
  data: { name: 'Comune di Milano', kind, taxCodeHmac, registeredAt: at },
});
const confirmed: PartnerEvent = { type: 'PartnerRegistrationConfirmed', data: { confirmedAt: at } };
const eligible: PartnerEvent = {
  type: 'PartnerEligibilityConfirmed',
  data: { until: day('2030-12-31'), verifiedBy: other.person, confirmedAt: at },
};
const standing = [registered(), confirmed, eligible] as const;
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

describe('a partner is suspended', () => {
  const suspend = { type: 'SuspendPartner', data: {} } as const;
  const suspended: PartnerEvent = {
    type: 'PartnerSuspended',
    data: { suspendedBy: by.person, suspendedAt: at },
  };
  const reinstate = { type: 'ReinstatePartner', data: {} } as const;
  const reinstated: PartnerEvent = {
    type: 'PartnerReinstated',
    data: { reinstatedBy: by.person, reinstatedAt: at },
  };
  const after = (...events: readonly PartnerEvent[]) =>
    events.reduce<typeof partner.initial>(partner.evolve, partner.initial).status;

  it('PA-8, X-11: when it is eligible', () =>
    given(...standing)
      .when(suspend)
      .then(suspended));
  it('X-11: not before it is eligible', () =>
    given(registered(), confirmed).when(suspend).thenRefused('OutOfTurn'));
  it('X-7: not by who has an interest in it', () =>
    given(...standing, interested)
      .when(suspend)
      .thenRefused('Interested'));
  it('PA-8: and still has a representative, who reports', () =>
    given(...standing, suspended)
      .when({
        type: 'AppointLegalRepresentative',
        data: { person: other.person, from: today, grounds: { newId: 'r1' } },
      })
      .then({
        type: 'LegalRepresentativeAppointed',
        data: {
          ...{ representation: 'r1', person: other.person },
          ...{ from: today, until: null, appointedAt: at },
        },
      }));
  it('PA-8: and does not come out of it by new evidence', () => {
    expect(after(...standing, suspended, eligible)).toBe('Suspended');
    expect(after(...standing, suspended, reinstated)).toBe('Eligible');
  });
  it('X-11: until it is reinstated', () =>
    given(...standing, suspended)
      .when(reinstate)
      .then(reinstated));
  it('X-11: and is not reinstated where it is not suspended', () =>
    given(...standing)
      .when(reinstate)
      .thenRefused('OutOfTurn'));
  it('X-7: and is not reinstated by who has an interest in it', () =>
    given(...standing, suspended, interested)
      .when(reinstate)
      .thenRefused('Interested'));
  it('PA-3, X-11: and is reinstated as a third-sector entity only with its register number', () => {
    const association = [registered('thirdSector'), confirmed, eligible, suspended] as const;
    given(...association)
      .when(reinstate)
      .thenRefused('RegisterNumberMissing');
    const numbered = { kind: 'runtsNo', value: '12345', recordedOn: today } as const;
    given(...association, { type: 'PartnerIdentifierRecorded', data: numbered })
      .when(reinstate)
      .then(reinstated);
  });
});

describe('a partner withdraws', () => {
  const request = { type: 'RequestWithdrawal', data: {} } as const;
  const requested: PartnerEvent = {
    type: 'PartnerWithdrawalRequested',
    data: { requestedBy: by.person, requestedAt: at },
  };
  const confirm = (ground: OpenGround) =>
    ({ type: 'ConfirmWithdrawal', data: { grounds: { open: ground } }, by: other }) as const;
  const withdrawn: PartnerEvent = {
    type: 'PartnerWithdrawn',
    data: { taxCodeHmac, withdrawnAt: at },
  };
  it('PA-6, X-11: by asking first, whatever is open', () =>
    given(...standing)
      .when(request)
      .then(requested));
  it('X-11: not as a candidate', () => given(registered()).when(request).thenRefused('OutOfTurn'));
  it('X-11: not without asking', () =>
    given(...standing)
      .when(confirm(null))
      .thenRefused('OutOfTurn'));
  it('PA-6: not with an open commitment', () =>
    given(...standing, requested)
      .when(confirm(open))
      .thenRefused('CommitmentsOpen'));
  it('PA-6: not with an advance it has not reported', () =>
    given(...standing, requested)
      .when(confirm(advance))
      .thenRefused('CommitmentsOpen'));
  it('PA-6, X-11: with everything settled, or nothing ever taken on', () => {
    given(...standing, requested)
      .when(confirm(settled))
      .then(withdrawn);
    given(...standing, requested)
      .when(confirm(null))
      .then(withdrawn);
  });
  it('X-5: not by the word of who asked', () =>
    given(...standing, requested)
      .when({ ...confirm(null), by })
      .thenRefused('OwnProposal'));
  it('X-11: once, and for good', () =>
    given(...standing, requested, withdrawn)
      .when(request)
      .thenRefused('OutOfTurn'));
});

const at9 = (status: PartnerStatus, isSelf = false): OtherPartner => ({ status, isSelf });

describe('a partner is succeeded', () => {
  const succeed = (ground: OtherPartner | null, on = '2030-01-01') =>
    ({
      type: 'RecordSuccession',
      data: { successor, on: day(on), grounds: { successor: ground } },
    }) as const;
  const succeeded: PartnerEvent = {
    type: 'PartnerSucceeded',
    data: { successor, on: today, taxCodeHmac, recordedAt: at },
  };
  it('PA-9, X-11: by an active partner', () =>
    given(...standing)
      .when(succeed(at9('Registered')))
      .then(succeeded));
  it('PA-9: not by one that has ended itself, nor by a candidate', () => {
    given(...standing)
      .when(succeed(at9('Dissolved')))
      .thenRefused('SuccessorEnded');
    given(...standing)
      .when(succeed(at9('Candidate')))
      .thenRefused('SuccessorEnded');
  });
  it('PA-9: not by itself', () =>
    given(...standing)
      .when(succeed(at9('Eligible', true)))
      .thenRefused('SucceedsItself'));
  it('X-12: not by one that does not exist', () =>
    given(...standing)
      .when(succeed(null))
      .thenRefused('PartnerUnknown'));
  it('X-2: not from a day to come', () =>
    given(...standing)
      .when(succeed(at9('Eligible'), '2030-01-02'))
      .thenRefused('NotYetHappened'));
  it('PA-9: and what was signed stays: no power given before changes', () => {
    const authorised: PartnerEvent = {
      type: 'SignatoryAuthorised',
      data: {
        ...{ representation: 's1', person: other.person, acts: ['agreement'], maxCents: null },
        ...{ from: day('2029-01-01'), until: null, authorisedAt: at },
      },
    };
    const fold = (...events: readonly PartnerEvent[]) =>
      events.reduce<typeof partner.initial>(partner.evolve, partner.initial);
    const before = fold(...standing, authorised);
    const after = fold(...standing, authorised, succeeded);
    expect(after).toMatchObject({ status: 'Succeeded', successor });
    expect(after.powers).toStrictEqual(before.powers);
  });
  it('X-11: and then nothing more is decided on it', () =>
    given(...standing, succeeded)
      .when({ type: 'SuspendPartner', data: {} })
      .thenRefused('OutOfTurn'));
});

describe('a partner ceases', () => {
  const dissolve = (on: string) => ({ type: 'RecordDissolution', data: { on: day(on) } }) as const;
  it('X-2, X-11: on a day that has come', () => {
    given(...standing)
      .when(dissolve('2030-01-02'))
      .thenRefused('NotYetHappened');
    given(...standing)
      .when(dissolve('2030-01-01'))
      .then({ type: 'PartnerDissolved', data: { on: today, taxCodeHmac, recordedAt: at } });
  });
  it('X-11: not as a candidate', () =>
    given(registered()).when(dissolve('2030-01-01')).thenRefused('OutOfTurn'));
});

describe('a partner registered twice', () => {
  const mark = (of: OtherPartner | null, ground: OpenGround = null) =>
    ({ type: 'MarkDuplicate', data: { of: successor, grounds: { of, open: ground } } }) as const;
  const marked: PartnerEvent = {
    type: 'PartnerDuplicateMarked',
    data: { of: successor, taxCodeHmac, markedAt: at },
  };
  it('PA-1, X-11: gives way to the active one', () =>
    given(...standing)
      .when(mark(at9('Eligible')))
      .then(marked));
  it('PA-1: not to one that has ended', () =>
    given(...standing)
      .when(mark(at9('Withdrawn')))
      .thenRefused('DuplicateOfEnded'));
  it('PA-9: not to itself', () =>
    given(...standing)
      .when(mark(at9('Eligible', true)))
      .thenRefused('SucceedsItself'));
  it('X-12: not to one that does not exist', () =>
    given(...standing)
      .when(mark(null))
      .thenRefused('PartnerUnknown'));
  it('PA-6, X-11: not with an open commitment', () => {
    given(...standing)
      .when(mark(at9('Eligible'), open))
      .thenRefused('CommitmentsOpen');
    given(...standing)
      .when(mark(at9('Eligible'), settled))
      .then(marked);
  });
});
