import { rules } from '@tavolo/kernel';

/** What the tree of a plan's networks keeps out. */
export const treeRules = rules({
  Cycle: [
    'N-4',
    'La rete {network} conterrebbe se stessa: {parent} è la rete stessa o sta già al suo interno.',
    'The network {network} would contain itself: {parent} is the same network or lies within it.',
  ],
  ParentKnown: [
    'N-4',
    'La rete ha già una rete superiore in questo piano ({parent}): una sola per piano.',
    'The network already has a parent in this plan ({parent}): one for each plan.',
  ],
  LeadNotInParent: [
    'N-5',
    'Il capofila della rete non è membro attivo della rete superiore: prima va ammesso lì.',
    'The lead of the network is no active member of the parent: admit it there first.',
  ],
  TerritoriesOverlap: [
    'N-6',
    'Il territorio si sovrappone a quello della rete {sibling} ({codes}).',
    'The territory overlaps with that of the network {sibling} ({codes}).',
  ],
  TerritoriesNotComparable: [
    'N-6',
    'La rete {sibling} dice il suo territorio con altri codici (NUTS o ISTAT): usare gli stessi.',
    'The network {sibling} names its territory by other codes (NUTS or ISTAT): use the same ones.',
  ],
  TerritoryKnown: [
    'X-11',
    'Il territorio della rete è già questo.',
    'The territory of the network is this one already.',
  ],
  NetworkUnknown: [
    'X-12',
    'In questo piano non c’è, o non è visibile, la rete {network}.',
    'There is no network {network} in this plan, or it is not visible.',
  ],
});
