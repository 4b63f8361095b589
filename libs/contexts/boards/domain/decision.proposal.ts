import type { AdoptionOfRoute, BoardId, Condition, MoveOnRoute } from '../contract/index.js';
import type { DecisionSubject, ExtensionOfPlan } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { DecisionAsked, SubjectAsked } from './decision.commands.js';
import { conditionsOf } from './decision.conditions.js';
import { earlierRefusal } from './decision.earlier.js';
import type { DecisionEvent, Spending } from './decision.events.js';
import { endingRefusal } from './decision.ending.js';
import { decisionRules } from './decision.rules.js';
import { adoptionRefusal } from './route/definition.js';
import { rulebookRefusal } from './rulebook.refusal.js';
import type { DecisionState } from './decision.state.js';

type Proposal = DecisionAsked<'ProposeDecision'>['data'];
type Grounds = Proposal['grounds'];

/** A proposal names its text, its reasons and its legal basis; of a plan the frozen version. */
export function propose({
  data,
  by,
  today,
}: DecisionAsked<'ProposeDecision'>): Decision<DecisionEvent> {
  const { motivation, grounds } = data;
  if (!grounds.boardKnown) return refuse(decisionRules.BoardUnknown, { id: data.board });
  if (motivation === undefined) return refuse(decisionRules.MotivationMissing);
  if (grounds.legalBasis.length === 0) return refuse(decisionRules.LegalBasisMissing);
  const subject = subjectOf(data, today);
  if ('outcome' in subject) return subject;
  const { seatIds = [] } = grounds;
  const conditions = conditionsOf(data.conditions ?? [], { today, seatIds });
  if ('outcome' in conditions) return conditions;
  const said = { subject, motivation, proposer: by.person, legalBasis: grounds.legalBasis };
  return accept({ type: 'DecisionProposed', data: { ...proposed(data, conditions), ...said } });
}

function proposed(
  { board, title, titleEn, textSha256, spending, source, confidential }: Proposal,
  conditions: readonly Condition[],
) {
  return {
    ...{ board, title, titleEn: titleEn ?? null, textSha256, spending: spending ?? null },
    ...(conditions.length > 0 && { conditions }),
    ...(source !== undefined && { source }),
    ...(confidential === true && { confidential }),
  };
}

/** What could refuse the act that follows is asked before the vote on it, not after. */
function subjectOf(
  { subject: asked, ...proposal }: Proposal,
  today: LocalDate,
): DecisionSubject | Decision<never> {
  const { board, grounds } = proposal;
  switch (asked.kind) {
    case 'other':
      return { kind: 'other' };
    case 'amendRules':
      return rulebookRefusal(asked.rulebook, grounds.seats ?? 0) ?? asked;
    case 'endDecision':
      return endingRefusal(asked.decision, asked.how, grounds.ended ?? null) ?? asked;
    case 'adoptRoute':
    case 'moveRoute':
      return routeRefusal(asked, board, grounds) ?? asked;
    case 'adoptPlan':
      return versionOf(asked, grounds);
    case 'extendPlan':
      return unfundable(asked, proposal) ?? asked;
    default:
      return earlierRefusal(asked, grounds.ended ?? null, today) ?? asked;
  }
}

/** Of a definition of routes, whether the body may adopt it; of a move, what refuses it now. */
function routeRefusal(
  asked: AdoptionOfRoute | MoveOnRoute,
  board: BoardId,
  { adopted = null, move }: Grounds,
): Decision<never> | null {
  if (asked.kind === 'adoptRoute') return adoptionRefusal({ ...asked, board }, adopted);
  return move ? { outcome: 'refused', refusal: move } : null;
}

/** a proposal to adopt a plan names the version that its proposer read. */
function versionOf(
  asked: Extract<SubjectAsked, { kind: 'adoptPlan' }>,
  { plan }: Grounds,
): DecisionSubject | Decision<never> {
  if (!plan) return refuse(decisionRules.PlanUnknown, { id: asked.plan });
  const { frozen } = plan;
  if (!frozen) return refuse(decisionRules.PlanNotFrozen);
  const { version, sha256 } = frozen;
  if (asked.sha256 !== sha256) return refuse(decisionRules.OtherPlanVersion, { version, sha256 });
  return { kind: 'adoptPlan', plan: asked.plan, version, sha256 };
}

/** D-4, PL-10: the extension waits, the agreement is one of its plan, and the money is named. */
function unfundable(
  asked: ExtensionOfPlan,
  { spending, grounds }: Pick<Proposal, 'grounds' | 'spending'>,
): Decision<never> | null {
  const kept = extensionRefusal(asked, grounds.plan);
  if (kept) return kept;
  const { plan, agreement: id } = asked;
  if (grounds.agreement?.plan !== plan) return refuse(decisionRules.AgreementNotOfPlan, { id });
  return unsaid(spending);
}

/** D-4: to fund an extension is to spend. */
function unsaid(spending: Spending | null | undefined): Decision<never> | null {
  const isSaid = spending != null && spending.amountCents > 0;
  return isSaid ? null : refuse(decisionRules.SpendingMissing);
}

/** PL-10: the extension that the body is to fund still waits for that. */
export function extensionRefusal(
  { plan: id, change }: ExtensionOfPlan,
  plan: Readonly<{ costedExtension?: string }> | null,
): Decision<never> | null {
  if (!plan) return refuse(decisionRules.PlanUnknown, { id });
  if (plan.costedExtension === change) return null;
  return refuse(decisionRules.ExtensionNotWaiting, { change });
}

/** An officer other than the proposer gives each opinion once. */
export function attachOpinion(
  { data: { kind, opinion, document }, by }: DecisionAsked<'AttachOpinion'>,
  { proposer, technical, accounting }: DecisionState,
): Decision<DecisionEvent> {
  if (by.person === proposer) return refuse(decisionRules.OwnOpinion);
  const given = { technical, accounting };
  if (given[kind] !== null) return refuse(decisionRules.OpinionGiven);
  const data = { opinion, document, givenBy: by.person };
  return kind === 'technical'
    ? accept({ type: 'TechnicalOpinionGiven', data })
    : accept({ type: 'AccountingOpinionGiven', data });
}

/** D-4: spending needs a positive accounting opinion, or one overruled with reasons. */
export function markReady(
  { data: { overruling } }: DecisionAsked<'MarkReady'>,
  { status, spends, accounting }: DecisionState,
): Decision<DecisionEvent> {
  if (status === 'Proposed') return refuse(decisionRules.NotInstructed);
  if (spends && accounting === null) return refuse(decisionRules.AccountingOpinionMissing);
  if (spends && accounting === 'negative' && overruling === undefined) {
    return refuse(decisionRules.AccountingOpinionNegative);
  }
  return accept({ type: 'DecisionReadyForAgenda', data: { overruling: overruling ?? null } });
}

/**
 * The proposer changes the text, and what it spends, off every agenda: the instruction begins
 * again, the accounting opinion included (X-8, D-4).
 */
export function amendProposal(
  { data, by, today }: DecisionAsked<'AmendProposal'>,
  state: DecisionState,
): Decision<DecisionEvent> {
  if (state.cameBy) return refuse(decisionRules.CameByRoute);
  const { title, textSha256, motivation, grounds } = data;
  if (by.person !== state.proposer) return refuse(decisionRules.NotTheProposer);
  if (textSha256 === state.textSha256) return refuse(decisionRules.SameText);
  const about = { title: title ?? state.title, motivation: motivation ?? state.motivation };
  const anew = anewIn(data, { today, ...grounds }, state);
  if ('outcome' in anew) return anew;
  const amended = { ...about, textSha256, previousTextSha256: state.textSha256 };
  return accept({ type: 'ProposalAmended', data: { ...amended, ...anew } });
}

/** What is said anew beside the text; what is not said stays. */
function anewIn(
  { conditions: asked, spending }: DecisionAsked<'AmendProposal'>['data'],
  grounds: Parameters<typeof conditionsOf>[1],
  { subject }: DecisionState,
): Readonly<{ conditions?: readonly Condition[]; spending?: Spending | null }> | Decision<never> {
  const conditions = asked && conditionsOf(asked, grounds);
  if (conditions && 'outcome' in conditions) return conditions;
  const spent = spending !== undefined && { spending };
  const kept = spent && subject.kind === 'extendPlan' ? unsaid(spending) : null;
  return kept ?? { ...(conditions && { conditions }), ...spent };
}

/** The proposer takes it back, off every agenda. */
export function withdraw(
  { by }: DecisionAsked<'WithdrawProposal'>,
  { proposer, cameBy }: DecisionState,
): Decision<DecisionEvent> {
  if (cameBy) return refuse(decisionRules.CameByRoute);
  if (by.person !== proposer) return refuse(decisionRules.NotTheProposer);
  return accept({ type: 'ProposalWithdrawn', data: { withdrawnBy: by.person } });
}
