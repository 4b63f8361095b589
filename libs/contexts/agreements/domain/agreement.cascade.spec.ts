import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { AgreementStatus } from '../contract/index.js';
import { amendmentProposed, cents, childInForce, day, inForceEvent } from '../test/examples.js';
import { amendment, parent } from '../test/examples.js';
import { agreement } from './agreement.js';
import type { AboveGround } from './agreement.commands.js';
import type { AgreementEvent } from './facts.events.js';

const given = specificationFor(agreement);
const today = day('2030-01-01');
const above = (status: AgreementStatus, endedOn: string | null = null): AboveGround => ({
  ...{ status, endedOn: endedOn === null ? null : day(endedOn) },
});
const endWith = (ground: AboveGround | null) =>
  ({ type: 'EndWithParent', data: { parent, grounds: { above: ground } } }) as const;
const terminated = (endedOn: string): AgreementEvent => ({
  type: 'AgreementTerminated',
  data: { cause: 'parentEnded', endedOn: day(endedOn) },
});
const opened: AgreementEvent = {
  type: 'SettlementOpened',
  data: { openedOn: today, totalCents: cents(100_00) },
};
const suspended: AgreementEvent = { type: 'AgreementSuspended', data: { from: today } };
const ofChild: AgreementEvent = {
  type: 'AgreementEnteredIntoForce',
  data: { ...inForceEvent.data, parent } as never,
};

describe('an agreement below one that has ended', () => {
  it.each(['Terminated', 'Annulled', 'Expired', 'Closed'] as const)(
    'A-8, A-12: ends on the same day, with its settlement, below one that is %s',
    (status) => {
      given(...childInForce)
        .when(endWith(above(status, '2029-12-31')))
        .then(terminated('2029-12-31'), opened);
      given(...childInForce, suspended)
        .when(endWith(above(status, '2029-12-31')))
        .then(terminated('2029-12-31'), opened);
    },
  );

  it('A-8: ends today below one that was given up before it had effect', () => {
    given(...childInForce)
      .when(endWith(above('Withdrawn')))
      .then(terminated('2030-01-01'), opened);
    given(...childInForce)
      .when(endWith(above('Closed')))
      .then(terminated('2030-01-01'), opened);
  });

  it('A-8, A-11: what is under way on it falls with it', () =>
    given(...childInForce, amendmentProposed())
      .when(endWith(above('Terminated', '2030-01-01')))
      .then(
        {
          type: 'AmendmentWithdrawn',
          data: { amendment, frozenVersion: null },
        },
        terminated('2030-01-01'),
        opened,
      ));

  it('A-8: ends by its own last day where that is not later', () => {
    given(...childInForce)
      .when(endWith(above('Expired', '2031-12-31')))
      .then();
    given(...childInForce)
      .when(endWith(above('Expired', '2031-12-30')))
      .then(terminated('2031-12-30'), opened);
  });

  it('A-8: stays where the one above stands, or is not known', () => {
    given(...childInForce)
      .when(endWith(above('InForce')))
      .then();
    given(...childInForce)
      .when(endWith(above('Suspended')))
      .then();
    given(...childInForce)
      .when(endWith(null))
      .then();
  });

  it('A-8: has nothing to end where it is not in force', () => {
    given(...childInForce.slice(0, -1))
      .when(endWith(above('Terminated', '2029-12-31')))
      .then();
    given(...childInForce, terminated('2029-12-31'), opened)
      .when(endWith(above('Annulled', '2029-12-30')))
      .then();
  });

  it('A-8, X-11: does not enter into force any more', () => {
    const registered = childInForce.slice(0, -1);
    const bring = (ground: AboveGround | null) =>
      ({ type: 'BringIntoForce', data: { grounds: { above: ground } } }) as const;
    given(...registered)
      .when(bring(above('Terminated', '2029-12-31')))
      .thenRefused('ParentHasEnded');
    given(...registered)
      .when(bring(above('Withdrawn')))
      .thenRefused('ParentHasEnded');
    given(...registered)
      .when(bring(above('InForce')))
      .then(ofChild);
    given(...registered)
      .when(bring(above('Expired', '2031-12-31')))
      .then(ofChild);
  });
});
