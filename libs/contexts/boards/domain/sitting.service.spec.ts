import { describe, it } from '@jest/globals';
import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { Rulebook } from '../contract/index.js';
import * as a from './sitting.examples.js';
import type { SittingEvent } from './sitting.events.js';
import { sitting } from './sitting.js';

const given = specificationFor(sitting);
const at = a.start;
const day = (text: string) => text as LocalDate;
const secretary = 'person-9' as PersonRef;

/** Convened on the 1st for the 10th, noticed to four seats. */
const [first, ...rest] = a.inSession('s1', 's2', 's3');
if (first?.type !== 'MeetingConvened') throw new Error('the first fact is the convocation');
const convening: SittingEvent = {
  ...first,
  data: {
    ...{ ...first.data, notified: ['s1', 's2', 's3', 's4'], startsOn: day('2030-01-10') },
    convenedAt: '2030-01-01T09:00:00.000Z' as Instant,
  },
};
const present = rest.filter(({ type }) => type !== 'QuorumVerified');
const served = (seat: string, servedOn = '2030-01-04'): SittingEvent => ({
  type: 'NoticeServed',
  data: {
    ...{ seat, channel: 'pec', proof: a.minutes, recordedBy: secretary },
    ...{ servedAt: `${servedOn}T10:00:00.000Z` as Instant, servedOn: day(servedOn) },
  },
});

describe('sitting, the service of its notice', () => {
  const record = (more: object = {}, person = secretary, servedOn = '2030-01-04') =>
    ({
      type: 'RecordService',
      data: {
        ...({ seat: 's4', channel: 'pec', proof: a.minutes } as const),
        servedAt: `${servedOn}T10:00:00.000Z` as Instant,
        grounds: { roll: a.roll, servedOn: day(servedOn) },
        ...more,
      },
      by: { ...someone.by, person },
      at,
    }) as const;

  it('GB-1, X-11: is recorded for each seat that was convened, with channel, moment and proof', () => {
    given(convening).when(record()).then(served('s4'));
    given(convening)
      .when(record({ seat: 's5' }))
      .thenRefused('NotNotified');
  });
  it('X-3, X-12: by the secretary in office', () => {
    given(convening)
      .when(record({}, 'person-1' as PersonRef))
      .thenRefused('NotTheSecretary');
    const grounds = { roll: null, servedOn: day('2030-01-04') };
    given(convening).when(record({ grounds })).thenRefused('BoardUnknown');
  });
  it('X-2: neither in the future nor before the convocation', () => {
    given(convening)
      .when(record({}, secretary, '2030-01-11'))
      .thenRefused('ServedInFuture');
    given(convening)
      .when(record({}, secretary, '2029-12-31'))
      .thenRefused('ServedBeforeConvening');
  });
  it('X-11: once, but an earlier service found later counts', () => {
    given(convening, served('s4')).when(record()).thenRefused('ServedAlready');
    given(convening, served('s4'))
      .when(record({}, secretary, '2030-01-03'))
      .then(served('s4', '2030-01-03'));
  });
});

describe('sitting, where service is a condition of validity', () => {
  const verify = (rules: Partial<Rulebook>) => {
    const rulebook: Rulebook = { ...a.roll.rulebook, noticeDays: 5, ...rules };
    const grounds = { roll: { ...a.roll, rulebook } };
    return { type: 'VerifyQuorum', data: { item: a.item, grounds }, at } as const;
  };
  const quorum = (...facts: readonly SittingEvent[]) => given(convening, ...facts, ...present);
  const accepted = a.inSession('s1', 's2', 's3').filter(({ type }) => type === 'QuorumVerified');
  const required = { serviceRequired: true } as const;

  it('GB-1, X-11: a seat that is away and was not served keeps the quorum out, by name', () => {
    quorum().when(verify(required)).thenRefused('NotServed');
    quorum(served('s4'))
      .when(verify(required))
      .then(...accepted);
  });
  it('GB-1, X-11: a rulebook that does not ask for it needs no service', () =>
    quorum()
      .when(verify({}))
      .then(...accepted));
  it('GB-1, X-11: who came needs no service', () => {
    const [, ...all] = a.inSession();
    const there = all.filter(({ type }) => type !== 'QuorumVerified');
    given(convening, ...there)
      .when(verify(required))
      .then(...all.filter(({ type }) => type === 'QuorumVerified'));
  });
  it('GB-1, X-11: notice runs from the service where the rulebook says so', () => {
    const from = { noticeFrom: 'service' } as const;
    quorum(served('s4', '2030-01-06')).when(verify(from)).thenRefused('ServedLate');
    quorum(served('s4', '2030-01-05'))
      .when(verify(from))
      .then(...accepted);
    quorum(served('s4', '2030-01-06'))
      .when(verify(required))
      .then(...accepted);
    quorum().when(verify(from)).thenRefused('NotServed');
  });
});
