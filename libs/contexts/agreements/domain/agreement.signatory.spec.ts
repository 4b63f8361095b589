import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { SignAgreement } from './agreement.commands.js';
import { added, approvedBy, cents, day, drafted, eligible } from '../test/examples.js';
import { frozen, mandate, opened, revised, submitted } from '../test/examples.js';
import { openToSign, personRef, region, signature, signedBy, town } from '../test/examples.js';
import { agreement } from './agreement.js';

const given = specificationFor(agreement);
const sign = (data: Partial<SignAgreement['data']> = {}) =>
  ({ type: 'SignAgreement', data: { ...signature, ...data } }) as const;
const grounded = (grounds: Partial<SignAgreement['data']['grounds']>) =>
  sign({ grounds: { ...signature.grounds, ...grounds } });
const held = (change: Partial<typeof mandate>, extra: Partial<SignAgreement['data']> = {}) =>
  sign({
    ...extra,
    grounds: {
      ...signature.grounds,
      party: { ...eligible, representations: [{ ...mandate, ...change }] },
    },
  });

describe('who signs', () => {
  const signed = signedBy(region);
  it('A-5: with no mandate of the party is refused', () =>
    given(...openToSign)
      .when(held({ person: personRef(2) }))
      .thenRefused('SignatoryWithoutMandate'));
  it('A-5, X-11: with a mandate that had lapsed is refused, on its last day not', () => {
    given(...openToSign)
      .when(held({ until: day('2029-12-19') }))
      .thenRefused('MandateNotValid');
    given(...openToSign)
      .when(held({ until: day('2029-12-20') }))
      .then(signed);
  });
  it('A-5, X-11: with a mandate that had not begun is refused, on its first day not', () => {
    given(...openToSign)
      .when(held({ from: day('2029-12-21') }))
      .thenRefused('MandateNotValid');
    given(...openToSign)
      .when(held({ from: day('2029-12-20') }))
      .then(signed);
  });
  it('A-5, X-11: counts by the signing time, not by the day of recording', () =>
    given(...openToSign)
      .when({ ...held({ until: day('2029-12-20') }), today: someone.today })
      .then(signed));
  it('A-5: holds the mandate that is named', () =>
    given(...openToSign)
      .when(sign({ mandate: `${town}#x` as typeof mandate.mandate }))
      .thenRefused('SignatoryWithoutMandate'));
  it('A-5, X-11: alone records a simple signature; with its container anybody does', () => {
    const history = [
      ...[drafted, added(region), added(town, { publicBody: false }), revised, submitted],
      ...[frozen, approvedBy(region), opened],
    ];
    const by = { ...someone.by, person: personRef(2) };
    const named = { signatory: personRef(1) };
    const simply = { ...sign({ ...named, level: 'simple' }) } as const;
    given(...history)
      .when({ ...simply, by })
      .thenRefused('SimpleForAnother');
    const { data } = signed;
    given(...history)
      .when(simply)
      .then({ ...signed, data: { ...data, level: 'simple', container: null, report: null } });
    given(...history)
      .when({ ...sign(named), by })
      .then(signed);
  });
  it('PA-5, X-11: has power over agreements', () => {
    given(...openToSign)
      .when(held({ acts: ['membership', 'plan'] }))
      .thenRefused('PowerNotOverAgreements');
    given(...openToSign)
      .when(held({ acts: ['agreement'] }))
      .then(signed);
  });
  it('PA-5, X-11: has power over the amount of the share', () => {
    given(...openToSign)
      .when(held({ maxCents: cents(49_99) }))
      .thenRefused('AmountOverPower');
    given(...openToSign)
      .when(held({ maxCents: cents(50_00) }))
      .then(signed);
  });
  it('PA-5, X-11: a lead answers for the whole amount', () => {
    const led = [drafted, added(region, { role: 'lead' }), ...openToSign.slice(2)];
    given(...led)
      .when(held({ maxCents: cents(99_99) }))
      .thenRefused('AmountOverPower');
    given(...led)
      .when(held({ maxCents: cents(100_00) }))
      .then(signed);
  });
  it('PA-5, X-11: uses whichever mandate covers the act', () => {
    const narrow = { ...mandate, mandate: `${region}#n`, maxCents: cents(1) } as typeof mandate;
    const party = { ...eligible, representations: [narrow, mandate] };
    given(...openToSign)
      .when(grounded({ party }))
      .then(signed);
  });
});

describe('PA-2: the party', () => {
  const party = (change: Partial<typeof eligible>) =>
    grounded({ party: { ...eligible, ...change } });
  it('PA-2: is eligible', () =>
    given(...openToSign)
      .when(party({ status: 'Registered' }))
      .thenRefused('PartnerNotEligible'));
  it('PA-2, X-11: is eligible on the signing date, its last day included', () => {
    given(...openToSign)
      .when(party({ eligibleUntil: day('2029-12-19') }))
      .thenRefused('EligibilityLapsed');
    given(...openToSign)
      .when(party({ eligibleUntil: day('2029-12-20') }))
      .then(signedBy(region));
  });
  it('PA-3, X-11: a third-sector entity has its register number', () => {
    given(...openToSign)
      .when(party({ kind: 'thirdSector' }))
      .thenRefused('RegisterNumberMissing');
    given(...openToSign)
      .when(party({ kind: 'thirdSector', registerNo: '12345' }))
      .then(signedBy(region));
  });
  it('X-12: exists', () =>
    given(...openToSign)
      .when(grounded({ party: null }))
      .thenRefused('UnknownObject'));
  it('states in a refusal what would be needed', () => {
    const decision = agreement.decide(
      { ...someone, ...party({ eligibleUntil: day('2029-12-19') }) },
      openToSign.reduce<ReturnType<typeof agreement.evolve>>(agreement.evolve, null),
    );
    expect(decision).toMatchObject({ refusal: { rule: 'PA-2', details: { until: '2029-12-19' } } });
  });
});
