import type { DecisionStatus } from '../contract/index.js';
import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { formRefusal } from './ballot.js';
import { extensionRefusal } from './decision.proposal.js';
import { countingRules } from './earlier-majority.js';
import { conflictRefusal, itemOf, pendingItem } from './sitting.attendance.js';
import type { DecisionOnTable, PlanOnTable, SittingAsked } from './sitting.commands.js';
import type { Delegation, Electorate, SittingEvent, VoteQuestion } from './sitting.events.js';
import { anotherOpen, termRefusal, unvoted } from './sitting.lapse.js';
import { sittingRules } from './sitting.rules.js';
import { serviceRefusal } from './sitting.service.js';
import type { Roll } from './roll.js';
import type { Item, SittingState } from './sitting.state.js';
import { quorumNow, rulesInCall, sittersOf } from './sitting.vote.js';
import { deferralRefusal, enforceabilityRefusal, rulesOnQuestion } from './vote.question.js';
import { matterRefusal, neededBeside, weightsRefusal } from './vote.matter.js';

/**
 * The quorum of an item (GB-2). Missing members desert the sitting; members who are there but
 * recused defer the item only (GB-4).
 */
export function verifyQuorum(
  { data: { item: id, grounds }, at, today }: SittingAsked<'VerifyQuorum'>,
  state: SittingState,
): Decision<SittingEvent> {
  const item = pendingItem(state, id);
  if ('outcome' in item) return item;
  const { roll } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
  const kept =
    termRefusal(roll, today) ??
    anotherOpen(state) ??
    conflictRefusal(item) ??
    serviceRefusal(roll, state);
  if (kept) return kept;
  const { quorum, present, wouldReach } = quorumNow(state, item, roll);
  const { reached, present: counted, whole, needed } = quorum;
  const seats = { item: id, present, recused: item.recused };
  const read = { rulebookVersion: roll.rulebookVersion, boardRevision: roll.revision };
  const data = { ...seats, counted, whole, needed, ...read };
  if (reached) return verified(item, data);
  if (wouldReach) {
    const deferred = { item: id, decision: item.decision };
    return accept(
      { type: 'QuorumNotReached', data: { ...data, cause: 'recusals' } },
      { type: 'AgendaItemDeferred', data: deferred },
    );
  }
  const { board } = state;
  return accept(
    { type: 'QuorumNotReached', data: { ...data, cause: 'absence' } },
    { type: 'MeetingDeserted', data: { board, desertedAt: at, deferred: unvoted(state) } },
  );
}

type Verified = Extract<SittingEvent, { type: 'QuorumVerified' }>['data'];

/** Verifying again what stands verified adds no fact. */
function verified({ status }: Item, data: Verified): Decision<SittingEvent> {
  if (status === 'QuorumVerified') return refuse(sittingRules.ItemDone, { status });
  return accept({ type: 'QuorumVerified', data });
}

/** Voting begins on the frozen text, by who is entitled now; everything it hangs on is kept. */
export function openVote(
  command: SittingAsked<'OpenVote'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { item: id, textSha256, question, grounds } = command.data;
  const item = itemOf(state, id);
  if ('outcome' in item) return item;
  const { roll, decision } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
  if (!decision) return refuse(sittingRules.DecisionUnknown, { id: item.decision });
  const beside = besideOf(command.data);
  const kept =
    itemRefusal(item, state, question) ??
    deferralRefusal(question, command.today) ??
    boardRefusal(roll, command.today) ??
    weightsRefusal(roll, beside) ??
    decisionRefusal(item, decision, command) ??
    voteRefusal(command.data, { state, item, roll });
  if (kept) return kept;
  const { rulebookVersion, board, revision, termUntil } = roll;
  const electorate = electorateOf(roll, item.recused, state.delegations);
  const { subject } = decision;
  const frozen = { decision: item.decision, textSha256, ...askedOf(question), subject, electorate };
  const rulebook = rulesOf(roll, state, question);
  const rules = { board, boardRevision: revision, rulebook, rulebookVersion, ...beside };
  const route = routeOf(decision);
  const data = { item: id, ...frozen, ...rules, route, ...formOf(command.data) };
  const opened = { ...data, openedAt: command.at, termUntil };
  return accept({ type: 'VoteOpened', data: opened });
}

function askedOf(question: VoteQuestion | undefined) {
  return question ? { question } : {};
}

/** D-8: what is needed beside, where the decision itself is asked. */
function besideOf({ question, grounds }: SittingAsked<'OpenVote'>['data']) {
  const { decision, earlier = null } = grounds;
  return decision && !question ? neededBeside(decision.subject, earlier) : {};
}

function rulesOf({ rulebook }: Roll, { call }: SittingState, question: VoteQuestion | undefined) {
  return rulesOnQuestion(rulesInCall(rulebook, call), question);
}

/** A named vote says nothing of its form, as ever. */
function formOf({ ballot = 'named' }: SittingAsked<'OpenVote'>['data']) {
  return ballot === 'named' ? {} : { ballot };
}

/** GB-2; D-1, D-3: the form is one of the body's, and enough people may vote to keep a secret. */
function voteRefusal(
  data: SittingAsked<'OpenVote'>['data'],
  { state, item, roll }: Readonly<{ state: SittingState; item: Item; roll: Roll }>,
): Decision<never> | null {
  const { ballot = 'named', question } = data;
  const quorum = quorumRefusal(state, item, roll);
  if (quorum) return quorum;
  const sitters = sittersOf(state, item, roll.members);
  const voters = sitters.filter(({ seat }) => !item.recused.includes(seat));
  const { alsoNeeded } = besideOf(data);
  const rules = countingRules(rulesOf(roll, state, question), alsoNeeded);
  return formRefusal(ballot, rules, voters);
}

/** One body in a sitting; of a matter on an approval route, with the version that it froze. */
function routeOf({ route }: DecisionOnTable) {
  return { kind: 'sitting', version: 1, ...(route && { within: route }) } as const;
}

/** Who may vote from now on, whatever becomes of the seats later. */
function electorateOf(
  { seats, members, chair, viceChair }: Roll,
  recused: Electorate['recused'],
  delegations: readonly Delegation[],
): Electorate {
  const more = {
    ...(viceChair && { viceChair: viceChair.seat }),
    ...(delegations.length > 0 && { delegations }),
  };
  return { seats, members, chair: chair?.seat ?? null, recused, ...more };
}

function itemRefusal(
  item: Item,
  state: SittingState,
  question: VoteQuestion | undefined,
): Decision<never> | null {
  const { status } = item;
  if (state.status === 'Deserted') return refuse(sittingRules.SittingDeserted);
  if (question?.kind === 'enforceability') {
    return enforceabilityRefusal(item) ?? anotherOpen(state) ?? conflictRefusal(item);
  }
  if (status === 'OnAgenda') return refuse(sittingRules.QuorumNotVerified);
  if (status !== 'QuorumVerified') return refuse(sittingRules.ItemDone, { status });
  return anotherOpen(state) ?? conflictRefusal(item);
}

function boardRefusal(roll: Roll, today: string): Decision<never> | null {
  const term = termRefusal(roll, today);
  if (term) return term;
  if (!roll.chair) return refuse(sittingRules.ChairMissing);
  return roll.secretary === null ? refuse(sittingRules.SecretaryMissing) : null;
}

/** X-8, PL-4, D-8: the decision is on this agenda by this text, and can still be decided. */
function decisionRefusal(
  item: Item,
  decision: DecisionOnTable,
  { data, today }: SittingAsked<'OpenVote'>,
): Decision<never> | null {
  const { plan, earlier = null } = data.grounds;
  const text = textRefusal(item, decision, data);
  // What the decision orders is not asked of a question beside it.
  if (text ?? data.question) return text;
  return (
    planRefusal(decision, plan) ?? matterRefusal(decision, earlier, { today, closesOn: today })
  );
}

const onAgenda: readonly DecisionStatus[] = ['OnAgenda'];
/** The facts of an approval may be under way, and so may a signature. */
const afterApproval: readonly DecisionStatus[] = ['OnAgenda', 'Approved', 'Adopted', 'Numbered'];

/** the text asked for is the one on the agenda, and the decision's own. */
function textRefusal(
  item: Item,
  { status, sitting, textSha256, leftByRoute }: DecisionOnTable,
  asked: SittingAsked<'OpenVote'>['data'],
): Decision<never> | null {
  const { question, grounds } = asked;
  if (leftByRoute === true && !question) return refuse(sittingRules.LeftByRoute);
  const fits = question?.kind === 'enforceability' ? afterApproval : onAgenda;
  if (!fits.includes(status) || sitting !== grounds.sitting) {
    return refuse(sittingRules.DecisionNotOnAgenda, { decision: item.decision, status });
  }
  const same = textSha256 === item.textSha256 && asked.textSha256 === textSha256;
  return same ? null : refuse(sittingRules.OtherText, { textSha256: item.textSha256 });
}

/** PL-4, PL-10: what could refuse the adoption, or the extension, is asked before the vote. */
export function planRefusal(
  { subject }: Pick<DecisionOnTable, 'subject'>,
  plan: PlanOnTable | null,
): Decision<never> | null {
  if (subject.kind === 'extendPlan') return extensionRefusal(subject, plan);
  if (subject.kind !== 'adoptPlan') return null;
  if (!plan) return refuse(sittingRules.PlanUnknown, { id: subject.plan });
  const { version, sha256 } = subject;
  if (plan.frozen?.version !== version || plan.frozen.sha256 !== sha256) {
    return refuse(sittingRules.PlanMoved, { version });
  }
  if (plan.missing.length === 0) return null;
  return refuse(sittingRules.PlanNotReady, { missing: plan.missing });
}

/** GB-2: who left since it was verified may have taken the quorum along. */
function quorumRefusal(state: SittingState, item: Item, roll: Roll): Decision<never> | null {
  const { reached, present: counted, whole, needed } = quorumNow(state, item, roll).quorum;
  return reached ? null : refuse(sittingRules.QuorumLost, { counted, whole, needed });
}
