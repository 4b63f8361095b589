import type { Cents, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { CallId } from '../contract/index.js';
import type { ProgrammeEvent } from './programme.events.js';
import { programme } from './programme.js';
import { vocabularyOf } from './vocabulary.js';

const given = specificationFor(programme);
const at = someone.at;
const act = 'Decisione C(2030) 1';
const cents = (n: number) => n as Cents;
const call = 'call-00000000-0000-4000-8000-000000000001' as CallId;
const adopted: readonly ProgrammeEvent[] = [
  {
    type: 'ProgrammeDefined',
    data: {
      ...{ title: 'FAMI', fund: 'FAMI 2021-2027', period: '2021-2027', envelopeCents: cents(1000) },
      ...{ definedBy: 'person-2' as PersonRef, definedAt: at },
    },
  },
  { type: 'ProgrammeAdopted', data: { act, adoptedOn: someone.today, adoptedAt: at } },
];
const active: ProgrammeEvent = { type: 'ProgrammeActivated', data: { act, at } };
const allocate = (n: number, isOfProgramme = true) =>
  ({
    type: 'AllocateBudget',
    data: { act, call, cents: cents(n), grounds: { isOfProgramme } },
  }) as const;
const allocated = (n: number, all = n): ProgrammeEvent => ({
  type: 'BudgetAllocated',
  data: { act, call, cents: cents(n), allocatedCents: cents(all), at },
});

describe('an adopted programme', () => {
  it('X-11: runs, is amended, and closes, each step from the one before', () => {
    given(...adopted)
      .when({ type: 'ActivateProgramme', data: { act } })
      .then(active);
    given(...adopted, active)
      .when({ type: 'ActivateProgramme', data: { act } })
      .thenRefused('NotInState');
    given(...adopted, active)
      .when({ type: 'AmendProgramme', data: { act, title: 'FAMI II' } })
      .thenRepeatably({ type: 'ProgrammeAmended', data: { act, title: 'FAMI II', at } });
    given(...adopted, active)
      .when({ type: 'AmendProgramme', data: { act } })
      .thenRefused('NothingAmended');
    given(...adopted, active)
      .when({ type: 'CloseProgramme', data: { act, grounds: { calls: [] } } })
      .thenRefused('NotInState');
  });
  it('B-10, B-1: allocates again what came back to it, and may be amended down to the rest', () => {
    const back = { call, plan: 'plan-1', cents: cents(300) };
    const returned: ProgrammeEvent = { type: 'FundsReturnedToProgramme', data: { ...back, at } };
    const envelope = (n: number) =>
      ({ type: 'AmendProgramme', data: { act, envelopeCents: cents(n) } }) as const;
    given(...adopted, allocated(1000))
      .when({ type: 'TakeBackFunds', data: back })
      .thenRepeatably(returned);
    given(...adopted, allocated(1000))
      .when(allocate(1))
      .thenRefused('EnvelopeExceeded');
    given(...adopted, allocated(1000), returned)
      .when(allocate(301))
      .thenRefused('EnvelopeExceeded');
    given(...adopted, allocated(1000), returned)
      .when(allocate(300))
      .then(allocated(300, 1300));
    given(...adopted, allocated(1000), returned)
      .when(envelope(699))
      .thenRefused('EnvelopeBelowAllocated');
    given(...adopted, allocated(1000), returned)
      .when(envelope(700))
      .thenRepeatably({ type: 'ProgrammeAmended', data: { act, envelopeCents: cents(700), at } });
    given(...adopted, allocated(1000), returned, returned)
      .when(allocate(600))
      .then(allocated(600, 1600));
  });
  it('X-11: is closed when its calls are over', () => {
    const closing: ProgrammeEvent = { type: 'ProgrammeClosingStarted', data: { act, at } };
    const close = (status: 'awarded' | 'closed') =>
      ({
        type: 'CloseProgramme',
        data: { act, grounds: { calls: [{ id: call, status }] } },
      }) as const;
    given(...adopted, active)
      .when({ type: 'StartClosing', data: { act } })
      .then(closing);
    given(...adopted, active, closing)
      .when(close('awarded'))
      .thenRefused('CallsOpen');
    given(...adopted, active, closing)
      .when(close('closed'))
      .then({ type: 'ProgrammeClosed', data: { act, at } });
    given(...adopted, active, closing)
      .when(allocate(1))
      .thenRefused('NotInState');
  });
  it('B-1: allocates no more than its envelope', () => {
    given(...adopted)
      .when(allocate(1001))
      .thenRefused('EnvelopeExceeded');
    given(...adopted)
      .when(allocate(1000))
      .then(allocated(1000));
    given(...adopted, allocated(600))
      .when(allocate(400))
      .then(allocated(400, 1000));
    given(...adopted, allocated(600))
      .when({ type: 'AmendProgramme', data: { act, envelopeCents: cents(599) } })
      .thenRefused('EnvelopeBelowAllocated');
    given(...adopted, allocated(600))
      .when({ type: 'AmendProgramme', data: { act, envelopeCents: cents(600) } })
      .thenRepeatably({ type: 'ProgrammeAmended', data: { act, envelopeCents: cents(600), at } });
  });
  it('X-12, B-1, X-11: allocates to its own calls, and something', () => {
    given(...adopted)
      .when(allocate(1, false))
      .thenRefused('CallNotOfProgramme');
    given(...adopted)
      .when(allocate(0))
      .thenRefused('AmountMissing');
    const { envelopeCents: _, ...rest } = adopted[0]?.data as { envelopeCents?: Cents };
    given({ type: 'ProgrammeDefined', data: rest } as ProgrammeEvent, ...adopted.slice(1))
      .when(allocate(1))
      .thenRefused('EnvelopeMissing');
  });
});

describe('the vocabulary', () => {
  it('has one code and the label of the period', () => {
    const label = (period: '2014-2020' | '2021-2027') =>
      vocabularyOf(period).find(({ code }) => code === 'MANAGING_AUTHORITY')?.it;
    expect(label('2014-2020')).toBe('Autorità responsabile');
    expect(label('2021-2027')).toBe('Autorità di gestione');
    const codes = (period: '2014-2020' | '2021-2027') => vocabularyOf(period).map((t) => t.code);
    expect(codes('2014-2020')).toStrictEqual(codes('2021-2027'));
  });
});
