import type { DecisionId, DecisionStanding } from '@tavolo/boards';
import type { Cents, LocalDate, PartialDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { NetworkId, NetworkStanding } from '@tavolo/networks';
import type { PartnerId, PartnerKind, PartnerStanding } from '@tavolo/partners';
import type { CallId, CallStanding } from '@tavolo/programmes';
import type {
  ActionId,
  BudgetLineId,
  ContributionId,
  IndicatorId,
  InterventionId,
  PlanId,
  SessionId,
  TableId,
} from '../contract/index.js';
import type { PlanEvent, PlanInitiated } from '../domain/plan.events.js';

// Facts for the specifications of this context: a plan with one action, complete in all it needs.

export const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const personRef = (n: number) => `person-${uuid(n)}` as PersonRef;
export const partnerId = (n: number) => `partner-${uuid(n)}` as PartnerId;
export const hash = (n: number) => String(n).padStart(64, '0') as Sha256;
export const day = (text: string) => text as LocalDate;
export const date = (text: string) => text as PartialDate;
export const cents = (amount: number) => amount as Cents;

export const planId = `plan-${uuid(1)}` as PlanId;
export const otherPlan = `plan-${uuid(2)}` as PlanId;
export const callId = `call-${uuid(1)}` as CallId;
export const networkId = `network-${uuid(1)}` as NetworkId;
export const decisionId = `decision-${uuid(1)}` as DecisionId;
export const region = partnerId(1);
export const town = partnerId(2);
export const school = partnerId(3);
export const action = uuid(10) as ActionId;
export const indicator = uuid(11) as IndicatorId;
export const intervention = uuid(12) as InterventionId;
export const line = uuid(13) as BudgetLineId;
export const table = uuid(14) as TableId;
export const session = uuid(15) as SessionId;
export const contribution = uuid(16) as ContributionId;
/** Whom `someone` of the specifications is not. */
export const colleague = personRef(2);
export const text = hash(1);
export const minutes = hash(2);

export const callStanding: CallStanding = {
  id: callId,
  programme: `programme-${uuid(1)}` as CallStanding['programme'],
  status: 'published',
  period: '2014-2020',
  budgetCents: cents(26_344_000_00),
  ...{ deadline: null, generalDeadline: null, regionalDeadlines: {} },
  leadKinds: ['region'],
  mandatoryCategories: [],
  eligibleFrom: date('2018-09'),
  eligibleUntil: date('2023-06-30'),
  basis: { stream: callId, revision: 3 },
};

export function partnerStanding(id: PartnerId, kind: PartnerKind): PartnerStanding {
  return {
    ...{ id, kind, status: 'Eligible', isPublic: true, eligibleUntil: null, registerNo: null },
    ...{ representations: [], basis: { stream: id, revision: 0 } },
  };
}

export const network: NetworkStanding = {
  id: networkId,
  status: 'Active',
  plan: planId,
  level: 'region',
  lead: region,
  members: [
    { partner: region, role: 'lead', status: 'Active' },
    { partner: town, role: 'partner', status: 'Active' },
    { partner: school, role: 'partner', status: 'Accepted' },
  ],
  parent: null,
  basis: { stream: networkId, revision: 9 },
};

export const decision: DecisionStanding = {
  id: decisionId,
  board: `board-${uuid(1)}` as DecisionStanding['board'],
  status: 'Effective',
  subject: { kind: 'adoptPlan', plan: planId, version: 1, sha256: text },
  textSha256: text,
  number: '1/2029',
  effectiveOn: day('2029-12-20'),
  spends: false,
  basis: { stream: decisionId, revision: 12 },
};

export const initiated: PlanInitiated = {
  type: 'PlanInitiated',
  data: {
    call: callId,
    regionCode: 'ITC4',
    title: "Lab'Impact",
    lead: region,
    executionStart: date('2018-09'),
    executionEnd: date('2023-06-30'),
    source: 'programme',
  },
};
export const confirmed: PlanEvent = {
  type: 'PlanInitiationConfirmed',
  data: { call: callId, regionCode: 'ITC4' },
};
export const section = {
  type: 'SectionRevised',
  data: { section: '01-finalita', title: 'Finalità', text: 'Consolidare la rete.' },
} as const satisfies PlanEvent;
export const added = {
  type: 'ActionAdded',
  data: { action, code: 'LAB-01', title: 'Qualificazione del sistema scolastico' },
} as const satisfies PlanEvent;
export const linked: PlanEvent = {
  type: 'TargetGroupLinked',
  data: { action, code: 'TG1', title: 'Alunni con cittadinanza di paesi terzi' },
};
export const defined: PlanEvent = {
  type: 'IndicatorDefined',
  data: { indicator, action, title: 'Scuole coinvolte', unit: 'scuole', target: 60 },
};
export const planned: PlanEvent = {
  type: 'InterventionAdded',
  data: { intervention, action, title: 'Peer education', start: date('2018-10') },
};
export const owned: PlanEvent = {
  type: 'InterventionOwnerAssigned',
  data: { intervention, partner: town, network: networkId },
};
export const budgeted: PlanEvent = {
  type: 'BudgetLineAdded',
  data: { line, action, category: 'personale', cents: cents(100_00) },
};
export function shareOf(partner: PartnerId, amount: number): PlanEvent {
  return { type: 'PartnerShareAllocated', data: { line, partner, cents: cents(amount) } };
}
export const opened: PlanEvent = {
  type: 'CoDesignTableOpened',
  data: { table, title: 'Tavolo scuola' },
};
export const held: PlanEvent = {
  type: 'CoDesignSessionHeld',
  data: {
    ...{ session, table, heldOn: day('2029-11-05'), attendance: [region, town] },
    ...{ minutes, recordedBy: colleague },
  },
};
export const approvedMinutes: PlanEvent = {
  type: 'CoDesignMinutesApproved',
  data: { session, minutes, approvedBy: personRef(3) },
};
export const proposed: PlanEvent = {
  type: 'ContributionProposed',
  data: { contribution, table, on: action, document: hash(3), proposedBy: colleague },
};
export const taken: PlanEvent = {
  type: 'ContributionAccepted',
  data: { contribution, reason: hash(4) },
};
export const closed: PlanEvent = { type: 'CoDesignTableClosed', data: { table } };
export const consolidated: PlanEvent = {
  type: 'PlanDraftConsolidated',
  data: { version: 1, sha256: text, consolidatedBy: colleague },
};
export const superseded: PlanEvent = { type: 'PlanDraftSuperseded', data: { version: 1 } };
export const validated: PlanEvent = { type: 'PlanValidated', data: { version: 1, sha256: text } };
export const adopted: PlanEvent = {
  type: 'PlanAdopted',
  data: { decision: decisionId, version: 1, sha256: text, effectiveOn: day('2029-12-20') },
};
export const submitted: PlanEvent = {
  type: 'PlanSubmitted',
  data: { sha256: text, submittedBy: colleague },
};
export const approved: PlanEvent = {
  type: 'PlanApproved',
  data: {
    cents: cents(100_00),
    cup: 'E41H18000000001',
    document: hash(6),
    baseline: { version: 1, sha256: text },
  },
};
export const started: PlanEvent = {
  type: 'PlanExecutionStarted',
  data: { on: date('2029-12') },
};

/** Its content can be written. */
export const begun: readonly PlanEvent[] = [initiated, confirmed];
/** All that the content needs. */
export const composed: readonly PlanEvent[] = [
  ...[...begun, section, added, linked, defined, planned, owned, budgeted],
  ...[shareOf(region, 40_00), shareOf(town, 60_00)],
];
/** Co-designed to the end, and frozen. */
export const frozen: readonly PlanEvent[] = [
  ...[...composed, opened, held, approvedMinutes, proposed, taken, closed, consolidated],
];
/** In execution. */
export const running: readonly PlanEvent[] = [
  ...[...frozen, validated, adopted, submitted, approved, started],
];
