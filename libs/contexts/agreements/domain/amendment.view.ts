import type { Clause } from './agreement.events.js';
import type { AmendmentChange } from './amendment.events.js';
import { untouched } from './cycle.state.js';
import type { Agreement, Amendment, Cycle, Party } from './agreement.model.js';

/** The clause group of amounts and term: they are one matter, as the parent's ledger holds both. */
export const TERMS = 'terms';
/** Who the parties are is everybody's matter: such an amendment is open alone. */
export const PARTIES = 'parties';

/** An open amendment as the agreement that it would make: every step of the cycle reads this. */
export function underAmendment(agreement: Agreement, amendment: Amendment): Agreement {
  const { id, amends, change, decision, ...cycle } = amendment;
  const amending = { id, amends, change, decision };
  // Conditions were met before the founding text came into force; an amendment has none.
  const own = { conditions: [], extension: null, amending };
  return { ...agreement, ...textOf(agreement, change), ...cycle, ...own };
}

/** The part of a changed agreement that an amendment keeps. */
export function cycleOf(seen: Agreement): Cycle {
  const { status, parties, frozen, openedOn, lastSignedOn, registrationAsked } = seen;
  const { proposed, registered, publishedOn } = seen;
  return {
    ...{ status, parties, frozen, openedOn, lastSignedOn, registrationAsked },
    ...{ proposed, registered, publishedOn },
  };
}

/** Title, amounts, term and clauses of an agreement after a change. */
export function textOf(agreement: Agreement, change: AmendmentChange) {
  const { title = agreement.title, titleEn = agreement.titleEn } = change;
  const { end = agreement.end, totalCents = agreement.totalCents } = change;
  return { title, titleEn, end, totalCents, clauses: clausesAfter(agreement.clauses, change) };
}

/** The parties that an amendment needs, none of which has done anything about it yet. */
export function partiesUnder({ parties }: Agreement, change: AmendmentChange): readonly Party[] {
  const { shares = [], join = [], leave = [] } = change;
  const stay = parties.map((party) => {
    const leaving = leave.includes(party.partner);
    const named = shares.find(({ partner }) => partner === party.partner)?.shareCents;
    const shareCents = leaving ? (0 as Party['shareCents']) : (named ?? party.shareCents);
    return { ...party, ...untouched, shareCents, leaving };
  });
  return [...stay, ...join.map((party) => ({ ...party, ...untouched }))];
}

/** What an amendment touches: of each clause group only one may be open. */
export function groupsOf({ clauses }: Agreement, change: AmendmentChange): ReadonlySet<string> {
  const { end, totalCents, shares, join, leave, title, titleEn } = change;
  const touched = (change.clauses ?? []).map(({ id }) => id);
  const ids = new Set([...touched, ...(change.dropped ?? [])]);
  const old = clauses.filter(({ id }) => ids.has(id));
  const groups = [...old, ...(change.clauses ?? [])].map(
    ({ group, id }) => `clause ${group ?? id}`,
  );
  const has = (...parts: readonly unknown[]) => parts.some((part) => part !== undefined);
  return new Set([
    ...groups,
    ...(has(end, totalCents, shares) ? [TERMS] : []),
    ...(has(join, leave) ? [PARTIES, TERMS] : []),
    ...(has(title, titleEn) ? ['title'] : []),
  ]);
}

/** Whether the parent's ledger has something to hold for it. */
export function changesTerms({ change }: Pick<Amendment, 'change'>): boolean {
  return change.end !== undefined || change.totalCents !== undefined;
}

function clausesAfter(before: readonly Clause[], change: AmendmentChange): readonly Clause[] {
  const { clauses = [], dropped = [] } = change;
  const known = new Set(before.map(({ id }) => id));
  const kept = before.filter(({ id }) => !dropped.includes(id));
  const replaced = kept.map((each) => clauses.find(({ id }) => id === each.id) ?? each);
  return [...replaced, ...clauses.filter(({ id }) => !known.has(id))];
}
