import { describe, expect, it } from '@jest/globals';
import type { AgreementEvent } from './facts.events.js';
import { draftedAs } from '../test/examples.js';
import { added, agreementId, clause, drafted, region, revised, town } from '../test/examples.js';
import { agreement } from './agreement.js';
import type { AgreementState } from './agreement.state.js';
import { canonicalText } from './agreement.text.js';

const textOf = (...history: AgreementEvent[]) => {
  const state = history.reduce<AgreementState>(agreement.evolve, null);
  if (state === null) throw new Error('the history has no draft');
  return canonicalText(agreementId(1), state);
};
const withClause = (text: string): AgreementEvent =>
  ({ ...revised, data: { ...revised.data, clauses: [{ ...clause, text }] } }) as AgreementEvent;

describe('the canonical text', () => {
  it('holds title, clauses, parties with shares, amounts and dates', () => {
    expect(JSON.parse(textOf(drafted, added(region), added(town), revised))).toStrictEqual({
      agreement: agreementId(1),
      kind: 'partnershipAgreement',
      title: 'Accordo di partenariato',
      titleEn: null,
      network: drafted.data.network,
      plan: drafted.data.plan,
      parent: null,
      ...{ totalCents: 100_00, currency: 'EUR', start: '2029-01-01', end: '2031-12-31' },
      parties: [region, town].map((partner) => ({ partner, role: 'partner', shareCents: 50_00 })),
      conditions: [],
      clauses: [clause],
    });
  });
  it('does not depend on the order in which parties came', () => {
    expect(textOf(drafted, added(town), added(region), revised)).toBe(
      textOf(drafted, added(region), added(town), revised),
    );
  });
  it('A-1: is the same for the same letters in two Unicode forms, and no other text is', () => {
    const composed = textOf(drafted, withClause('perch\u00e9'));
    expect(textOf(drafted, withClause('perche\u0301'))).toBe(composed);
    expect(textOf(drafted, withClause('perche'))).not.toBe(composed);
  });
  it('A-7: names publication and period of notice only where they are agreed', () => {
    const agreed = { noticeDays: 60, publicationRequired: true };
    expect(JSON.parse(textOf(draftedAs(agreed), revised))).toMatchObject(agreed);
    expect(Object.keys(JSON.parse(textOf(drafted, revised)) as object)).not.toContain('noticeDays');
  });
});
