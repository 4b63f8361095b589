import { describe, expect, it } from '@jest/globals';
import type { Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate } from '@tavolo/kernel';
import type { ProcessEvent } from '@tavolo/process';
import { TimedHouse } from '@tavolo/testing';
import { involvementOf } from '../contract/index.js';
import type { PartnerId } from '../contract/index.js';
import type { InvolvementEvent, InvolvementState, InvolvePartner } from '../domain/involvement.js';
import type { PartnerEvent } from '../domain/partner.events.js';
import { partnerId } from '../test/house.js';
import { involvements, StreamedInvolvements } from './involvement.handler.js';
import { succession } from './succession.process.js';

const [north, south, town, union] = [1, 2, 3, 4].map((n) => partnerId(n)) as [
  ...[PartnerId, PartnerId, PartnerId, PartnerId],
];
const at = '2030-01-01T12:00:00.000Z' as Instant;
const on = '2030-01-01' as LocalDate;
const succeeded = (successor: PartnerId): PartnerEvent => ({
  type: 'PartnerSucceeded',
  data: { successor, on, recordedAt: at },
});
const isListed = (stream: string): InvolvementEvent => ({
  type: 'PartnerInvolved',
  data: { in: stream, involvedAt: at },
});

type House = TimedHouse<InvolvementState, InvolvePartner, InvolvementEvent>;
let house: House;
const lines = () => new StreamedInvolvements(house.transactions);
/** What the processes list when that is so of these partners. */
const follow = async (...ends: readonly (readonly [PartnerId, PartnerId])[]) => {
  house = new TimedHouse(involvements, succession);
  house.start();
  for (const [partner, heir] of ends) await house.says(partner, succeeded(heir));
  await house.rest();
  await house.stop();
  expect(house.troubles).toStrictEqual([]);
};

describe('a succession', () => {
  it('PA-9: lists the predecessor with its successor, and a duplicate with the original', () => {
    const factOf = (event: PartnerEvent): ProcessEvent => ({
      ...{
        id: 'e' as Uuid,
        stream: north,
        revision: 0,
        schema: 1,
        recordedAt: at,
      },
      ...{ type: event.type, data: event.data },
    });
    const commandsOf = (event: PartnerEvent) => {
      expect(succession.keyOf(factOf(event))).toBe(north.slice('partner-'.length));
      const { commands = [] } = succession.react(null, {
        kind: 'event',
        event: factOf(event),
      });
      return commands.map(({ target, type, data }) => ({ target, type, data }));
    };
    const listing = {
      target: involvementOf(town),
      type: 'InvolvePartner',
      data: { in: north },
    };
    expect(commandsOf(succeeded(town))).toStrictEqual([listing]);
    const duplicate: PartnerEvent = {
      type: 'PartnerDuplicateMarked',
      data: { of: town, markedAt: at },
    };
    expect(commandsOf(duplicate)).toStrictEqual([listing]);
    const dissolved: PartnerEvent = {
      type: 'PartnerDissolved',
      data: { on, recordedAt: at },
    };
    expect(succession.keyOf(factOf(dissolved))).toBeNull();
  });

  it('PA-9: of two organisations into one asks for both, and for its own', async () => {
    await follow([north, town], [south, town]);
    await house.says(involvementOf(north), isListed('budget-1'), isListed('agreement-1'));
    await house.says(involvementOf(south), isListed('budget-2'), isListed('budget-1'));
    await house.says(involvementOf(town), isListed('budget-3'));
    expect(await lines().ofLine(town, 'budget')).toMatchObject({
      line: [town, north, south],
      streams: ['budget-3', 'budget-1', 'budget-2'],
    });
    expect(await lines().ofLine(north, 'budget')).toMatchObject({
      ...{ line: [north], streams: ['budget-1'] },
    });
  });

  it('PA-9: after a succession goes back to the first, each stream and basis named once', async () => {
    await follow([north, south], [south, town], [town, union]);
    await house.says(involvementOf(north), isListed('agreement-1'));
    const { line, streams, basis } = await lines().ofLine(union, 'agreement');
    expect(line).toStrictEqual([union, town, south, north]);
    expect(streams).toStrictEqual(['agreement-1']);
    expect(basis.map(({ stream }) => stream)).toStrictEqual(
      [union, town, south, north].map((one) => involvementOf(one)),
    );
    expect(await lines().ofLine(partnerId(9) as PartnerId, 'agreement')).toMatchObject({
      ...{ streams: [], basis: [] },
    });
  });
});
