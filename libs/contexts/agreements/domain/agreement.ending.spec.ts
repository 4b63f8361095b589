import { specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import { agreementStatuses, freezesCommitments } from '../contract/index.js';
import { added, amendment, amendmentProposed, cents, day, drafted } from '../test/examples.js';
import { draftedAs, friends, frozen, hash, inForce, openToSign, region } from '../test/examples.js';
import { revised, submitted, toRegister, town } from '../test/examples.js';
import { agreement } from './agreement.js';
import type { AgreementEvent } from './facts.events.js';
import { takesChildren } from './agreement.steps.js';

const given = specificationFor(agreement);
const today = day('2030-01-01');
const total = cents(100_00);
const opened: AgreementEvent = {
  type: 'SettlementOpened',
  data: { openedOn: today, totalCents: total },
};
const plain = <T extends string>(type: T) => ({ type, data: {} }) as const;
const late = { today: day('2032-01-01') };
const suspended: AgreementEvent = { type: 'AgreementSuspended', data: { from: today } };
const act = hash(90);

describe('an agreement that is given up', () => {
  it('X-11: is withdrawn, with what was held for it', () => {
    given(drafted)
      .when(plain('WithdrawDraft'))
      .then({ type: 'AgreementWithdrawn', data: { frozenVersion: null } });
    given(drafted, added(region), added(town), revised, submitted, frozen)
      .when(plain('WithdrawDraft'))
      .then({ type: 'AgreementWithdrawn', data: { frozenVersion: 1 } });
  });
  it('X-11: not once all have signed', () => {
    given(...openToSign)
      .when(plain('WithdrawDraft'))
      .then({ type: 'AgreementWithdrawn', data: { frozenVersion: 1 } });
    given(...toRegister)
      .when(plain('WithdrawDraft'))
      .thenRefused('WrongState');
  });
  it('A-2: is not taken up again', () =>
    given(drafted, { type: 'AgreementWithdrawn', data: { frozenVersion: null } })
      .when({ type: 'ReviseText', data: { title: 'Altro' } })
      .thenRefused('TextImmutable'));
});

describe('a suspension', () => {
  const resumed: AgreementEvent = { type: 'AgreementResumed', data: { from: today } };
  it('X-11: stops what is in force, and lets it go on', () => {
    given(...inForce)
      .when(plain('SuspendAgreement'))
      .then(suspended);
    given(...inForce, suspended)
      .when(plain('ResumeAgreement'))
      .then(resumed);
    given(...inForce)
      .when(plain('ResumeAgreement'))
      .thenRefused('WrongState');
    given(...toRegister)
      .when(plain('SuspendAgreement'))
      .thenRefused('WrongState');
  });
  it('A-10, X-11: what ran out meanwhile is not resumed, recorded or not', () => {
    given(...inForce, suspended)
      .when({ ...plain('ResumeAgreement'), ...late })
      .thenRefused('TermAlreadyOver');
    given(...inForce, suspended)
      .when({ ...plain('ResumeAgreement'), today: day('2031-12-31') })
      .then({ type: 'AgreementResumed', data: { from: day('2031-12-31') } });
    given(...inForce)
      .when({ ...plain('SuspendAgreement'), ...late })
      .thenRefused('TermAlreadyOver');
  });
});

describe('notice and termination', () => {
  const notice = (data: object = {}) =>
    ({ type: 'GiveNotice', data: { party: town, givenOn: day('2029-12-30'), ...data } }) as const;
  const noticed = (effectiveOn: string): AgreementEvent => ({
    type: 'TerminationNoticeGiven',
    data: { party: town, givenOn: day('2029-12-30'), effectiveOn: day(effectiveOn) },
  });
  const terminate = (cause: 'breach' | 'consent' | 'notice', on = today) =>
    ({ type: 'TerminateAgreement', data: { cause }, today: on }) as const;

  it('A-12, X-11: the period of notice is that of the text, else of thirty days', () => {
    given(...inForce)
      .when(notice())
      .then(noticed('2030-01-29'));
    given(draftedAs({ noticeDays: 90 }), ...inForce.slice(1))
      .when(notice())
      .then(noticed('2030-03-30'));
  });
  it('A-12, X-11: a notice may name a later day, no earlier one', () => {
    given(...inForce)
      .when(notice({ effectiveFrom: day('2030-01-28') }))
      .thenRefused('NoticeTooShort');
    given(...inForce)
      .when(notice({ effectiveFrom: day('2030-01-29') }))
      .then(noticed('2030-01-29'));
  });
  it('X-11, X-12, X-2: is given once, by a party, and has been given', () => {
    given(...inForce, noticed('2030-01-29'))
      .when(notice())
      .thenRefused('NoticeAlreadyGiven');
    given(...inForce)
      .when(notice({ party: friends }))
      .thenRefused('NotAParty');
    given(...inForce)
      .when(notice({ givenOn: day('2030-01-02') }))
      .thenRefused('InFuture');
  });
  it('A-12, X-11: terminates when the period has run, from its day, and opens the settlement', () => {
    given(...inForce, noticed('2030-01-29'))
      .when(terminate('notice', day('2030-01-28')))
      .thenRefused('NoticeRunning');
    given(...inForce, noticed('2030-01-29'))
      .when(terminate('notice', day('2030-02-03')))
      .then(
        { type: 'AgreementTerminated', data: { cause: 'notice', endedOn: day('2030-01-29') } },
        { type: 'SettlementOpened', data: { openedOn: day('2030-02-03'), totalCents: total } },
      );
    given(...inForce)
      .when(terminate('notice'))
      .thenRefused('NoNotice');
  });
  it('A-12, X-11: for breach or by consent at once; what is under way falls with it', () =>
    given(...inForce, amendmentProposed())
      .when(terminate('breach'))
      .then(
        { type: 'AmendmentWithdrawn', data: { amendment, frozenVersion: null } },
        { type: 'AgreementTerminated', data: { cause: 'breach', endedOn: today } },
        opened,
      ));
  it('A-10: what has expired is not terminated', () =>
    given(...inForce)
      .when(terminate('consent', late.today))
      .thenRefused('TermAlreadyOver'));
  it('A-12: an ended agreement takes no commitments and no agreements below', () => {
    const open = agreementStatuses.filter((status) => !freezesCommitments(status));
    expect(open).toStrictEqual(agreementStatuses.slice(0, 10));
    expect(agreementStatuses.filter(takesChildren)).toStrictEqual(agreementStatuses.slice(4, 9));
  });
});

describe('annulment and expiry', () => {
  const annul = (annulledOn = today) =>
    ({ type: 'AnnulAgreement', data: { act, annulledOn } }) as const;
  const annulled: AgreementEvent = { type: 'AgreementAnnulled', data: { act, endedOn: today } };
  const expired: AgreementEvent = {
    type: 'AgreementExpired',
    data: { endedOn: day('2031-12-31') },
  };

  it('A-12, X-11, X-2: an annulment opens the settlement, once', () => {
    given(...inForce)
      .when(annul())
      .then(annulled, opened);
    given(...inForce, expired, opened)
      .when(annul())
      .then(annulled);
    given(...openToSign)
      .when(annul())
      .thenRefused('WrongState');
    given(...inForce)
      .when(annul(day('2030-01-02')))
      .thenRefused('InFuture');
  });
  it('A-10, X-11: expires after its last day, suspended or not, and is never revived', () => {
    given(...inForce)
      .when({ ...plain('ExpireAgreement'), today: day('2031-12-31') })
      .thenRefused('NotOverYet');
    const settlement = {
      type: 'SettlementOpened',
      data: { openedOn: late.today, totalCents: total },
    } as const;
    given(...inForce)
      .when({ ...plain('ExpireAgreement'), ...late })
      .then(expired, settlement);
    given(...inForce, suspended)
      .when({ ...plain('ExpireAgreement'), ...late })
      .then(expired, settlement);
    for (const command of [plain('ResumeAgreement'), plain('ExpireAgreement')]) {
      given(...inForce, expired)
        .when({ ...command, ...late })
        .thenRefused('WrongState');
    }
  });

  const verification = { validNow: false, report: hash(95), verifiedOn: day('2032-01-02') };
  const reverify = (party = region, data: object = {}) => ({
    ...({ type: 'ReverifySignature', today: day('2032-02-01') } as const),
    data: { version: 1, party, validAtSigning: true, ...verification, ...data },
  });
  const reverified = (party = region, validAtSigning = true): AgreementEvent => ({
    type: 'SignatureReverified',
    data: { version: 1, party, validAtSigning, ...verification },
  });
  const close = (settledCents = 80_00) =>
    ({
      type: 'CloseAgreement',
      today: day('2032-02-01'),
      data: { settledCents: cents(settledCents) },
    }) as const;
  const closed: AgreementEvent = {
    type: 'AgreementClosed',
    data: { closedOn: day('2032-02-01'), settledCents: cents(80_00) },
  };

  it('A-14, X-11, X-12, X-2: a signature is looked at again after the end', () => {
    given(...inForce, expired)
      .when(reverify())
      .thenRepeatably(reverified());
    given(...inForce, expired)
      .when(reverify(region, { verifiedOn: day('2031-12-30') }))
      .thenRefused('VerifiedBeforeEnd');
    given(...inForce)
      .when(reverify())
      .thenRefused('WrongState');
    given(...inForce, expired)
      .when(reverify(friends))
      .thenRefused('UnknownSignature');
    given(...inForce, expired)
      .when(reverify(region, { verifiedOn: day('2032-02-02') }))
      .thenRefused('InFuture');
  });
  it('A-14, X-11: closes only when every signature was; a certificate run out since is no harm', () => {
    given(...inForce, expired, reverified(region))
      .when(close())
      .thenRefused('SignaturesNotReverified');
    given(...inForce, expired, reverified(region), reverified(town))
      .when(close())
      .then(closed);
  });
  it('A-14: one that was invalid when it was made closes only what is annulled', () => {
    const looked = [reverified(region), reverified(town, false)];
    given(...inForce, expired, ...looked)
      .when(close())
      .thenRefused('SignatureWasInvalid');
    given(...inForce, expired, ...looked, annulled)
      .when(close())
      .then(closed);
  });
  it('A-14, X-11: a simple signature has nothing to look at', () => {
    const simple = inForce.map((event) =>
      event.type === 'AgreementSigned' && event.data.party === town
        ? ({ ...event, data: { ...event.data, level: 'simple' } } as const)
        : event,
    );
    given(...simple, expired)
      .when(reverify(town))
      .thenRefused('SimpleSignature');
    given(...simple, expired, reverified(region))
      .when(close())
      .then(closed);
  });
  it('A-12, X-11: no more is settled than was agreed; what was withdrawn has nothing to settle', () => {
    given(...inForce, expired, reverified(region), reverified(town))
      .when(close(100_01))
      .thenRefused('SettledOverTotal');
    const withdrawn: AgreementEvent = {
      type: 'AgreementWithdrawn',
      data: { frozenVersion: null },
    };
    given(drafted, withdrawn).when(close(1)).thenRefused('SettledOverTotal');
    given(drafted, withdrawn)
      .when(close(0))
      .then({
        type: 'AgreementClosed',
        data: { closedOn: day('2032-02-01'), settledCents: cents(0) },
      });
  });
  it('X-11: what is in force is not closed, and nothing happens after closing', () => {
    given(...inForce)
      .when(close())
      .thenRefused('WrongState');
    given(...inForce, expired, reverified(region), reverified(town), closed)
      .when(annul())
      .thenRefused('WrongState');
  });
});
