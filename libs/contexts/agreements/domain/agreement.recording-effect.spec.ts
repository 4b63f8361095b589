import { describe, expect, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import { cents, clause, day, entry, hash, parent, proposed } from '../test/examples.js';
import { region, registered, town } from '../test/examples.js';
import { record, recordedAs, recorder, waivingAct } from '../test/recording.js';
import { agreement } from './agreement.js';
import type { AgreementState } from './agreement.state.js';
import { checklistTopics } from './checklist.js';
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
describe('the content, the number and the effect of an agreement that was signed elsewhere', () => {
  const grant = { kind: 'grantAgreement' } as const;
  it('A-9, X-11: a grant holds its mandatory content, unless it is waived', () => {
    given()
      .when(record({ ...grant, covers: checklistTopics.slice(1) }))
      .thenRefused('ChecklistIncomplete');
    given()
      .when(record({ ...grant, covers: checklistTopics }))
      .then(recordedAs({ ...grant, covers: checklistTopics }), proposed);
    given()
      .when(record({ ...grant, ...waives('A-9') }))
      .then(recordedAs({ ...grant, waivers: [waived('A-9')] }), proposed);
  });
  it('A-7: its number is nobody else’s', () =>
    given()
      .when(record({}, { heldBy: parent }))
      .thenRefused('ExistingNumberTaken'));
  it('X-11: was given when all had signed', () =>
    given()
      .when(record({ protocolDate: day('2029-12-19') }))
      .thenRefused('RegisteredBeforeSignature'));
  it('X-2: the number is of a day that has come', () =>
    given()
      .when(record({ protocolDate: day('2030-01-02') }))
      .thenRefused('InFuture'));
  it('X-2: says from when it has effect, which is not to come', () => {
    given()
      .when(record({}, { effectiveOn: null }))
      .thenRefused('EffectNotStated');
    given()
      .when(record({}, { effectiveOn: day('2030-01-02') }))
      .thenRefused('InFuture');
  });
  it('A-6, X-11: has effect from when it was complete, or earlier by a clause', () => {
    const early = { effectiveOn: day('2029-12-21') };
    given().when(record({}, early)).thenRefused('EffectBeforeComplete');
    const earlierEffectBy = 'art. 7';
    given()
      .when(record({ earlierEffectBy }, early))
      .then(recordedAs({ ...early, earlierEffectBy }), proposed);
  });
  it('A-6, X-11: has no effect before its last condition is met', () => {
    const condition = { title: 'Nulla osta', metOn: day('2029-12-23'), document: hash(5) };
    const conditions = [condition];
    given()
      .when(record({ conditions }, { newIds: ['c1'] }))
      .thenRefused('EffectBeforeComplete');
    const effectiveOn = day('2029-12-23');
    given()
      .when(record({ conditions }, { newIds: ['c1'], effectiveOn }))
      .then(recordedAs({ conditions: [{ id: 'c1', ...condition }], effectiveOn }), proposed);
  });
  it('A-6: has no effect after its term', () =>
    given()
      .when(record({ end: day('2029-12-21') }))
      .thenRefused('TermOver'));
  it('A-7, X-11: publication is there where it is a condition of effect', () => {
    const publication = { publishedOn: day('2029-12-22'), place: 'Albo', reference: '12' };
    given()
      .when(record({ publicationRequired: true }))
      .thenRefused('PublicationMissing');
    given()
      .when(record({ publicationRequired: true, publication }))
      .then(recordedAs({ publicationRequired: true, publication }), proposed);
  });
});

describe('what becomes of an agreement that was signed elsewhere', () => {
  const numbered = [recordedAs(), proposed, registered];
  const bring = { type: 'BringIntoForce', data: {} } as const;
  it('X-11: is in force from the day that was recorded', () => {
    const { network, plan } = recordedAs().data;
    given(...numbered)
      .when(bring)
      .then({
        type: 'AgreementEnteredIntoForce',
        data: {
          ...{ kind: 'partnershipAgreement', network, plan, parties: [region, town] },
          from: day('2029-12-22'),
        },
      });
  });
  it('A-6: a number that it was given later moves its effect, unless a clause makes it earlier', () => {
    const later = { ...entry, protocolDate: day('2029-12-30') };
    const [, , was] = numbered;
    const other = { ...was, data: later } as AgreementEvent;
    const from = (recorded: AgreementEvent) => {
      const decision = agreement.decide({ ...bring, ...now }, stateOf(recorded, proposed, other));
      return decision.outcome === 'accepted' && decision.events[0]?.data;
    };
    expect(from(recordedAs())).toMatchObject({ from: '2029-12-30' });
    expect(from(recordedAs({ earlierEffectBy: 'art. 7' }))).toMatchObject({ from: '2029-12-22' });
  });
  it('A-10, X-11: is over, and never in force, where its last day has passed', () => {
    const ended = recordedAs({ end: day('2029-12-31') });
    const expired = stateOf(ended, proposed, registered, ...endOf('2029-12-31'));
    given(ended, proposed, registered)
      .when(bring)
      .then(...endOf('2029-12-31'));
    expect(expired).toMatchObject({ status: 'Expired', inForceFrom: '2029-12-22', version: 1 });
    expect(expired?.signatures).toHaveLength(2);
    const lasting = stateOf(recordedAs({ end: day('2030-01-01') }), proposed, registered);
    expect(decided(lasting, { ...bring, ...now }).map(({ type }) => type)).toStrictEqual([
      'AgreementEnteredIntoForce',
    ]);
  });
  it('A-1: a signature of it that is invalid is no matter of a new one', () =>
    given(recordedAs({ parent }))
      .when({
        type: 'InvalidateSignature',
        data: { party: region, textSha256: recordedAs().data.textSha256, document: hash(9) },
      })
      .thenRefused('SignedElsewhere'));
  it('A-9: an amendment of a grant keeps the content that was recorded, or waived', () => {
    const grant = { kind: 'grantAgreement', covers: [] } as const;
    const wording = { clauses: [clause] };
    for (const [change, outcome] of [
      [grant, 'refused'],
      [{ ...grant, covers: checklistTopics }, 'accepted'],
      [{ ...grant, waivers: [waived('A-9')] }, 'accepted'],
    ] as const) {
      const history = [recordedAs(change), proposed, registered];
      const inForce = decided(stateOf(...history), { ...bring, ...now });
      const amending: AgreementEvent[] = [
        {
          type: 'AmendmentProposed',
          data: { amendment: 'a1', amends: 1, change: wording, decision: null },
        },
        { type: 'AgreementSubmittedForReview', data: { amendment: 'a1' } },
      ];
      const grounds = { sha256: hash(3), mediaType: 'application/json', parent: null };
      const freeze = { type: 'FreezeText', data: { amendment: 'a1', grounds }, ...now } as const;
      const decision = agreement.decide(freeze, stateOf(...history, ...inForce, ...amending));
      expect(decision.outcome).toBe(outcome);
    }
  });
});

const now = { at: '2030-01-01T12:00:00.000Z', today: day('2030-01-01'), ...recorder } as never as {
  at: never;
  today: never;
  by: typeof recorder.by;
};

function stateOf(...history: readonly AgreementEvent[]): AgreementState {
  return history.reduce<AgreementState>(agreement.evolve, null);
}

function decided(state: AgreementState, command: Parameters<typeof agreement.decide>[0]) {
  const decision = agreement.decide(command, state);
  return decision.outcome === 'accepted' ? decision.events : [];
}

function endOf(endedOn: string): AgreementEvent[] {
  return [
    { type: 'AgreementExpired', data: { endedOn: day(endedOn) } },
    { type: 'SettlementOpened', data: { openedOn: day('2030-01-01'), totalCents: cents(100_00) } },
  ];
}
