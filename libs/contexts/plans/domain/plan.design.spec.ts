import { someone, specificationFor } from '@tavolo/testing/specification';
import type { MandateRef } from '@tavolo/kernel';
import { describe, it } from '@jest/globals';
import type { TableId } from '../contract/index.js';
import type { EndorsePlan } from './plan.step.commands.js';
import type { PlanEvent } from './plan.events.js';
import { action, adopted, begun, closed, colleague, composed } from '../test/examples.js';
import { day, frozen, hash, network, opened, partnerId, personRef } from '../test/examples.js';
import { partnerStanding, proposed, running, section } from '../test/examples.js';
import { superseded, table, text, town, uuid, validated } from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const document = hash(20);

describe('co-programming', () => {
  const about = { title: 'Mediazione nelle scuole', area: 'ITC4C' };
  const record = { type: 'RecordNeed', data: { ...about, grounds: { newId: uuid(60) } } } as const;
  const need: PlanEvent = { type: 'NeedRecorded', data: { ...about, need: uuid(60) } };
  const conclude = { type: 'CloseCoProgramming', data: { document } } as const;
  const concluded: PlanEvent = { type: 'CoProgrammingConcluded', data: { document } };

  it('X-11: gathers needs, and ends in a document of what is known', () => {
    given(...begun)
      .when(record)
      .then(need);
    given(...begun, need)
      .when(conclude)
      .then(concluded);
  });
  it('X-11: does not end without a need, nor twice, and takes no need after its end', () => {
    given(...begun)
      .when(conclude)
      .thenRefused('NoNeedRecorded');
    given(...begun, need, concluded)
      .when(conclude)
      .thenRefused('CoProgrammingConcludedAlready');
    given(...begun, need, concluded)
      .when(record)
      .thenRefused('CoProgrammingConcludedAlready');
    given(...frozen)
      .when(record)
      .thenRefused('WrongState');
  });
  it('X-11: leaves the plan where a table is opened next', () =>
    given(...begun, need, concluded)
      .when({ type: 'OpenTable', data: { title: 'Tavolo', grounds: { newId: uuid(61) } } })
      .then({
        type: 'CoDesignTableOpened',
        data: { title: 'Tavolo', table: uuid(61) as TableId },
      }));
});

describe('tables', () => {
  const reopen = (id: string = table) =>
    ({ type: 'ReopenTable', data: { table: id as TableId } }) as const;
  const reopened: PlanEvent = { type: 'CoDesignTableReopened', data: { table } };

  it('PL-4, X-11: a table that is reopened stands against adoption again', () => {
    given(...frozen)
      .when(reopen())
      .then(reopened);
    const validate = {
      type: 'ValidatePlan',
      data: { sha256: text, grounds: { networks: [network] } },
    } as const;
    given(...frozen, reopened)
      .when(validate)
      .thenRefused('TableOpen');
    given(...frozen, reopened, closed)
      .when(validate)
      .then(validated);
    given(...frozen, validated)
      .when(reopen())
      .then(reopened, superseded);
  });
  it('X-11, X-12: only a closed table of the plan is reopened, until adoption or in execution', () => {
    given(...composed, opened)
      .when(reopen())
      .thenRefused('TableNotClosed');
    given(...frozen)
      .when(reopen(uuid(99)))
      .thenRefused('TableUnknown');
    given(...frozen, validated, adopted)
      .when(reopen())
      .thenRefused('WrongState');
    given(...running)
      .when(reopen())
      .then(reopened);
  });
  it('X-12, X-11: a contribution names a paragraph that the section has', () => {
    const twice: PlanEvent = { ...section, data: { ...section.data, text: 'Uno.\n\nDue.' } };
    const propose = (paragraph: number, on: string = section.data.section) =>
      ({
        type: 'ProposeContribution',
        data: { table, on, paragraph, document, grounds: { newId: uuid(62) } },
      }) as const;
    const at = given(...composed, twice, opened);
    at.when(propose(3)).thenRefused('ParagraphUnknown');
    at.when(propose(1, action)).thenRefused('ParagraphUnknown');
    at.when(propose(2)).then({
      ...proposed,
      data: {
        ...{ table, on: section.data.section, paragraph: 2, document },
        ...{ contribution: uuid(62), proposedBy: personRef(1) },
      },
    } as PlanEvent);
  });
  it('X-11: several may be open at a time, and each is closed by itself', () => {
    const second: PlanEvent = {
      type: 'CoDesignTableOpened',
      data: { table: uuid(63) as TableId, title: 'Tavolo lavoro' },
    };
    given(...composed, opened, second)
      .when({ type: 'CloseTable', data: { table } })
      .then(closed);
  });
});

describe('the endorsement of a version', () => {
  const mandate = `${town}#${uuid(1)}` as MandateRef;
  const partner = (acts: 'all' | readonly ['agreement'] | readonly ['plan'], change = {}) => ({
    ...partnerStanding(town, 'municipality'),
    representations: [
      {
        ...{ mandate, person: personRef(1), kind: 'signatory' as const, acts, maxCents: null },
        ...{ from: day('2020-01-01'), until: null },
      },
    ],
    ...change,
  });
  const endorse = (standing: EndorsePlan['data']['grounds']['partner'], sha256 = text) =>
    ({
      type: 'EndorsePlan',
      data: { sha256, grounds: { partner: standing } },
      by: { ...someone.by, mandate },
    }) as const;
  const endorsed: PlanEvent = {
    type: 'PlanEndorsed',
    data: { partner: town, version: 1, sha256: text, endorsedBy: personRef(1) },
  };
  const at = given(...frozen);

  it('X-8, X-11: is of the version that stands, once', () => {
    at.when(endorse(partner('all'))).then(endorsed);
    at.when(endorse(partner('all'), hash(8))).thenRefused('OtherText');
    given(...frozen, endorsed)
      .when(endorse(partner('all')))
      .thenRefused('EndorsedAlready');
    const again: PlanEvent = {
      type: 'PlanDraftConsolidated',
      data: { version: 2, sha256: text, consolidatedBy: colleague },
    };
    given(...frozen, endorsed, superseded, again)
      .when(endorse(partner('all')))
      .then({ ...endorsed, data: { ...endorsed.data, version: 2 } });
  });
  it('PA-5, X-11: takes a power that covers acts on plans', () => {
    at.when(endorse(partner(['agreement']))).thenRefused('EndorserWithoutPower');
    at.when(endorse(partner(['plan']))).then(endorsed);
  });
  it('PA-2, X-11: is given by eligible partners', () => {
    at.when(endorse(partner('all', { status: 'Suspended' }))).thenRefused('EndorserNotEligible');
    at.when(endorse(partner('all'))).then(endorsed);
  });
  it('X-12, X-11, X-3: is given by those who take part, on behalf of one of them', () => {
    at.when(endorse(partner('all', { id: partnerId(9) }))).thenRefused('EndorserTakesNoPart');
    at.when(endorse(null)).thenRefused('ActsForNobody');
    given(...composed, opened)
      .when(endorse(partner('all')))
      .thenRefused('WrongState');
  });
});
