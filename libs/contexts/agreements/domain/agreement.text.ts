import { canonicalJson, normalised } from '@tavolo/kernel';
import type { Json } from '@tavolo/kernel';
import type { AgreementId } from '../contract/index.js';
import type { Agreement, Amending } from './agreement.model.js';

/**
 * The canonical bytes of the whole text, as text: what is signed, and what anybody can write
 * again from the published content. RFC 8785 in Unicode form C; clauses in their order,
 * parties by id, so that the order in which they were added leaves no trace.
 */
export function canonicalText(id: AgreementId, agreement: Agreement): string {
  const { kind, title, titleEn, network, plan, parent, totalCents, start, end } = agreement;
  const parties = agreement.parties
    .map(({ partner, role, shareCents }) => ({ partner, role, shareCents }))
    .sort((a, b) => (a.partner < b.partner ? -1 : 1));
  const conditions = agreement.conditions.map(({ id: condition, title: what }) => ({
    ...{ id: condition, title: what },
  }));
  const { publicationRequired, noticeDays } = agreement;
  const text = {
    ...{ agreement: id, kind, title, titleEn, network, plan, parent, totalCents, start, end },
    ...{ currency: 'EUR', parties, conditions, clauses: agreement.clauses },
    // Only where they are agreed: the bytes of a text without them stay what they were.
    ...(publicationRequired && { publicationRequired }),
    ...(noticeDays !== null && { noticeDays }),
  };
  return canonicalJson(normalised<Json>(text));
}

/**
 * The canonical bytes of an amendment, as text: which version of which agreement it amends, and
 * what it changes. Who joins, leaves or pays stands by id; clauses stand in their order.
 */
export function canonicalAmendment(
  agreement: AgreementId,
  { id: amendment, amends, change, decision }: Amending,
): string {
  const { shares, join, leave, dropped, ...rest } = change;
  const byPartner = <T extends { readonly partner: string }>(all: readonly T[]) =>
    all.toSorted((a, b) => (a.partner < b.partner ? -1 : 1));
  const changed = {
    ...rest,
    ...(shares && { shares: byPartner(shares) }),
    ...(join && { join: byPartner(join) }),
    ...(leave && { leave: leave.toSorted() }),
    ...(dropped && { dropped: dropped.toSorted() }),
  };
  const text = { agreement, amendment, amends, change: changed, currency: 'EUR', decision };
  return canonicalJson(normalised<Json>(text));
}
