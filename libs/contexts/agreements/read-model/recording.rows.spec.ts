import { describe, expect, it } from '@jest/globals';
import { parent, proposed, region, registered, town } from '../test/examples.js';
import { cents, day, network, plan } from '../test/examples.js';
import { recordedAs, recorder, waivingAct } from '../test/recording.js';
import { projected } from '../test/rows.js';
import type { AgreementEvent } from '../domain/facts.events.js';

const entered: AgreementEvent = {
  type: 'AgreementEnteredIntoForce',
  data: {
    ...{ kind: 'partnershipAgreement', network, plan, parties: [region, town] },
    from: day('2029-12-22'),
  },
};

describe('the rows of an agreement that was signed elsewhere', () => {
  it('say that it was recorded afterwards, when, and what was waived by whom', () => {
    const { person: waivedBy, mandate } = recorder.by;
    const waivers = [{ rule: 'A-5', act: waivingAct, waivedBy, mandate } as const];
    const { row } = projected([recordedAs({ waivers })]);
    expect(row).toMatchObject({
      ...{ status: 'FullySigned', inForceFrom: null, reserved: true },
      recordedAfterwards: {
        ...{ recordedOn: '2030-01-01', effectiveOn: '2029-12-22', waivers, earlierEffectBy: null },
      },
    });
  });
  it('X-2: have it in force from the day that was recorded', () => {
    const { row, party, version } = projected([recordedAs(), proposed, registered, entered]);
    expect(row).toMatchObject({ status: 'InForce', inForceFrom: '2029-12-22', version: 1 });
    expect(party(town)).toMatchObject({
      ...{ signature: null, signedElsewhere: { level: 'digital', signedOn: '2029-12-20' } },
    });
    expect(version()).toMatchObject({ status: 'InForce', number: 1, from: '2029-12-22' });
    expect(version().parties).toHaveLength(2);
  });
  it('A-10: have it expired, and in effect until its end, where it was over already', () => {
    const { row, version } = projected([
      ...[recordedAs({ end: day('2029-12-31') }), proposed, registered],
      { type: 'AgreementExpired', data: { endedOn: day('2029-12-31') } },
      { type: 'SettlementOpened', data: { openedOn: day('2030-01-01'), totalCents: cents(1) } },
    ]);
    expect(row).toMatchObject({
      ...{ status: 'Expired', inForceFrom: '2029-12-22', endedOn: '2029-12-31', version: 1 },
    });
    expect(version()).toMatchObject({ status: 'Expired', number: 1, from: '2029-12-22' });
  });
  it('A-8: keep what was recorded in vain', () => {
    const { row, party, version } = projected([
      recordedAs({ parent }),
      { type: 'AgreementReservationDenied', data: { version: 1, rule: 'A-8', code: 'Over' } },
      { type: 'AgreementWithdrawn', data: { frozenVersion: null } },
    ]);
    const denied = { rule: 'A-8', code: 'Over' };
    expect(row).toMatchObject({ status: 'Withdrawn', reservationDenied: denied, textVersion: 1 });
    expect(version()).toMatchObject({ status: 'Withdrawn', reservationDenied: denied });
    expect(party(town)?.signedElsewhere).not.toBeNull();
  });
});
