import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { SignAgreement } from './agreement.commands.js';
import type { AgreementEvent } from './facts.events.js';
import { added, approvedBy, at, cents, day, drafted, draftedAs } from '../test/examples.js';
import { eligible, friends, frozen, frozenUnderParent, fullySigned } from '../test/examples.js';
import { hash, mandate, opened, openToSign, otherText, parent } from '../test/examples.js';
import { personRef, region, revised, signature, signedBy, stranger } from '../test/examples.js';
import { submitted, text, toRegister, town } from '../test/examples.js';
import { agreement } from './agreement.js';

const given = specificationFor(agreement);
const frozenText = [drafted, added(region), added(town), revised, submitted, frozen];
const approval = { party: region, textSha256: text, act: hash(20), body: 'Giunta' };
const approve = (data: object = {}) => {
  const all = { ...approval, date: day('2029-12-01'), ...data };
  return { type: 'RecordPartyApproval', data: all } as const;
};
const open = (textSha256 = text) => ({ type: 'OpenForSignature', data: { textSha256 } }) as const;
const sign = (data: Partial<SignAgreement['data']> = {}) =>
  ({ type: 'SignAgreement', data: { ...signature, ...data } }) as const;
const grounded = (grounds: Partial<SignAgreement['data']['grounds']>) =>
  sign({ grounds: { ...signature.grounds, ...grounds } });
const onDay = (date: string) =>
  sign({
    signedAt: at(`${date}T10:00:00.000Z`),
    grounds: { ...signature.grounds, signedOn: day(date) },
  });
const held = (change: Partial<typeof mandate>, extra: Partial<SignAgreement['data']> = {}) =>
  sign({
    ...extra,
    grounds: {
      ...signature.grounds,
      party: { ...eligible, representations: [{ ...mandate, ...change }] },
    },
  });

describe('approval by a party', () => {
  it('X-11: is recorded with its act', () =>
    given(...frozenText)
      .when(approve())
      .then(approvedBy(region)));
  it('X-11: comes after the text is frozen', () =>
    given(...frozenText.slice(0, -1))
      .when(approve())
      .thenRefused('WrongState'));
  it('A-1: is of this text', () =>
    given(...frozenText)
      .when(approve({ textSha256: otherText }))
      .thenRefused('TextDiffers'));
  it('X-12: is of a party', () =>
    given(...frozenText)
      .when(approve({ party: stranger }))
      .thenRefused('NotAParty'));
  it('X-11: is given once', () =>
    given(...frozenText, approvedBy(region))
      .when(approve())
      .thenRefused('AlreadyApproved'));
  it('X-2: is not of tomorrow', () =>
    given(...frozenText)
      .when(approve({ date: day('2030-01-02') }))
      .thenRefused('InFuture'));
  it('X-2, X-11: may be of today', () =>
    given(...frozenText)
      .when(approve({ date: someone.today }))
      .then(approvedBy(region, someone.today)));
  it('A-4: falls away with the text that it approved', () => {
    const again: AgreementEvent = {
      type: 'AgreementTextFrozen',
      data: { ...frozen.data, version: 2 },
    } as AgreementEvent;
    const back: AgreementEvent = { type: 'AgreementChangesRequested', data: { frozenVersion: 1 } };
    given(...frozenText, approvedBy(region), approvedBy(town), back, submitted, again)
      .when(open())
      .thenRefused('ApprovalMissing');
  });
});

describe('opening for signature', () => {
  const today = day('2029-12-10');
  it('A-4, X-11: waits for the act of every administration', () => {
    given(...frozenText, approvedBy(region))
      .when(open())
      .thenRefused('ApprovalMissing');
    given(...frozenText, approvedBy(region), approvedBy(town))
      .when({ ...open(), today })
      .then(opened);
  });
  it('A-4, X-11: asks no act of a private party', () => {
    const association = added(town, { publicBody: false });
    given(drafted, added(region), association, revised, submitted, frozen, approvedBy(region))
      .when({ ...open(), today })
      .then(opened);
  });
  it('A-1: opens the text that was read', () =>
    given(...frozenText, approvedBy(region), approvedBy(town))
      .when(open(otherText))
      .thenRefused('TextDiffers'));
  it('A-8, X-11: waits for the ledger of the parent', () => {
    const reserved: AgreementEvent = {
      type: 'AgreementReservationConfirmed',
      data: { version: 1 },
    };
    const child = [draftedAs({ parent }), added(region), added(town), revised, submitted];
    const approved = [frozenUnderParent, approvedBy(region), approvedBy(town)];
    given(...child, ...approved)
      .when(open())
      .thenRefused('ReservationPending');
    given(...child, ...approved, reserved)
      .when({ ...open(), today })
      .then(opened);
  });
  it('X-11: comes after freezing', () => given(drafted).when(open()).thenRefused('WrongState'));
});

describe('a signature', () => {
  it('X-11: is recorded with its container and report', () =>
    given(...openToSign)
      .when(sign())
      .then(signedBy(region)));
  it('A-1: completes the agreement in one append when it is the last', () =>
    given(...openToSign, signedBy(town))
      .when(sign())
      .then(signedBy(region), fullySigned));
  it('A-1: is refused on another text', () =>
    given(...openToSign)
      .when(sign({ textSha256: otherText }))
      .thenRefused('TextDiffers'));
  it('X-12: is of a party', () =>
    given(...openToSign)
      .when(sign({ party: stranger }))
      .thenRefused('NotAParty'));
  it('X-11: is given once', () =>
    given(...openToSign, signedBy(region))
      .when(sign())
      .thenRefused('AlreadySigned'));
  it('X-11: comes after opening, and not after completion', () => {
    given(...openToSign.slice(0, -1))
      .when(sign())
      .thenRefused('WrongState');
    given(...toRegister)
      .when(sign())
      .thenRefused('WrongState');
  });
  it('X-11: may be recorded for another signatory', () => {
    const colleague = personRef(2);
    const signed = signedBy(region);
    given(...openToSign)
      .when(held({ person: colleague }, { signatory: colleague }))
      .then({ ...signed, data: { ...signed.data, signatory: colleague } });
  });
  it('X-9, X-11: keeps of the certificate only a reference', () => {
    const ref = 'text-ref';
    const { data } = grounded({ certificateRef: ref });
    const signed = signedBy(region);
    given(...openToSign)
      .when({ type: 'SignAgreement', data: { ...data, certificateSubject: 'CN=Ada' } })
      .then({ ...signed, data: { ...signed.data, certificateRef: ref } });
  });
});

describe('when a signature is given', () => {
  it('X-2, X-11: it is not of the future, but may be of this instant', () => {
    given(...openToSign)
      .when(sign({ signedAt: at('2030-01-01T12:00:00.001Z') }))
      .thenRefused('InFuture');
    const { data } = signedBy(region);
    given(...openToSign)
      .when(sign({ signedAt: someone.at }))
      .then({ type: 'AgreementSigned', data: { ...data, signedAt: someone.at } });
  });
  it('A-6: the last day counts, whoever was recorded last', () =>
    given(...openToSign, signedBy(town, day('2029-12-21')))
      .when(sign())
      .then(signedBy(region), {
        type: 'AgreementFullySigned',
        data: { textSha256: text, lastSignedOn: day('2029-12-21') },
      }));
  it('A-2, X-11: it is not older than the opening', () => {
    given(...openToSign)
      .when(onDay('2029-12-09'))
      .thenRefused('SignedBeforeOpening');
    given(...openToSign)
      .when(onDay('2029-12-10'))
      .then(signedBy(region, day('2029-12-10')));
  });
  it('A-4, X-11: the approving act precedes it, if by a day', () => {
    const late = [...frozenText, approvedBy(region, day('2029-12-21')), approvedBy(town), opened];
    given(...late)
      .when(sign())
      .thenRefused('ApprovalAfterSignature');
    given(...late)
      .when(onDay('2029-12-21'))
      .then(signedBy(region, day('2029-12-21')));
  });
});

describe('A-3: the level of a signature', () => {
  const simple = { level: 'simple', grounds: signature.grounds } as const;
  const { textSha256, signedAt } = signature;
  const bare = { textSha256, signedAt };
  const plain = (party = region) => {
    return { type: 'SignAgreement', data: { ...bare, ...simple, party } } as const;
  };
  const simply = (party: typeof region): AgreementEvent => {
    const { data } = signedBy(party);
    return {
      type: 'AgreementSigned',
      data: { ...data, level: 'simple', container: null, report: null },
    };
  };

  it('A-3: a simple one is null between administrations', () =>
    given(...openToSign)
      .when(plain())
      .thenRefused('SignatureTooWeak'));
  it('A-3, X-11: an advanced one is enough', () => {
    const { data } = signedBy(region);
    given(...openToSign)
      .when(sign({ level: 'advanced' }))
      .then({ type: 'AgreementSigned', data: { ...data, level: 'advanced' } });
  });
  it('A-3, X-11: a private party may sign plainly, even beside two administrations', () => {
    const third = added(friends, { publicBody: false, shareCents: cents(0) });
    const history = [drafted, added(region), added(town), third, ...openToSign.slice(3)];
    given(...history)
      .when(plain(friends))
      .then(simply(friends));
  });
  it('A-3, X-11: one administration alone may sign plainly', () => {
    const history = [
      ...[drafted, added(region), added(town, { publicBody: false }), revised, submitted],
      ...[frozen, approvedBy(region), opened],
    ];
    given(...history)
      .when(plain())
      .then(simply(region));
  });
  it('A-3: without container or report it is no advanced one', () => {
    for (const kept of [{ container: hash(30) }, { report: hash(31) }, {}]) {
      const data = { ...bare, ...simple, ...kept, party: region, level: 'qualified' } as const;
      given(...openToSign)
        .when({ type: 'SignAgreement', data })
        .thenRefused('ContainerMissing');
    }
  });
});
