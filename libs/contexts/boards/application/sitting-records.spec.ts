import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Sha256 } from '@tavolo/kernel';
import type { SittingId } from '../contract/index.js';
import * as a from '../domain/sitting.examples.js';
import type { SittingEvent } from '../domain/sitting.events.js';
import { rulebookPresets } from '../contract/index.js';
import { board, codeOf, decision, SeatedBoard, uuid } from '../test/seated-board.js';
import { World } from '../test/world.js';
import { canonicalRecord, SittingRecords } from './sitting-records.js';

const id = `sitting-${uuid(1)}` as SittingId;

describe('the canonical record of a sitting', () => {
  let world: World;
  let body: SeatedBoard;
  let records: SittingRecords;
  let minutes: Sha256;
  beforeEach(async () => {
    world = new World();
    body = new SeatedBoard(world);
    records = new SittingRecords(world.store);
    await body.establish({ ...rulebookPresets.italianCollegialBody, noticeDays: 0 });
    const text = await world.upload('Proposta');
    minutes = await world.upload('Verbale');
    await body.propose(text);
    const items = [{ decision, textSha256: text, papers: [] }];
    const at = world.clock.now();
    await body.told(id, 'ConveneMeeting', { board, at, place: 'Sala', items });
    await body.told(id, 'OpenMeeting');
    await body.told(id, 'RecordArrival', { seat: body.seats[0] });
  });
  const draft = (record?: Sha256) =>
    body.say(id, 'DraftMinutes', { minutes, ...(record && { record }) });

  it('GB-9: of the moment is what minutes are drafted on, an older one is refused', async () => {
    const older = (await records.of(id))?.sha256;
    await body.told(id, 'RecordArrival', { seat: body.seats[1] });
    await body.told(id, 'CloseMeeting');
    const now = await records.of(id);
    expect(now?.sha256).not.toBe(older);
    expect(codeOf(await draft(older))).toBe('OtherRecord');
    expect(codeOf(await draft(now?.sha256))).toBe('accepted');
    const drafted = (await world.events(id)).at(-1);
    expect(drafted).toMatchObject({ type: 'MinutesDrafted', data: { record: now?.sha256 } });
  });
  it('GB-9: carries its hash into minutes that name none, and is not changed by them', async () => {
    await body.told(id, 'CloseMeeting');
    const before = await records.of(id);
    expect(codeOf(await draft())).toBe('accepted');
    expect(await records.of(id)).toEqual(before);
    expect((await world.events(id)).at(-1)?.data).toMatchObject({ record: before?.sha256 });
  });
  it('GB-9: can be read as it was, and there is none of what was never convened', async () => {
    const events = await world.events(id);
    const opened = events.find(({ type }) => type === 'MeetingOpened');
    const then = await records.of(id, opened?.position);
    expect(JSON.parse(then?.json ?? '')).toMatchObject({ attendance: [] });
    expect(JSON.parse((await records.of(id))?.json ?? '')).toMatchObject({
      attendance: [{ seat: body.seats[0] }],
    });
    expect(await records.of(`sitting-${uuid(2)}` as SittingId)).toBeNull();
  });
});

describe('the bytes of a record', () => {
  const fact = fc.oneof(
    ...[fc.constantFrom(...['s1', 's2', 's3', 's4'].map((seat) => a.arrived(seat)))],
    ...[fc.constantFrom(...['s1', 's2', 's3', 's4'].map((seat) => a.left(seat)))],
    ...[fc.constantFrom(...['s1', 's2'].flatMap((seat) => a.recusal(seat)))],
    fc.constantFrom(...[a.verified('s1', 's2', 's3'), a.voteOpened(), a.voteCast('s1', 'for')]),
    fc.constantFrom(...[a.notReached(['s1'], 'absence'), a.closed, a.deserted, a.drafted]),
  );

  it('GB-9: the same facts give the same bytes, whatever the order of their fields', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map((one: unknown) => turned(one));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).toReversed();
      return Object.fromEntries(entries.map(([key, one]) => [key, turned(one)]));
    };
    fc.assert(
      fc.property(fc.array(fact, { maxLength: 20 }), (facts) => {
        const events: readonly SittingEvent[] = [a.convened, a.opened, ...facts];
        const found = canonicalRecord(a.sittingId, events);
        const again = canonicalRecord(a.sittingId, turned(events) as readonly SittingEvent[]);
        expect(again).toEqual(found);
        expect(found?.sha256).toMatch(/^[0-9a-f]{64}$/u);
      }),
    );
  });
});
