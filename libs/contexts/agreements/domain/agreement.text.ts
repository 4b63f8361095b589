import { canonicalJson, normalised } from '@tavolo/kernel';
import type { Json } from '@tavolo/kernel';
import type { AgreementId } from '../contract/index.js';
import type { Agreement } from './agreement.state.js';

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
  const text = {
    ...{ agreement: id, kind, title, titleEn, network, plan, parent, totalCents, start, end },
    ...{ currency: 'EUR', parties, conditions, clauses: agreement.clauses },
  };
  return canonicalJson(normalised<Json>(text));
}
