import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { PartnerId } from '@tavolo/partners';
import { amendedText, amendment, amendmentCycle, amendmentProposed } from '../test/examples.js';
import { added, approvedBy, asked, condition, day, draftedAs, entry } from '../test/examples.js';
import { friends, frozen, fullySigned, hash, inForce, opened } from '../test/examples.js';
import { openToSign, otherText, proposed, region, registered, revised } from '../test/examples.js';
import { signature, signedBy, submitted, text, toRegister, town } from '../test/examples.js';
import { agreement } from './agreement.js';
import type { AgreementEvent } from './facts.events.js';

const given = specificationFor(agreement);
const refusal = { statement: hash(70), refusedOn: day('2029-12-21') };
const refuseBy = (party: PartnerId, change: object = {}) => {
  const data = { party, textSha256: text, ...refusal, ...change };
  return { type: 'RefuseSignature', data } as const;
};
const refusedBy = (party: PartnerId): AgreementEvent => ({
  type: 'SignatureRefused',
  data: { party, textSha256: text, ...refusal },
});
const invalidate = (party: PartnerId, textSha256 = text) =>
  ({ type: 'InvalidateSignature', data: { party, textSha256, document: hash(71) } }) as const;
const invalidated = (party: PartnerId, document: string | null = hash(71)): AgreementEvent =>
  ({ type: 'SignatureInvalidated', data: { party, textSha256: text, document } }) as AgreementEvent;
const changes = { type: 'RequestChanges', data: {} } as const;
const sign = (party: PartnerId) =>
  ({ type: 'SignAgreement', data: { ...signature, party } }) as const;

describe('a refusal to sign', () => {
  it('X-11: is recorded once, with its statement', () =>
    given(...openToSign)
      .when(refuseBy(town))
      .then(refusedBy(town)));
  it('A-1: is of the text that was read', () =>
    given(...openToSign)
      .when(refuseBy(town, { textSha256: otherText }))
      .thenRefused('TextDiffers'));
  it('X-2: has happened', () =>
    given(...openToSign)
      .when(refuseBy(town, { refusedOn: day('2030-01-02') }))
      .thenRefused('InFuture'));
  it('X-12: is of a party', () =>
    given(...openToSign)
      .when(refuseBy(friends))
      .thenRefused('NotAParty'));
  it('X-11: comes before the signature, and instead of it', () => {
    given(...openToSign, signedBy(town))
      .when(refuseBy(town))
      .thenRefused('AlreadySigned');
    given(...openToSign, refusedBy(region))
      .when(sign(region))
      .thenRefused('AlreadyRefused');
    given(...toRegister)
      .when(refuseBy(town))
      .thenRefused('WrongState');
  });
  it('A-2, X-11: only a refused text goes back, and the signatures on it are void', () => {
    given(...openToSign, signedBy(region))
      .when(changes)
      .thenRefused('WrongState');
    given(...openToSign, signedBy(region), refusedBy(town))
      .when(changes)
      .then(invalidated(region, null), {
        type: 'AgreementChangesRequested',
        data: { frozenVersion: 1 },
      });
  });
  it('A-2, X-11: what was signed before counts nothing for the next text', () => {
    const back: AgreementEvent = { type: 'AgreementChangesRequested', data: { frozenVersion: 1 } };
    const voided = [signedBy(region), refusedBy(town), invalidated(region, null), back];
    given(
      ...openToSign,
      ...voided,
      ...[submitted, frozen, approvedBy(region), approvedBy(town), opened],
    )
      .when(sign(region))
      .then(signedBy(region));
  });
});

describe('a reminder that a signature is awaited', () => {
  const remind = (party: PartnerId, textSha256 = text) =>
    ({ type: 'RemindParty', data: { party, textSha256 } }) as const;
  const remindedBy = (remindedOn = day('2030-01-01'), party = town): AgreementEvent => ({
    type: 'PartyReminded',
    data: { party, textSha256: text, remindedOn },
  });
  it('X-11: goes to a party that owes its signature, as often as once a day', () => {
    given(...openToSign, signedBy(region))
      .when(remind(town))
      .then(remindedBy());
    given(...openToSign, remindedBy(day('2029-12-31')))
      .when(remind(town))
      .then(remindedBy());
    given(...openToSign, remindedBy())
      .when(remind(town))
      .thenRefused('RemindedToday');
    given(...openToSign, remindedBy())
      .when(remind(region))
      .then(remindedBy(day('2030-01-01'), region));
  });
  it('X-11: comes before the signature, and not after a refusal', () => {
    given(...openToSign, signedBy(town))
      .when(remind(town))
      .thenRefused('AlreadySigned');
    given(...openToSign, refusedBy(town))
      .when(remind(town))
      .thenRefused('AlreadyRefused');
  });
  it('X-11: is due while the text is open for signature alone', () => {
    given(...toRegister)
      .when(remind(town))
      .thenRefused('WrongState');
    given(...openToSign.slice(0, -1))
      .when(remind(town))
      .thenRefused('WrongState');
  });
  it('A-1: is about the text that is signed', () =>
    given(...openToSign)
      .when(remind(town, otherText))
      .thenRefused('TextDiffers'));
  it('X-12: goes to a party', () =>
    given(...openToSign)
      .when(remind(friends))
      .thenRefused('NotAParty'));
  it('A-11: is of the amendment that it names, whose text is another', () => {
    const cycle = amendmentCycle();
    const last = cycle.findIndex(({ type }) => type === 'AgreementOpenedForSignature');
    const facts = [...inForce, amendmentProposed(), ...cycle.slice(0, last + 1)];
    const data = { party: town, textSha256: amendedText, amendment };
    const today = day('2029-12-29');
    const fact = { type: 'PartyReminded', data: { ...data, remindedOn: today } } as const;
    given(...facts)
      .when({ type: 'RemindParty', data, today })
      .then(fact);
    given(...facts, fact)
      .when({ type: 'RemindParty', data, today })
      .thenRefused('RemindedToday');
  });
});

describe('a signature that is found invalid', () => {
  it('A-1, X-11: is void, and the text waits for it again', () => {
    given(...toRegister)
      .when(invalidate(town))
      .then(invalidated(town));
    given(...toRegister, invalidated(town))
      .when({ type: 'RegisterAgreement', data: { ...entry, grounds: known } })
      .thenRefused('WrongState');
  });
  it('A-1, X-11: signed again, it is complete again and asked to be registered again', () => {
    given(...toRegister, invalidated(town), signedBy(town), fullySigned)
      .when({ type: 'AskRegistration', data: {} })
      .then(asked);
    given(...toRegister)
      .when({ type: 'AskRegistration', data: {} })
      .thenRefused('RegistrationAlreadyAsked');
  });
  it('A-1, X-11: with the last one void nobody has signed', () =>
    given(...openToSign, signedBy(region), invalidated(region))
      .when(invalidate(region))
      .thenRefused('WrongState'));
  it('A-1, X-11: of a registered text it undoes the registration', () =>
    given(...toRegister, proposed, registered, invalidated(town))
      .when({ type: 'BringIntoForce', data: {} })
      .thenRefused('WrongState'));
  it('A-1: is named with its text', () =>
    given(...toRegister)
      .when(invalidate(town, otherText))
      .thenRefused('TextDiffers'));
  it('X-11: is there, and nothing is being checked', () => {
    given(...openToSign, signedBy(region))
      .when(invalidate(town))
      .thenRefused('NotSigned');
    given(...toRegister, proposed)
      .when(invalidate(town))
      .thenRefused('RegistrationPending');
  });
  it('X-12: is of a party', () =>
    given(...toRegister)
      .when(invalidate(friends))
      .thenRefused('NotAParty'));
  it('X-11: in force it is a matter of annulment', () =>
    given(...inForce)
      .when(invalidate(town))
      .thenRefused('WrongState'));
});

const known = { registerExists: true, heldBy: null };

describe('publication', () => {
  const where = { place: 'Albo pretorio', reference: '12/2029' };
  const publish = (publishedOn = day('2029-12-24')) =>
    ({ type: 'PublishAgreement', data: { publishedOn, ...where } }) as const;
  const published: AgreementEvent = {
    type: 'AgreementPublished',
    data: { publishedOn: day('2029-12-24'), ...where },
  };
  const needing = [
    draftedAs({ publicationRequired: true, conditions: [{ id: condition, title: 'CUP' }] }),
    ...[added(region), added(town), revised, ...toRegister.slice(4), proposed, registered],
    {
      type: 'PrecedentConditionMet',
      data: { condition, document: hash(60), metOn: day('2029-12-23') },
    } as const,
  ];
  const bring = { type: 'BringIntoForce', data: {} } as const;

  it('A-7, X-11: where it is a condition, nothing is in force before it', () => {
    given(...needing)
      .when(bring)
      .thenRefused('PublicationMissing');
    given(...needing, published)
      .when(bring)
      .then({
        type: 'AgreementEnteredIntoForce',
        data: {
          ...{ kind: 'partnershipAgreement', network: draftedAs({}).data.network },
          ...{ plan: draftedAs({}).data.plan, parties: [region, town], from: day('2029-12-24') },
        },
      });
  });
  it('A-7, X-11, X-2: is of what all have signed, once, and has happened', () => {
    given(...needing)
      .when(publish())
      .then(published);
    given(...needing)
      .when(publish(day('2029-12-19')))
      .thenRefused('PublishedBeforeSignature');
    given(...needing, published)
      .when(publish())
      .thenRefused('AlreadyPublished');
    given(...needing)
      .when(publish(day('2030-01-02')))
      .thenRefused('InFuture');
    given(...openToSign)
      .when(publish())
      .thenRefused('WrongState');
  });
  it('X-11: may be recorded later where it is no condition', () =>
    given(...inForce)
      .when(publish())
      .then(published));
});
