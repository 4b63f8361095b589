import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import { amendmentProposed, cents, childInForce, day, drafted, hash } from '../test/examples.js';
import { inForce, parent, personRef } from '../test/examples.js';
import { agreement } from './agreement.js';
import type { AgreementEvent } from './facts.events.js';

const given = specificationFor(agreement);
const end = day('2032-06-30');
const act = hash(72);
const lastDay = { today: drafted.data.end };
const after = { today: day('2032-01-01') };
const request = (to = end, ground: object | null = null) =>
  ({
    type: 'RequestTermExtension',
    data: { end: to, grounds: { parent: ground } },
  }) as never;
const requested = (change: object = {}): AgreementEvent => ({
  type: 'AgreementExtensionRequested',
  data: {
    ...{ version: 2, end, totalCents: cents(100_00), parent: null },
    ...{ requestedOn: day('2030-01-01'), requestedBy: personRef(1), ...change },
  },
});
const byOther = { by: { person: personRef(2), mandate: null, organisation: null } };
const extend = (to = end) => ({ type: 'ExtendTerm', data: { end: to, act }, ...byOther }) as const;
const extended = (change: object = {}): AgreementEvent => ({
  type: 'AgreementTermExtended',
  data: { version: 2, formerEnd: drafted.data.end, end, act, released: null, ...change },
});
const refuse = { type: 'RefuseTermExtension', data: { end } } as const;
const refused: AgreementEvent = { type: 'AgreementExtensionRefused', data: { version: 2 } };

describe('A-10: an extension', () => {
  it('A-10, A-11: is requested before expiry, on the last day still', () => {
    given(...inForce)
      .when(Object.assign({}, request(), after))
      .thenRefused('TermAlreadyOver');
    given(...inForce)
      .when(Object.assign({}, request(), lastDay))
      .then(requested({ requestedOn: lastDay.today }));
  });
  it('A-10, X-11: is approved before expiry, recorded as expired or not', () => {
    given(...inForce, requested())
      .when({ ...extend(), ...after })
      .thenRefused('TermAlreadyOver');
    given(...inForce, requested())
      .when({ ...extend(), ...lastDay })
      .then(extended());
    const expired: AgreementEvent = {
      type: 'AgreementExpired',
      data: { endedOn: drafted.data.end },
    };
    given(...inForce, requested(), expired)
      .when(extend())
      .thenRefused('WrongState');
  });
  it('A-10: ends later than before', () =>
    given(...inForce)
      .when(request(drafted.data.end))
      .thenRefused('NotLater'));
  it('X-5: who asked does not approve', () =>
    given(...inForce, requested())
      .when({ type: 'ExtendTerm', data: { end, act } })
      .thenRefused('ApproverAsked'));
  it('X-11: what is approved or turned down is what was asked for', () => {
    given(...inForce, requested())
      .when(extend(day('2032-07-01')))
      .thenRefused('NoSuchExtension');
    given(...inForce, requested())
      .when(refuse)
      .then(refused);
    given(...inForce)
      .when(refuse)
      .thenRefused('NoSuchExtension');
  });
  it('A-11: terms are changed one at a time', () => {
    given(...inForce, requested())
      .when(request())
      .thenRefused('ExtensionOpen');
    given(...inForce, amendmentProposed({ end: day('2033-01-01') }))
      .when(request())
      .thenRefused('GroupAlreadyOpen');
    given(...inForce, amendmentProposed())
      .when(request())
      .then(requested());
    const grounds = { newId: 'x', joining: [] };
    given(...inForce, requested())
      .when({ type: 'ProposeAmendment', data: { amends: 1, change: { end }, grounds } })
      .thenRefused('ExtensionOpen');
  });
  it('A-8, A-11, X-11: of a child stays within the parent, and waits for its ledger', () => {
    const room = (until: string) => ({
      ...{ status: 'InForce', end: day(until), residualCents: cents(100_00) },
    });
    const held = { parent, beside: 1 };
    given(...childInForce)
      .when(request(end, room('2032-06-29')))
      .thenRefused('ChildOutlastsParent');
    given(...childInForce)
      .when(request(end, room('2032-06-30')))
      .then(requested(held));
    given(...childInForce, requested(held))
      .when(extend())
      .thenRefused('ReservationPending');
    given(...childInForce, requested(held))
      .when({ type: 'ConfirmReservation', data: { version: 2 } })
      .then({ type: 'AgreementReservationConfirmed', data: { version: 2 } });
    const confirmed = { type: 'AgreementReservationConfirmed', data: { version: 2 } } as const;
    given(...childInForce, requested(held), confirmed)
      .when(extend())
      .then(extended({ released: 1 }));
  });
  it('A-8, X-11: what the ledger denies is asked for no more', () => {
    const denied = { version: 2, rule: 'A-8', code: 'OutlastsParent' } as const;
    given(...childInForce, requested({ parent }), {
      type: 'AgreementReservationDenied',
      data: denied,
    })
      .when(extend())
      .thenRefused('NoSuchExtension');
  });
});
