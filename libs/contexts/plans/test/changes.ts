import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import type { DecisionStanding } from '@tavolo/boards';
import type { PartnerId } from '@tavolo/partners';
import type { BudgetStanding, CallStanding } from '@tavolo/programmes';
import type { BudgetLineId, LineAmounts } from '../contract/index.js';
import type { PlanEvent } from '../domain/plan.events.js';
import { action, callStanding, cents, colleague, date, day, decision } from './examples.js';
import { hash, line } from './examples.js';
import { personRef, planId, region, running, town, uuid } from './examples.js';

// Facts and commands for the specifications of changes of an approved plan.

/** As whom, and when, the specifications of this house act. */
const someone = {
  at: '2030-01-01T12:00:00.000Z' as Instant,
  today: '2030-01-01' as LocalDate,
  by: {
    person: 'person-00000000-0000-4000-8000-000000000001' as PersonRef,
    mandate: null,
    organisation: null,
  },
} as const;

export const document = hash(20);
export const change = uuid(70);
export const grounds = { newId: change };
export const asColleague = { ...someone.by, person: colleague };
export const second = uuid(71) as BudgetLineId;
export const amounts = (of: BudgetLineId, ofRegion: number, ofTown: number): LineAmounts => ({
  line: of,
  cents: cents(ofRegion + ofTown),
  shares: [
    { partner: region, cents: cents(ofRegion) },
    { partner: town, cents: cents(ofTown) },
  ],
});
/** Two lines of 100 euros each: 40 of the region, 60 of the town; and 100 of the town. */
export const twoLines: readonly PlanEvent[] = [
  ...running.slice(0, 9),
  { type: 'BudgetLineAdded', data: { line: second, action, category: 'x', cents: cents(100_00) } },
  { type: 'PartnerShareAllocated', data: { line: second, partner: town, cents: cents(100_00) } },
  ...running.slice(9),
];
export const budget = (bound: number): BudgetStanding => ({
  ...{ id: 'budget-x' as BudgetStanding['id'], assignedCents: null, committedCents: cents(bound) },
  cells: [
    {
      ...{ line: second, partner: town, reservedCents: cents(0), committedCents: cents(bound) },
      ...{ returnedCents: cents(0), boundCents: cents(bound) },
    },
  ],
  basis: { stream: 'budget-x', revision: 1 },
});
export const callWith = (remodulationThresholdPercent: number | null): CallStanding => ({
  ...{ ...callStanding, remodulationThresholdPercent },
});

export const shift = (moved: number) => [
  amounts(line, 40_00, 60_00 + moved),
  amounts(second, 0, 100_00 - moved),
];
export const draft = (
  lines: readonly LineAmounts[],
  bound: BudgetStanding | null = null,
  heirs: readonly PartnerId[] = [],
) =>
  ({
    type: 'DraftRemodulation',
    data: { lines, grounds: { newId: change, budget: bound, heirs } },
  }) as const;
export const drafted = (moved: number): PlanEvent => ({
  type: 'RemodulationDrafted',
  data: { change, lines: shift(moved), movedCents: cents(moved), draftedBy: personRef(1) },
});
export const request = (call: CallStanding | null, bound: BudgetStanding | null = null) =>
  ({ type: 'RequestRemodulation', data: { change, grounds: { call, budget: bound } } }) as const;
export const requested = (above: boolean): PlanEvent => ({
  type: 'RemodulationRequested',
  data: { change, above, requestedBy: personRef(1) },
});
export const notified = (moved: number): PlanEvent => ({
  type: 'RemodulationNotified',
  data: { change, lines: shift(moved) },
});
export const authorised = (moved: number): PlanEvent => ({
  type: 'RemodulationAuthorised',
  data: { change, lines: shift(moved), document },
});
export const remodulated = (moved: number): PlanEvent => ({
  type: 'BudgetRemodulated',
  data: { change, lines: shift(moved) },
});
export const agreementId = `agreement-${uuid(1)}` as AgreementId;
export const agreement = (total: number, end = '2023-12-31'): AgreementStanding => ({
  ...{ id: agreementId, kind: 'grantAgreement', status: 'InForce', network: null, plan: planId },
  ...{ parties: [region], totalCents: cents(total), end: day(end), textSha256: hash(1) },
  ...{ inForceFrom: day('2018-09-01'), parent: null },
  basis: { stream: agreementId, revision: 20 },
});
/** The decision that funds the costed extension. */
export const funds: DecisionStanding = {
  ...{ ...decision, spends: true },
  subject: { kind: 'extendPlan', plan: planId, change, agreement: agreementId },
};
export const wide: CallStanding = { ...callStanding, eligibleUntil: date('2023-12-31') };
export const grown = [amounts(line, 50_00, 60_00)];
export const ask = (kind: 'costed' | 'noCost', about: object = {}) =>
  ({
    type: 'RequestExtension',
    data: {
      ...{ kind, end: date('2023-12-31'), addedCents: cents(kind === 'costed' ? 10_00 : 0) },
      ...{ lines: kind === 'costed' ? grown : [], grounds: { newId: change, call: wide } },
      ...about,
    },
  }) as const;
export const asked = (kind: 'costed' | 'noCost'): PlanEvent => {
  const { grounds: _, ...data } = ask(kind).data;
  return { type: 'ExtensionRequested', data: { ...data, change, requestedBy: colleague } };
};
