import type { AgreementKind } from '../contract/index.js';

/** What the text of a grant must hold: Commission Delegated Regulation 1042/2014, article 10. */
export const checklistTopics = [
  'maximumContribution',
  'descriptionAndTimetable',
  'subcontracting',
  'forwardBudgetAndFinancingPlan',
  'finalCalculationMethod',
  'reportingAmendmentTermination',
  'objectivesAndIndicators',
  'yearlyReporting',
  'eligibleCosts',
  'bookkeepingAndPayment',
  'auditTrail',
  'dataProtection',
  'publicity',
] as const;

/** One entry of the mandatory content. */
export type ChecklistTopic = (typeof checklistTopics)[number];

/** The kinds by which a grant passes from one body to another; A-9 looks at these alone. */
export const grantKinds: readonly AgreementKind[] = ['grantAgreement', 'implementingConvention'];

/** The topics that no clause covers; none where the kind passes no grant. */
export function uncoveredTopics(
  kind: AgreementKind,
  clauses: readonly { readonly covers?: readonly ChecklistTopic[] }[],
): readonly ChecklistTopic[] {
  if (!grantKinds.includes(kind)) return [];
  const covered = new Set(clauses.flatMap(({ covers = [] }) => covers));
  return checklistTopics.filter((topic) => !covered.has(topic));
}
