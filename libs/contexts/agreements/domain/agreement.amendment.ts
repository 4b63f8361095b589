import { accept, refuse, sum } from '@tavolo/kernel';
import type { Cents, Decision, LocalDate } from '@tavolo/kernel';
import type { ChildrenGround } from './agreement.commands.js';
import { agreementRules as rule } from './agreement.rules.js';
import type { Agreement, Amendment } from './agreement.model.js';
import { recordApproval } from './agreement.signature.js';
import { inState, withinTerm } from './agreement.steps.js';
import type { ApproveAmendment, JoiningGround, ProposeAmendment } from './amendment.commands.js';
import type { ProposedChange, ProposeExtension } from './amendment.commands.js';
import type { ReviseAmendment, WithdrawAmendment } from './amendment.commands.js';
import { belowChildren } from './amendment.checks.js';
import type { AmendmentChange } from './amendment.events.js';
import { amendmentRules } from './amendment.rules.js';
import { changesTerms, groupsOf, PARTIES, TERMS, underAmendment } from './amendment.view.js';
import type { AgreementEvent } from './facts.events.js';
import { lifecycleRules } from './lifecycle.rules.js';

type AgreementDecision = Decision<AgreementEvent>;
type Kept = Decision<never> | null;

/** Founds the draft of a new version, while the one it names stays in force. */
export function proposeAmendment(
  { data, today }: ProposeAmendment,
  state: Agreement,
): AgreementDecision {
  const { amends, change: proposed, decision = null, grounds } = data;
  const kept = inState(state, ['InForce', 'Suspended']) ?? withinTerm(state, today);
  if (kept) return kept;
  const { version } = state;
  if (amends !== version) return refuse(amendmentRules.OtherVersionInForce, { amends, version });
  const change = changeOf(proposed, grounds.joining);
  const unfit = unknownNewcomer(proposed, grounds.joining) ?? unfitChange(state, { change });
  if (unfit) return unfit;
  const amendment = grounds.newId;
  return accept({ type: 'AmendmentProposed', data: { amendment, amends, change, decision } });
}

/**
 * PL-10, A-13: what the funding decision gives is laid on the shares of the parties, and the total
 * is higher by as much. An end that is as late already is left alone.
 */
export function proposeExtension(command: ProposeExtension, state: Agreement): AgreementDecision {
  const { end, shares: added, decision, grounds } = command.data;
  const shares = added.map(({ partner, addedCents }) => {
    const party = state.parties.find((each) => each.partner === partner);
    return { partner, shareCents: ((party?.shareCents ?? 0) + addedCents) as Cents };
  });
  const totalCents = (state.totalCents + sum(added.map((each) => each.addedCents))) as Cents;
  const change = { totalCents, shares, ...(end > state.end && { end }) };
  const data = {
    ...{ amends: state.version, change, decision },
    grounds: { newId: grounds.newId, joining: [] },
  };
  return proposeAmendment({ ...command, type: 'ProposeAmendment', data }, state);
}

/** Edits the change while it is a draft; another amendment keeps its clause groups. */
export function reviseAmendment(
  { data, today }: ReviseAmendment,
  state: Agreement,
): AgreementDecision {
  const { amendment, change: proposed, decision = null, grounds } = data;
  const found = openAmendment(state, amendment);
  if (!found) return refuse(amendmentRules.UnknownAmendment, { amendment });
  const kept = inState(found, ['Drafted']) ?? withinTerm(state, today);
  if (kept) return kept;
  const change = changeOf(proposed, grounds.joining);
  const unfit =
    unknownNewcomer(proposed, grounds.joining) ?? unfitChange(state, { change, amendment });
  if (unfit) return unfit;
  return accept({ type: 'AmendmentRevised', data: { amendment, change, decision } });
}

/** A party’s approving act, on the frozen text of the amendment. */
export function approveAmendment(command: ApproveAmendment, state: Agreement): AgreementDecision {
  const { amendment, party, textSha256, act, date, body } = command.data;
  const found = openAmendment(state, amendment);
  if (!found) return refuse(amendmentRules.UnknownAmendment, { amendment });
  const asked = { ...command, type: 'RecordPartyApproval' } as const;
  const kept = withinTerm(state, command.today);
  const decision = kept ?? recordApproval(asked, underAmendment(state, found));
  if (decision.outcome === 'refused') return decision;
  const approval = { amendment, party, textSha256, act, date, body };
  return accept({ type: 'AmendmentApproved', data: approval });
}

/** Gives an amendment up as long as not all have signed it. */
export function withdrawAmendment(
  { data: { amendment } }: WithdrawAmendment,
  state: Agreement,
): AgreementDecision {
  const found = openAmendment(state, amendment);
  if (!found) return refuse(amendmentRules.UnknownAmendment, { amendment });
  const kept = inState(found, [
    ...(['Drafted', 'UnderReview', 'TextFrozen', 'ApprovedByParties'] as const),
    ...(['OpenForSignature', 'PartiallySigned'] as const),
  ]);
  return kept ?? accept(withdrawn(found));
}

/** The fact by which an amendment is given up, or falls with its agreement. */
export function withdrawn({ id: amendment, frozen }: Amendment): AgreementEvent {
  const frozenVersion = frozen?.version ?? null;
  return { type: 'AmendmentWithdrawn', data: { amendment, frozenVersion } };
}

/** An open amendment by its local id. */
export function openAmendment({ amendments }: Agreement, amendment: string): Amendment | undefined {
  return amendments.find(({ id }) => id === amendment);
}

/** A complete amendment takes the place of the version in force. */
export function amend(
  seen: Agreement,
  {
    from: complete,
    base,
    children,
  }: { from: LocalDate; base: Agreement; children: ChildrenGround },
): AgreementDecision {
  const { amending, frozen, parties, totalCents, end, kind, network, plan } = seen;
  if (amending === null || frozen === null) return refuse(rule.TextEmpty);
  const { versionFrom } = base;
  // Never before the version whose place it takes.
  const from = versionFrom !== null && versionFrom > complete ? versionFrom : complete;
  if (from > base.end) return refuse(lifecycleRules.TermAlreadyOver, { end: base.end });
  if (from > end) return refuse(rule.TermOver, { from, end });
  const kept = belowChildren({ totalCents, end }, children);
  if (kept) return kept;
  const staying = parties.filter(({ leaving }) => !leaving).map(({ partner }) => partner);
  const isHeld = base.parent !== null && changesTerms(amending);
  return accept({
    type: 'AgreementAmended',
    data: {
      ...{ amendment: amending.id, version: base.version + 1, amends: amending.amends },
      ...{ textSha256: frozen.sha256, kind, network, plan, parties: staying },
      ...{ totalCents, end, from, released: isHeld ? base.held : null },
    },
  });
}

function changeOf({ join, ...change }: ProposedChange, joining: JoiningGround): AmendmentChange {
  if (join === undefined) return change;
  const known = join.map((party, i) => ({ ...party, publicBody: joining[i]?.isPublic === true }));
  return { ...change, join: known };
}

function unknownNewcomer({ join = [] }: ProposedChange, joining: JoiningGround): Kept {
  const missing = join.find((_, i) => !joining[i]);
  return missing ? refuse(rule.UnknownObject, { id: missing.partner }) : null;
}

function unfitChange(
  state: Agreement,
  { change, amendment }: { change: AmendmentChange; amendment?: string },
): Kept {
  const groups = groupsOf(state, change);
  const others = state.amendments.filter(({ id }) => id !== amendment);
  return (
    unknownClause(state, change) ??
    unknownParty(state, change) ??
    backwards(state, change) ??
    (groups.size > 0 ? null : refuse(amendmentRules.NothingAmended)) ??
    clash(groups, { state, others })
  );
}

/** What is dropped is there, and no clause is named twice. */
function unknownClause(state: Agreement, { dropped = [], clauses = [] }: AmendmentChange): Kept {
  const clause = dropped.find((id) => !state.clauses.some((each) => each.id === id));
  if (clause !== undefined) return refuse(amendmentRules.UnknownClause, { clause });
  const twice = repeated([...clauses.map(({ id }) => id), ...dropped]);
  return twice === undefined ? null : refuse(rule.ClauseTwice, { clause: twice });
}

/** Who pays or leaves is a party, and who joins is none yet. */
function unknownParty(state: Agreement, change: AmendmentChange): Kept {
  const { shares = [], leave = [], join = [] } = change;
  const members = new Set<string>(state.parties.map(({ partner }) => partner));
  const named = [...shares.map(({ partner }) => partner), ...leave];
  const stranger = named.find((partner) => !members.has(partner));
  if (stranger !== undefined) return refuse(rule.NotAParty, { party: stranger });
  const newcomers = join.map(({ partner }) => partner);
  const known = newcomers.find((partner) => members.has(partner)) ?? repeated(newcomers);
  return known === undefined ? null : refuse(rule.AlreadyAParty, { party: known });
}

function repeated<T>(values: readonly T[]): T | undefined {
  return values.find((value, i) => values.indexOf(value) !== i);
}

function backwards({ start }: Agreement, { end }: AmendmentChange): Kept {
  return end === undefined || end >= start ? null : refuse(rule.EndBeforeStart, { start, end });
}

function clash(
  groups: ReadonlySet<string>,
  { state, others }: { state: Agreement; others: readonly Amendment[] },
): Kept {
  const { extension } = state;
  if (extension !== null && groups.has(TERMS)) {
    return refuse(lifecycleRules.ExtensionOpen, { end: extension.end });
  }
  const open = new Set(others.flatMap(({ change }) => [...groupsOf(state, change)]));
  const alone = others.length > 0 && (groups.has(PARTIES) || open.has(PARTIES));
  const both = alone ? [PARTIES] : [...groups].filter((group) => open.has(group));
  return both.length > 0 ? refuse(amendmentRules.GroupAlreadyOpen, { groups: both }) : null;
}
