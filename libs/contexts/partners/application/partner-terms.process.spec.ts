import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { TimedHouse } from '@tavolo/testing';
import type { PartnerCommand } from '../domain/partner.commands.js';
import type { PartnerEvent } from '../domain/partner.events.js';
import type { PartnerState } from '../domain/partner.state.js';
import { partnerId, uuid } from '../test/house.js';
import { partnerTerms } from './partner-terms.process.js';
import { partners } from './partner.handler.js';

const partner = partnerId(1);
const process = partner.replace('partner-', 'pm_partnerTerms-');
const person = `person-${uuid(7)}` as PersonRef;
const at = '2030-01-01T12:00:00.000Z' as Instant;
const day = (text: string) => text as LocalDate;

const registered: PartnerEvent[] = [
  { type: 'PartnerRegistered', data: { name: 'Comune', kind: 'municipality', registeredAt: at } },
  { type: 'PartnerRegistrationConfirmed', data: { confirmedAt: at } },
];
const eligible = (until: string): PartnerEvent => ({
  type: 'PartnerEligibilityConfirmed',
  data: { until: day(until), verifiedBy: person, confirmedAt: at },
});
const head = (until: string | null, representation = 'r1'): PartnerEvent => ({
  type: 'LegalRepresentativeAppointed',
  data: {
    ...{ representation, person, from: day('2030-01-01'), appointedAt: at },
    until: until === null ? null : day(until),
  },
});

let house: TimedHouse<PartnerState, PartnerCommand, PartnerEvent>;
const last = async () => (await house.events(partner)).at(-1);

beforeEach(async () => {
  house = new TimedHouse(partners, partnerTerms);
  house.start();
  await house.says(partner, ...registered);
});
afterEach(async () => {
  await house.stop();
  expect(house.troubles).toStrictEqual([]);
});

describe('the terms of a partner', () => {
  it('PA-2: eligibility lapses when its last day is over, not an instant earlier', async () => {
    await house.says(partner, eligible('2030-06-30'));
    // The day is over in Rome, two hours before it is in Greenwich.
    await house.walkTo('2030-06-30T21:59:59.999Z');
    expect((await last())?.type).toBe('PartnerEligibilityConfirmed');
    await house.walkTo('2030-06-30T22:00:00.000Z');
    expect(await last()).toMatchObject({
      ...{ type: 'PartnerEligibilityLapsed', data: { until: '2030-06-30' } },
      meta: { actor: { personRef: 'system:partnerTerms' } },
    });
    expect((await last())?.meta.effectiveOn).toBeUndefined();
  });

  it('PA-2: eligibility that was confirmed anew lapses on its new day only', async () => {
    await house.says(partner, eligible('2030-06-30'));
    await house.says(partner, eligible('2031-06-30'));
    await house.walkTo('2031-01-01T12:00:00.000Z');
    expect((await last())?.type).toBe('PartnerEligibilityConfirmed');
    await house.walkTo('2031-07-01T12:00:00.000Z');
    expect(await last()).toMatchObject({ data: { until: '2031-06-30' } });
    expect(await house.fired(process)).toStrictEqual([true]);
  });

  it('X-2: what lapsed while the server was down is recorded late, in its order, once', async () => {
    await house.says(partner, head('2030-03-31'), eligible('2030-06-30'));
    await house.stop();
    await house.walkTo('2031-01-01T12:00:00.000Z');
    for (const _ of [1, 2]) {
      house.start();
      await house.rest();
      await house.stop();
    }
    const lapsed = (await house.events(partner)).slice(4);
    expect(lapsed.map(({ type, meta }) => [type, meta.effectiveOn])).toStrictEqual([
      ['RepresentationLapsed', '2030-04-01'],
      ['PartnerEligibilityLapsed', '2030-07-01'],
    ]);
    expect(await house.fired(process)).toStrictEqual([true, true]);
  });

  it('PA-4: a legal representation without a last day does not lapse, one that was ended neither', async () => {
    const onDay = { representation: 'r1', on: day('2030-02-28'), endedAt: at };
    await house.says(partner, head('2030-12-31'));
    await house.says(partner, { type: 'LegalRepresentativeMandateEnded', data: onDay });
    await house.says(partner, head(null, 'r2'));
    await house.walkTo('2040-01-01T12:00:00.000Z');
    expect(await house.types(partner)).not.toContain('RepresentationLapsed');
  });

  it('PA-4: a lapse that leaves nobody while an agreement is in force is a matter to cure', () => {
    const [name, aggregate, type] = ['representation:r1', 'partner', 'LapseRepresentation'];
    const command = { name, aggregate, type, target: partner, data: {} };
    const answered = (gaps: readonly string[]) => {
      const answer = { kind: 'answer', command, outcome: 'accepted', result: { gaps } } as const;
      return partnerTerms.react(partner, answer);
    };
    expect(answered(['agreement-1']).waiting).toMatchObject({ owner: partner });
    expect(answered([]).waiting).toBeUndefined();
  });

  it('PA-5: a power to sign lapses with its last day', async () => {
    const bounds = { acts: ['agreement'] as const, maxCents: null, from: day('2030-01-01') };
    const power = { representation: 's1', person, ...bounds, until: day('2030-01-31') };
    await house.says(partner, {
      type: 'SignatoryAuthorised',
      data: { ...power, authorisedAt: at },
    });
    await house.walkTo('2030-02-01T00:00:00.000Z');
    expect(await last()).toMatchObject({
      ...{ type: 'RepresentationLapsed', data: { representation: 's1', until: '2030-01-31' } },
    });
  });

  const proposedUntil = (replyUntil: string): PartnerEvent => ({
    type: 'PartnerExclusionProposed',
    data: { notice: [], replyUntil: day(replyUntil), openedBy: person, openedAt: at },
  });

  it('PA-7: the time to reply is over with its last day, where nobody replied', async () => {
    await house.says(partner, proposedUntil('2030-01-31'));
    await house.walkTo('2030-01-31T22:59:59.999Z');
    expect((await last())?.type).toBe('PartnerExclusionProposed');
    await house.walkTo('2030-01-31T23:00:00.000Z');
    expect(await last()).toMatchObject({
      ...{ type: 'PartnerReplyTimeLapsed', data: { replyUntil: '2030-01-31' } },
    });
  });

  it('PA-7: and is no matter any more once it replied, or the proposal was dropped', async () => {
    const answered = { reply: [], answeredBy: person, answeredAt: at };
    await house.says(partner, proposedUntil('2030-01-31'));
    await house.says(partner, { type: 'PartnerExclusionAnswered', data: answered });
    await house.walkTo('2030-02-01T00:00:00.000Z');
    const dropped = { droppedBy: person, droppedAt: at };
    await house.says(partner, { type: 'PartnerExclusionDropped', data: dropped });
    await house.says(partner, proposedUntil('2030-02-28'));
    await house.says(partner, { type: 'PartnerExclusionDropped', data: dropped });
    await house.walkTo('2030-06-01T00:00:00.000Z');
    expect(await house.types(partner)).not.toContain('PartnerReplyTimeLapsed');
    expect(await house.fired(process)).toStrictEqual([]);
  });

  it('X-11: nothing of a partner lapses after its end', async () => {
    await house.says(partner, eligible('2030-06-30'));
    const dissolved = { on: day('2030-01-01'), recordedAt: at };
    await house.says(partner, { type: 'PartnerDissolved', data: dissolved });
    await house.walkTo('2030-12-01T12:00:00.000Z');
    expect((await last())?.type).toBe('PartnerDissolved');
    expect(await house.types(process)).toContain('ProcessFinished');
  });

  it('a renewal that is faster than the timer leaves nothing to look at', async () => {
    await house.says(partner, eligible('2030-06-30'));
    await house.stop();
    await house.walkTo('2030-07-02T12:00:00.000Z');
    await house.says(partner, eligible('2031-06-30'));
    house.start();
    await house.rest();
    expect((await last())?.type).toBe('PartnerEligibilityConfirmed');
    expect(await house.types(process)).not.toContain('ProcessStopped');
  });
});
