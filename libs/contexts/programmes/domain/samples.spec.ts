import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { budget, budgetEventTypes } from './budget.js';
import type { BudgetEvent } from './budget.events.js';
import { call } from './call.js';
import type { CallEvent } from './call.events.js';
import { programme } from './programme.js';
import type { ProgrammeEvent } from './programme.events.js';

interface Sample {
  readonly aggregate: string;
  readonly type: string;
  readonly data: object;
}

const samples = JSON.parse(
  readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
) as readonly Sample[];
const of = (aggregate: string) => samples.filter((sample) => sample.aggregate === aggregate);

// Complete by type: a type that is missing here, or is no longer there, does not compile.
const callTypes: Readonly<Record<CallEvent['type'], true>> = {
  CallDrafted: true,
  CallApproved: true,
  CallRegistered: true,
  CallPublished: true,
  CallDeadlineExtended: true,
  CallClosed: true,
  FundingAssigned: true,
  CallRectified: true,
  CallSuspended: true,
  CallResumed: true,
  CallWithdrawn: true,
  CallAnnulled: true,
  CallEvaluationStarted: true,
  RankingApproved: true,
  FundingAwarded: true,
  ReserveListScrolled: true,
  CallImplementationStarted: true,
  CallBudgetIncreased: true,
  FundingIncreased: true,
  FundingReductionRequested: true,
  FundingReductionDenied: true,
  FundingReduced: true,
  FundsReturned: true,
  FundingEnded: true,
  CallConcluded: true,
};
const programmeTypes: Readonly<Record<ProgrammeEvent['type'], true>> = {
  ProgrammeDefined: true,
  ProgrammeAdopted: true,
  ProgrammeActivated: true,
  ProgrammeAmended: true,
  BudgetAllocated: true,
  FundsReturnedToProgramme: true,
  ProgrammeClosingStarted: true,
  ProgrammeClosed: true,
};

describe('the stored facts of programmes and calls', () => {
  it('have a sample of each type', () => {
    expect(of('call').map(({ type }) => type)).toStrictEqual(Object.keys(callTypes));
    expect(of('programme').map(({ type }) => type)).toStrictEqual(Object.keys(programmeTypes));
    expect(
      of('budget')
        .map(({ type }) => type)
        .sort(),
    ).toStrictEqual([...budgetEventTypes].sort());
  });

  it('are read by the fold', () => {
    const facts = of('call') as unknown as readonly CallEvent[];
    expect(facts.reduce<typeof call.initial>(call.evolve, call.initial)).toMatchObject({
      status: 'closed',
      deadline: '2018-07-15T10:00:00.000Z',
      assigned: { 'plan-00000000-0000-4000-8000-000000000001': 925_000_000 },
      terms: { number: '1/2018', eligibleFrom: '2018-09' },
    });
    const defined = of('programme') as unknown as readonly ProgrammeEvent[];
    expect(
      defined.reduce<typeof programme.initial>(programme.evolve, programme.initial),
    ).toMatchObject({ status: 'closed', envelopeCents: 5_000_000_000 });
    const money = of('budget') as unknown as readonly BudgetEvent[];
    expect(money.reduce<typeof budget.initial>(budget.evolve, budget.initial)).toMatchObject({
      assignedCents: 925_000_000,
      reservations: {},
      commitments: { '00000000-0000-4000-8000-000000000061': { cents: 4000 } },
      returned: [{ cents: 500, pool: 'call' }],
    });
  });
});
