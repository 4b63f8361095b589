import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import type { DecisionId, DecisionStanding } from '@tavolo/boards';
import type { Cents, Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import type { ActionId, BudgetLineId, PlanBudget, PlanId } from '@tavolo/plans';
import type { CallId } from '../contract/index.js';
import type { CommitmentGrounds } from '../domain/budget.commands.js';
import type { BudgetEvent } from '../domain/budget.events.js';

// Facts and commands for the specifications of the budget of a plan.

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

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const cents = (n: number) => n as Cents;
export const day = (text: string) => text as LocalDate;
export const at = someone.at;
export const plan = `plan-${uuid(1)}` as PlanId;
export const call = `call-${uuid(1)}` as CallId;
export const [one, two] = [uuid(11), uuid(12)] as unknown as [BudgetLineId, BudgetLineId];
export const [town, school] = [1, 2].map((n) => `partner-${uuid(n)}`) as [PartnerId, PartnerId];
export const colleague = `person-${uuid(9)}` as PersonRef;
export const asColleague = { ...someone.by, person: colleague };
export const amounts = (line: BudgetLineId, ofTown: number, ofSchool: number) => ({
  ...{ line, cents: cents(ofTown + ofSchool) },
  shares: [
    { partner: town, cents: cents(ofTown) },
    { partner: school, cents: cents(ofSchool) },
  ],
});
export const lines = [amounts(one, 60, 40), amounts(two, 100, 0)];
export const running: PlanBudget = {
  ...{ plan, call, status: 'InExecution', cup: 'E41H18000000001' },
  lines: lines.map((line) => ({ ...line, action: uuid(5) as ActionId })),
  basis: { stream: plan, revision: 30 },
};
export const eligible: PartnerStanding = {
  ...{ id: town, kind: 'municipality', status: 'Eligible', isPublic: true },
  eligibleUntil: day('2030-01-01'),
  ...{ registerNo: null, representations: [], basis: { stream: town, revision: 3 } },
};
export const agreement: AgreementStanding = {
  ...{ id: `agreement-${uuid(1)}` as AgreementId, kind: 'partnershipAgreement', status: 'InForce' },
  ...{ network: null, plan, parties: [town, school], totalCents: cents(150) },
  ...{ end: day('2030-01-01'), textSha256: '0'.repeat(64) as Sha256, parent: null },
  ...{ inForceFrom: day('2029-01-01'), basis: { stream: 'agreement-1', revision: 20 } },
};
export const decision: DecisionStanding = {
  ...{ id: `decision-${uuid(1)}` as DecisionId, board: `board-${uuid(1)}` as never },
  ...{ status: 'Effective', subject: { kind: 'other' }, textSha256: '0'.repeat(64) as Sha256 },
  ...{ number: '1/2029', effectiveOn: day('2030-01-01'), spends: true },
  basis: { stream: 'decision-1', revision: 12 },
};
export const all: CommitmentGrounds = { plan: running, agreement, decision, partner: eligible };

export const opened: BudgetEvent = {
  type: 'BudgetOpened',
  data: { plan, call, lines, openedAt: at },
};
export const assigned = (n: number): BudgetEvent => ({
  type: 'AssignmentRecorded',
  data: { call, cents: cents(n), recordedAt: at },
});
export const ready = [opened, assigned(200)];
export const reserve = (n: number, about: object = {}) => {
  const grounds = { newId: uuid(20), plan: running, partner: eligible };
  const data = { line: one, partner: town, cents: cents(n), grounds, ...about };
  return { type: 'ReserveFunds', data } as const;
};
export const reserved = (n: number, by: PersonRef = someone.by.person): BudgetEvent => ({
  type: 'FundsReserved',
  data: {
    ...{ reservation: uuid(20), line: one, partner: town, cents: cents(n) },
    ...{ reservedBy: by, reservedAt: at },
  },
});
export const commit = (n: number, about: Partial<CommitmentGrounds> = {}) => {
  const acts = { agreement: agreement.id, decision: decision.id };
  const grounds = { ...all, newId: uuid(21), ...about };
  return {
    ...{ type: 'CommitFunds' as const, by: asColleague },
    data: { reservation: uuid(20), cents: cents(n), ...acts, grounds },
  };
};
export const committed = (n: number): BudgetEvent => ({
  type: 'FundsCommitted',
  data: {
    ...{ commitment: uuid(21), reservation: uuid(20), line: one, partner: town, cents: cents(n) },
    ...{ agreement: agreement.id, decision: decision.id, cup: 'E41H18000000001' },
    ...{ committedBy: colleague, committedAt: at },
  },
});
