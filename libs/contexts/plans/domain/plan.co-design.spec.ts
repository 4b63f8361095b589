import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { TableId } from '../contract/index.js';
import type { HoldSession } from './plan.commands.js';
import type { PlanEvent } from './plan.events.js';
import { action, approvedMinutes, begun, closed, colleague, composed } from '../test/examples.js';
import {
  contribution,
  day,
  frozen,
  hash,
  held,
  minutes,
  opened,
  personRef,
} from '../test/examples.js';
import {
  proposed,
  region,
  session,
  table,
  taken,
  town,
  uuid,
  validated,
} from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const as = (n: number) => ({ by: { ...someone.by, person: personRef(n) } });
const unknown = uuid(99);

describe('a table', () => {
  const open = (newId: string = table) =>
    ({ type: 'OpenTable', data: { title: 'Tavolo scuola', grounds: { newId } } }) as const;
  const close = (id = table) => ({ type: 'CloseTable', data: { table: id } }) as const;

  it('X-11: is opened, which begins the co-design', () => {
    given(...begun)
      .when(open())
      .then(opened);
    given(...begun, opened)
      .when(close())
      .then(closed);
  });
  it('X-11: is opened beside others, also while a draft stands, not once it is validated', () => {
    const second: PlanEvent = {
      type: 'CoDesignTableOpened',
      data: { table: uuid(50) as TableId, title: 'Tavolo scuola' },
    };
    given(...frozen)
      .when(open(uuid(50)))
      .then(second);
    given(...frozen, validated)
      .when(open(uuid(50)))
      .thenRefused('WrongState');
  });
  it('X-11: is closed once', () =>
    given(...begun, opened, closed)
      .when(close())
      .thenRefused('TableClosed'));
  it('X-12: is there', () =>
    given(...begun, opened)
      .when(close(unknown as TableId))
      .thenRefused('TableUnknown'));
});

describe('a session', () => {
  const hold = (change: Partial<HoldSession['data']> = {}) =>
    ({
      type: 'HoldSession',
      ...as(2),
      data: {
        ...{ table, heldOn: day('2029-11-05'), attendance: [region, town], minutes },
        grounds: { newId: session, unknown: [] },
        ...change,
      },
    }) as const;
  const approve = (n: number, text = minutes) =>
    ({ type: 'ApproveSessionMinutes', ...as(n), data: { session, minutes: text } }) as const;

  it('X-11: is recorded with who was there and its minutes', () =>
    given(...begun, opened)
      .when(hold())
      .then(held));
  it('X-11: is of a table that is open', () =>
    given(...begun, opened, closed)
      .when(hold())
      .thenRefused('TableClosed'));
  it('X-11: was held today or before', () => {
    given(...begun, opened)
      .when(hold({ heldOn: day('2030-01-02') }))
      .thenRefused('DayToCome');
    const heldOn = day('2030-01-01');
    given(...begun, opened)
      .when(hold({ heldOn }))
      .then({ ...held, data: { ...held.data, heldOn } } as PlanEvent);
  });
  it('X-12: names partners that are there', () =>
    given(...begun, opened)
      .when(hold({ grounds: { newId: session, unknown: [town] } }))
      .thenRefused('PartnerUnknown'));
  it('X-5, X-11: has its minutes approved by another person than who recorded it', () => {
    given(...begun, opened, held)
      .when(approve(2))
      .thenRefused('SamePerson');
    given(...begun, opened, held)
      .when(approve(3))
      .then(approvedMinutes);
  });
  it('X-11: has its minutes approved also after the table closed', () =>
    given(...begun, opened, held, closed)
      .when(approve(3))
      .then(approvedMinutes));
  it('X-8: has those minutes approved that were recorded', () =>
    given(...begun, opened, held)
      .when(approve(3, hash(8)))
      .thenRefused('OtherMinutes'));
  it('X-11: has them approved once', () =>
    given(...begun, opened, held, approvedMinutes)
      .when(approve(4))
      .thenRefused('MinutesStand'));
  it('X-12: is there', () =>
    given(...begun, opened)
      .when(approve(3))
      .thenRefused('SessionUnknown'));
});

describe('a contribution', () => {
  const propose = (on: string = action) =>
    ({
      type: 'ProposeContribution',
      ...as(2),
      data: { table, on, document: hash(3), grounds: { newId: contribution } },
    }) as const;
  const decide = (
    type: 'AcceptContribution' | 'RejectContribution',
    reason: string | null = hash(4),
    n = 1,
  ) => ({ type, ...as(n), data: { contribution, grounds: { reason } } }) as const;
  const atTable = given(...composed, opened);

  it('X-12, X-11: is proposed to an action or a section that is there', () => {
    atTable.when(propose()).then(proposed);
    const onSection = { ...proposed, data: { ...proposed.data, on: '01-finalita' } } as PlanEvent;
    atTable.when(propose('01-finalita')).then(onSection);
    atTable.when(propose('02-altro')).thenRefused('ContributionSubjectUnknown');
  });
  it('X-11: is proposed to an open table', () =>
    given(...composed, opened, closed)
      .when(propose())
      .thenRefused('TableClosed'));
  it('PL-4, X-11: is accepted or rejected with a reason, also after its table closed', () => {
    const open = given(...composed, opened, proposed);
    open.when(decide('AcceptContribution')).then(taken);
    open.when(decide('AcceptContribution', null)).thenRefused('ContributionReasonMissing');
    open.when(decide('RejectContribution', null)).thenRefused('ContributionReasonMissing');
    given(...composed, opened, proposed, closed)
      .when(decide('RejectContribution'))
      .then({ type: 'ContributionRejected', data: { contribution, reason: hash(4) } });
  });
  it('X-5: is decided by another person than who proposed it', () =>
    given(...composed, opened, proposed)
      .when({ ...decide('AcceptContribution'), by: { ...someone.by, person: colleague } })
      .thenRefused('SamePerson'));
  it('X-11: is decided once', () =>
    given(...composed, opened, proposed, taken)
      .when(decide('RejectContribution'))
      .thenRefused('ContributionDecided'));
  it('X-12: is there', () =>
    atTable.when(decide('AcceptContribution')).thenRefused('ContributionUnknown'));
});
