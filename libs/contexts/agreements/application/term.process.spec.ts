import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TimedHouse } from '@tavolo/testing';
import type { AgreementState } from '../domain/agreement.state.js';
import type { AgreementCommand } from '../domain/asked.commands.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import { amended } from '../test/amendments.js';
import { agreementId, amendment, day, hash, inForce, town } from '../test/examples.js';
import { agreements } from './aggregates.js';
import { termProcess } from './term.process.js';

const id = agreementId(1);
const process = id.replace('agreement-', 'pm_agreementTerm-');

const notice = (effectiveOn: string): AgreementEvent => ({
  type: 'TerminationNoticeGiven',
  data: { party: town, givenOn: day('2030-01-01'), effectiveOn: day(effectiveOn) },
});
const extended = (end: string): AgreementEvent => ({
  type: 'AgreementTermExtended',
  data: {
    ...{ version: 2, formerEnd: day('2031-12-31'), end: day(end), act: hash(9), released: null },
  },
});

let house: TimedHouse<AgreementState, AgreementCommand, AgreementEvent>;
/** The facts after it came into force, without what it was told. */
const ends = async () => {
  const events = (await house.events(id)).slice(inForce.length);
  return events.filter(({ type }) => /Expired|Terminated|Settlement/.test(type));
};

beforeEach(async () => {
  house = new TimedHouse(agreements, termProcess);
  house.start();
  await house.says(id, ...inForce);
});
afterEach(async () => {
  await house.stop();
  expect(house.troubles).toStrictEqual([]);
});

describe('the end of an agreement by its date', () => {
  it('A-10: it expires when its last day is over, not an instant earlier', async () => {
    await house.walkTo('2031-12-31T22:59:59.999Z');
    expect(await ends()).toStrictEqual([]);
    await house.walkTo('2031-12-31T23:00:00.000Z');
    expect(await ends()).toMatchObject([
      { type: 'AgreementExpired', data: { endedOn: '2031-12-31' } },
      { type: 'SettlementOpened', data: { openedOn: '2032-01-01' } },
    ]);
  });

  it('A-10: an extension and an amendment move the day', async () => {
    await house.says(id, extended('2032-06-30'));
    await house.walkTo('2032-01-15T12:00:00.000Z');
    expect(await ends()).toStrictEqual([]);
    const end = day('2032-12-31');
    const change = { amendment, amends: 1, change: { end }, decision: null };
    await house.says(id, { type: 'AmendmentProposed', data: change }, amended({ end }));
    await house.walkTo('2032-12-31T12:00:00.000Z');
    expect(await ends()).toStrictEqual([]);
    await house.walkTo('2033-01-01T12:00:00.000Z');
    expect(await ends()).toMatchObject([
      ...[{ type: 'AgreementExpired', data: { endedOn: '2032-12-31' } }, {}],
    ]);
  });

  it('A-12: with a notice it ends on the day of the notice, and expires no more', async () => {
    await house.says(id, notice('2030-03-15'));
    await house.walkTo('2030-03-14T22:59:59.999Z');
    expect(await ends()).toStrictEqual([]);
    await house.walkTo('2030-03-14T23:00:00.000Z');
    const terminated = { cause: 'notice', endedOn: '2030-03-15' };
    expect(await ends()).toMatchObject([{ type: 'AgreementTerminated', data: terminated }, {}]);
    await house.walkTo('2033-01-01T12:00:00.000Z');
    expect(await ends()).toHaveLength(2);
    expect(await house.fired(process)).toHaveLength(1);
  });

  it('A-12: a notice for a day after its last one leaves it to expire', async () => {
    await house.says(id, notice('2032-03-15'));
    await house.walkTo('2033-01-01T12:00:00.000Z');
    expect(await ends()).toMatchObject([{ type: 'AgreementExpired' }, {}]);
  });

  it('X-2, X-11: what ended while the server was down is recorded late, in its order, once', async () => {
    await house.says(id, notice('2030-03-15'));
    await house.stop();
    await house.walkTo('2033-01-01T12:00:00.000Z');
    for (const _ of [1, 2]) {
      house.start();
      await house.rest();
      await house.stop();
    }
    const [terminated, ...more] = await ends();
    expect(terminated).toMatchObject({
      ...{ type: 'AgreementTerminated', data: { endedOn: '2030-03-15' } },
      meta: { effectiveOn: '2030-03-15', recordedAt: '2033-01-01T12:00:00.000Z' },
    });
    expect(more.map(({ type }) => type)).toStrictEqual(['SettlementOpened']);
    expect(await house.types(process)).not.toContain('ProcessStopped');
  });

  it('X-11: one that was annulled does not expire any more', async () => {
    const annulled = { act: hash(8), endedOn: day('2030-02-01') };
    await house.says(id, { type: 'AgreementAnnulled', data: annulled });
    await house.walkTo('2033-01-01T12:00:00.000Z');
    expect(await ends()).toStrictEqual([]);
    expect(await house.types(process)).toContain('ProcessFinished');
  });
});
