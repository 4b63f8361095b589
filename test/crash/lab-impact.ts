import type { AgreementId } from '@tavolo/agreements';
import { rulebookPresets } from '@tavolo/boards';
import type { BoardId } from '@tavolo/boards';
import type { Cents, Instant, LocalDate, MandateRef, PersonRef } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { BudgetLineId, PlanId } from '@tavolo/plans';
import * as decided from '../../libs/contexts/boards/domain/decision.examples.js';
import * as agreed from '../../libs/contexts/agreements/test/examples.js';
import * as planned from '../../libs/contexts/plans/test/examples.js';
import type { Fact } from './house.js';

// Lab'Impact as it may have stood before its costed extension. The amount of EUR 9,250,000 after
// it is the programme's own; what it was before nobody has published, and the lines, shares and
// days here are invented: synthetic, as the facts say where they can.

const euro = (amount: number) => (amount * 100) as Cents;

/** What the plan comes to with the extension, in cents: from the programme's own presentation. */
export const AFTER = euro(9_250_000);
/** Synthetic: the amount before the extension is not known. */
export const BEFORE = euro(8_000_000);
export const END_BEFORE = '2031-12-31' as LocalDate;
export const END_AFTER = '2032-12-31' as LocalDate;

export const [region, town] = [planned.region, planned.town] as readonly [PartnerId, PartnerId];
export const plan: PlanId = planned.planId;
export const call = planned.callId;
export const agreement: AgreementId = agreed.agreementId(1);
export const decision = planned.decisionId;
const board = `board-${planned.uuid(1)}` as BoardId;
export const budget = plan.replace('plan-', 'budget-');
export const line: BudgetLineId = planned.line;
export const change = planned.uuid(70);
export const signatories: Readonly<Record<string, PersonRef>> = {
  [region]: planned.personRef(11),
  [town]: planned.personRef(12),
};
/** What each acts under: the secretary of the board, and who represents region and town. */
export const acting = {
  board: { person: planned.personRef(13), mandate: `${board}#secretary-1` as MandateRef },
  region: representing(region),
  town: representing(town),
} as const;
const at = '2029-12-01T09:00:00.000Z' as Instant;
const day = (text: string) => text as LocalDate;

function representing(partner: PartnerId) {
  const person = signatories[partner] ?? planned.colleague;
  return { person, mandate: `${partner}#${planned.uuid(60)}` as MandateRef };
}

/** What each partner has of the one line, before and after. */
export const shares = {
  before: { [region]: euro(3_000_000), [town]: euro(5_000_000) },
  after: { [region]: euro(3_500_000), [town]: euro(5_750_000) },
} as const;
const amountsOf = (of: Readonly<Record<string, Cents>>) => ({
  line,
  cents: Object.values(of).reduce((sum, cents) => sum + cents, 0) as Cents,
  shares: Object.entries(of).map(([partner, cents]) => ({ partner: partner as PartnerId, cents })),
});

function partnerFacts(partner: PartnerId, kind: string): readonly Fact[] {
  const person = signatories[partner];
  const power = { representation: planned.uuid(60), person, from: '2029-01-01', until: null };
  const confirmed = { until: '2035-12-31', verifiedBy: planned.colleague, confirmedAt: at };
  return [
    {
      type: 'PartnerRegistered',
      data: { name: kind, kind, source: 'synthetic', registeredAt: at },
    },
    { type: 'PartnerRegistrationConfirmed', data: { confirmedAt: at } },
    { type: 'PartnerEligibilityConfirmed', data: confirmed },
    { type: 'LegalRepresentativeAppointed', data: { ...power, appointedAt: at } },
  ];
}

function callFacts(): readonly Fact[] {
  const terms = {
    ...{ programme: `programme-${planned.uuid(1)}`, period: '2014-2020', number: '1/2018' },
    ...{ title: 'IMPACT', budgetCents: euro(26_344_000), deadline: at, leadKinds: ['region'] },
    ...{ mandatoryCategories: [], eligibleUntil: '2033-12-31' },
  };
  const act = 'Decreto n. 72';
  return [
    { type: 'CallDrafted', data: { ...terms, draftedBy: planned.colleague, draftedAt: at } },
    { type: 'CallApproved', data: { act, approvedOn: '2029-01-01', approvedAt: at } },
    { type: 'CallPublished', data: { place: 'sito', publishedAt: at } },
    { type: 'CallClosed', data: { closedAt: at } },
    { type: 'FundingAssigned', data: { plan, cents: BEFORE, act, assignedAt: at } },
    { type: 'CallImplementationStarted', data: { act, at } },
  ];
}

function planFacts(): readonly Fact[] {
  const [initiated, ...others] = planned.running;
  const head = { ...initiated?.data, executionEnd: END_BEFORE, source: 'synthetic' };
  const changed = others.map(({ type, data }): Fact => {
    if (type === 'BudgetLineAdded') return { type, data: { ...data, cents: BEFORE } };
    if (type === 'PlanApproved') return { type, data: { ...data, cents: BEFORE } };
    if (type !== 'PartnerShareAllocated') return { type, data };
    return { type, data: { ...data, cents: shares.before[data.partner] } };
  });
  const asked = {
    ...{ change, kind: 'costed', end: END_AFTER, addedCents: (AFTER - BEFORE) as Cents },
    ...{ lines: [amountsOf(shares.after)], requestedBy: planned.colleague },
  };
  const extension = { type: 'ExtensionRequested', data: asked };
  return [{ type: 'PlanInitiated', data: head }, ...changed, extension];
}

/** The board whose secretary keeps its records. */
function boardFacts(): readonly Fact[] {
  const { person } = acting.board;
  const about = { name: 'Cabina di regia', nameEn: null, level: 'region', network: null, plan };
  const rules = { seats: 5, rulebook: rulebookPresets.steeringCommittee, rulebookVersion: 1 };
  const office = { n: 1, person, organisation: null, from: '2029-01-01', until: '2035-12-31' };
  return [
    {
      type: 'BoardEstablished',
      data: { ...about, ...rules, termUntil: '2035-12-31', source: 'synthetic' },
    },
    { type: 'BoardSecretaryAppointed', data: office },
  ];
}

function agreementFacts(): readonly Fact[] {
  return agreed.inForce.map(({ type, data }): Fact => {
    switch (type) {
      case 'AgreementDrafted':
        return {
          type,
          data: { ...data, totalCents: BEFORE, end: END_BEFORE, source: 'synthetic' },
        };
      case 'AgreementPartyAdded':
        return { type, data: { ...data, shareCents: shares.before[data.partner] } };
      case 'AgreementTextRevised':
        return { type, data: { ...data, totalCents: BEFORE, end: END_BEFORE } };
      case 'AgreementTextFrozen':
        return { type, data: { ...data, totalCents: BEFORE, end: END_BEFORE } };
      default:
        return { type, data };
    }
  });
}

/** The funding decision of the extension, numbered by now and not published yet. */
function decisionFacts(): readonly Fact[] {
  const [proposed, technical, ...rest] = decided.approved;
  const subject = { kind: 'extendPlan', plan, change, agreement };
  const spending = { amountCents: (AFTER - BEFORE) as Cents, budgetRef: 'Capitolo sintetico' };
  const funding = { ...proposed, data: { ...proposed.data, board, subject, spending } };
  const opinions = [technical, decided.accounting('positive')]; // D-4
  return [funding, ...opinions, ...rest, decided.signed, decided.numbered];
}

/** Everything that stands before the extension is decided on, by its stream. */
export const beginning: readonly (readonly [string, readonly Fact[]])[] = [
  [region, partnerFacts(region, 'region')],
  [town, partnerFacts(town, 'municipality')],
  [call, callFacts()],
  [plan, planFacts()],
  [agreement, agreementFacts()],
  [board, boardFacts()],
  [decision, decisionFacts()],
];

/** The days of the acts of persons. */
export const TODAY = day('2030-01-12');
