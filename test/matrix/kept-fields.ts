import type { ReadAction } from '@tavolo/access';

/**
 * What is asked of the policies for a field of an object, a second time and by hand: what the
 * contexts declare is compared with this. A field that is not here is shown with its object.
 */
const kept: Readonly<Record<string, Partial<Record<ReadAction, readonly string[]>>>> = {
  Board: {
    readRegister: [
      'alternates',
      'chairs',
      'decisions',
      'network',
      'plan',
      'rulebooks',
      'seats',
      'secretaries',
      'sittings',
      'source',
      'viceChairs',
    ],
  },
  Decision: {
    read: [
      'adoptedStages',
      'amount',
      'budgetRef',
      'cameBy',
      'conditions',
      'deferrals',
      'dependents',
      'earlier',
      'earlierTexts',
      'endedBy',
      'ends',
      'endsDecision',
      'errata',
      'extension',
      'implementation',
      'objections',
      'objectionsUntil',
      'opinions',
      'overruling',
      'plan',
      'planSha256',
      'planVersion',
      'procedure',
      'reconsideredBy',
      'route',
      'routeDefinition',
      'routeMove',
      'routeResult',
      'routeRound',
      'routeStage',
      'rulebook',
      'signature',
      'sitting',
      'source',
      'urgency',
      'vote',
    ],
  },
  Partner: {
    read: ['beneficialOwners', 'evidence', 'evidenceUntil', 'exclusion', 'heldBy'],
    readSecret: ['interests'],
  },
  Plan: {
    read: [
      'actions',
      'adoption',
      'approval',
      'budget',
      'changes',
      'coProgramming',
      'endorsements',
      'finalReport',
      'findings',
      'heldBy',
      'integrations',
      'milestones',
      'needs',
      'progress',
      'reservePlace',
      'sections',
      'submittedBy',
      'tables',
      'versions',
    ],
  },
};

/** The action that a field is kept by; null where it is shown with its object. */
export function keptBy(type: string, field: string): ReadAction | null {
  const byAction = Object.entries(kept[type] ?? {}) as [ReadAction, readonly string[]][];
  return byAction.find(([, fields]) => fields.includes(field))?.[0] ?? null;
}
