import { describe, expect, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import { cents, day, hash, mandate, parent, personRef } from '../test/examples.js';
import { proposed, region, stranger, town } from '../test/examples.js';
import { known, lacking, record, recordedAs, recorder, reported } from '../test/recording.js';
import { signing, waivingAct } from '../test/recording.js';
import { agreement } from './agreement.js';
import type { AgreementEvent } from './facts.events.js';
import type { WaivableRule } from './recording.events.js';

const given = specificationFor(agreement);
const waives = (...all: readonly WaivableRule[]) => ({
  waivers: all.map((rule) => ({ rule, act: waivingAct })),
});
const waived = (rule: WaivableRule) => {
  const { person: waivedBy, mandate: under } = recorder.by;
  return { rule, act: waivingAct, waivedBy, mandate: under };
};
/** The parties of the recorded agreement, the first of them changed. */
const parties = (first: object) => {
  const [one, ...others] = recordedAs().data.parties;
  return { parties: one ? [{ ...one, ...first }, ...others] : [] };
};
const unempowered = () => {
  const [one] = recordedAs().data.parties;
  return parties({ signature: { ...one?.signature, mandate: null } });
};

const { network: _none, ...unnetworked } = record().data;
const networkless = { ...record(), data: unnetworked };

describe('an agreement that was signed elsewhere', () => {
  it('X-11: is recorded whole, and its number is claimed', () =>
    given().when(record()).then(recordedAs(), proposed));
  it('A-8, X-11: below a parent its amount is held before its number is claimed', () => {
    const ground = { status: 'InForce', end: null, residualCents: cents(100_00) } as const;
    const below = record({ parent }, { parent: ground, parentKind: 'grantAgreement' });
    given().when(below).then(recordedAs({ parent }));
    const confirmed: AgreementEvent = {
      type: 'AgreementReservationConfirmed',
      data: { version: 1 },
    };
    given(recordedAs({ parent }))
      .when({ type: 'ConfirmReservation', data: { version: 1 } })
      .then(confirmed, proposed);
  });
  it('A-8, X-11: where the parent has not enough it was recorded in vain, and is no draft', () => {
    const ground = { status: 'InForce', end: null, residualCents: cents(99_99) } as const;
    given()
      .when(record({ parent }, { parent: ground, parentKind: 'grantAgreement' }))
      .thenRefused('ChildOverParent');
    const denied = { version: 1, rule: 'A-8', code: 'OverResidual' } as const;
    given(recordedAs({ parent }))
      .when({ type: 'DenyReservation', data: denied })
      .then(
        { type: 'AgreementReservationDenied', data: denied },
        { type: 'AgreementWithdrawn', data: { frozenVersion: null } },
      );
  });
  it('A-8: a parent that may still change takes no child', () =>
    given()
      .when(
        record(
          { parent },
          {
            parent: { status: 'Drafted', end: null, residualCents: cents(100_00) },
            parentKind: 'grantAgreement',
          },
        ),
      )
      .thenRefused('ParentNotSettled'));
  it('X-12: everything that it names exists', () =>
    given()
      .when(record({}, { missing: stranger }))
      .thenRefused('UnknownObject'));
  it('X-11: is recorded once', () =>
    given(recordedAs()).when(record()).thenRefused('AlreadyDrafted'));
  it('N-3: a network agreement names its network', () =>
    given()
      .when({ ...networkless, data: { ...networkless.data, kind: 'networkAgreement' } })
      .thenRefused('NetworkMissing'));
  it('X-11: does not end before it starts', () =>
    given()
      .when(record({ end: day('2028-12-31') }))
      .thenRefused('EndBeforeStart'));
  it('X-6: its text is a PDF', () =>
    given()
      .when(record({}, { mediaType: 'text/plain' }))
      .thenRefused('NotAPdf'));
});

describe('the parties of an agreement that was signed elsewhere', () => {
  it('A-1: are at least two', () =>
    given()
      .when(record({ parties: [reported(region, { shareCents: cents(100_00) })] }))
      .thenRefused('TooFewParties'));
  it('X-11: are each one once', () =>
    given()
      .when(record({ parties: [reported(region), reported(region)] }))
      .thenRefused('PartyTwice'));
  it('A-1: have all signed', () =>
    given()
      .when(record({ parties: [reported(region), lacking(town, 'signature')] }))
      .thenRefused('SignatureMissing'));
  it('A-8: have shares that make up the whole', () =>
    given()
      .when(record({ totalCents: cents(100_01) }))
      .thenRefused('SharesDiffer'));
  it('A-3: sign at least at the advanced level, waived by nobody', () => {
    const simple = { parties: [reported(region), signing(town, { level: 'simple' })] };
    given()
      .when(record({ ...simple, ...waives('A-4', 'A-5') }))
      .thenRefused('SignatureTooWeak');
    const advanced = { parties: [reported(region), signing(town, { level: 'advanced' })] };
    expect(agreementOf(record(advanced)).outcome).toBe('accepted');
  });
  it('A-3: bring the signed file and its report', () =>
    given()
      .when(record({ parties: [signing(region, { container: undefined }), reported(town)] }))
      .thenRefused('ContainerMissing'));
  it('A-4: approved before they signed', () => {
    const late = { act: hash(20), date: day('2029-12-21'), body: 'Giunta' };
    given()
      .when(record({ parties: [reported(region, { approval: late }), reported(town)] }))
      .thenRefused('ApprovalAfterSignature');
  });
  it('A-4, X-11: approved at all, where they are administrations and nobody waives it', () => {
    const bare = { parties: [lacking(region, 'approval'), reported(town)] };
    given().when(record(bare)).thenRefused('ApprovalNotStated');
    given()
      .when(record({ ...bare, ...waives('A-4') }))
      .then(recordedAs({ ...parties({ approval: null }), waivers: [waived('A-4')] }), proposed);
  });
  it('A-5, X-11: signed under a mandate of that day, unless it is waived', () => {
    const earlier = { ...mandate, until: day('2029-12-19') };
    const grounds = { parties: [{ ...known, representations: [earlier] }, known] };
    given().when(record({}, grounds)).thenRefused('MandateNotValid');
    given()
      .when(record(waives('A-5'), grounds))
      .then(recordedAs({ ...unempowered(), waivers: [waived('A-5')] }), proposed);
  });
  it('A-5: nobody here has seen a simple signature, unless its author records it', () => {
    const grounds = { parties: [known, { ...known, isPublic: false }] };
    const by = (person: number) => ({
      parties: [reported(region), signing(town, { level: 'simple', signatory: personRef(person) })],
    });
    given()
      .when(record(by(2), grounds))
      .thenRefused('SimpleForAnother');
    expect(agreementOf(record(by(1), grounds)).outcome).toBe('accepted');
  });
  it('PA-2, PA-3, PA-5: are judged as of the day of the signature, unless it is waived', () => {
    const small = { ...mandate, maxCents: cents(49_99) };
    for (const [rule, ground] of [
      ['PA-2', { status: 'Registered' }],
      ['PA-2', { eligibleUntil: day('2029-12-19') }],
      ['PA-3', { kind: 'thirdSector' }],
      ['PA-5', { representations: [small] }],
    ] as const) {
      const grounds = { parties: [{ ...known, ...ground }, known] };
      const decision = agreementOf(record({}, grounds));
      expect(decision).toMatchObject({ outcome: 'refused', refusal: { rule } });
      expect(agreementOf(record(waives(rule), grounds)).outcome).toBe('accepted');
    }
  });
  it('X-2: have signed by today', () =>
    given()
      .when(record({ parties: [signing(region, { signedOn: day('2030-01-02') }), reported(town)] }))
      .thenRefused('InFuture'));
});

describe('a waiver', () => {
  const bare = { parties: [lacking(region, 'approval'), reported(town)] };
  it('X-4: is of somebody who may waive', () => {
    const asked = { ...bare, ...waives('A-4') };
    for (const role of ['signatory', null]) {
      given().when(record(asked, { role })).thenRefused('WaiverOutOfRole');
    }
    const decision = agreementOf(record(asked, { role: 'legalRepresentative' }));
    expect(decision.outcome).toBe('accepted');
  });
  it('X-4, X-11: is a fact only where a rule would have kept something out', () =>
    given()
      .when(record(waives('A-4', 'A-5', 'A-9', 'PA-2')))
      .then(recordedAs(), proposed));
  it('X-4, A-4: of one rule lets no other pass', () =>
    given()
      .when(record({ ...bare, ...waives('A-5') }))
      .thenRefused('ApprovalNotStated'));
  it('X-11: is given once', () =>
    given()
      .when(record(waives('A-4', 'A-4')))
      .thenRefused('WaivedTwice'));
});

const now = { at: '2030-01-01T12:00:00.000Z', today: day('2030-01-01'), ...recorder } as never as {
  at: never;
  today: never;
  by: typeof recorder.by;
};

function agreementOf(command: ReturnType<typeof record>) {
  return agreement.decide({ ...now, ...command }, null);
}
