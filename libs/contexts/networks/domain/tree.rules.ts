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
  LevelNotBelow: [
    'N-4',
    'Una rete di livello «{level}» non sta in una di livello «{above}»: regione, territorio, locale.',
    'A network of the level "{level}" does not lie within one of "{above}": region, territory, local.',
  ],
  LevelsDiffer: [
    'N-4',
    'Si fondono reti dello stesso livello: «{level}» non è «{other}».',
    'Networks of one level are merged: "{level}" is not "{other}".',
  ],
  ParentsDiffer: [
    'N-4',
    'Si fondono reti che stanno nella stessa rete superiore.',
    'Networks that lie within the same network are merged.',
  ],
  NotNested: [
    'N-4',
    'La rete {nested} non sta in quella che si divide.',
    'The network {nested} does not lie within the one that is split.',
  ],
  LeadNotAbove: [
    'N-5',
    'Il capofila {lead} non è membro attivo della rete superiore: prima va ammesso lì.',
    'The lead {lead} is no active member of the network above: admit it there first.',
  ],
  LeadOfNestedElsewhere: [
    'N-5',
    'Il capofila della rete {nested} resterebbe fuori dalla rete in cui essa sta: passano insieme.',
    'The lead of the network {nested} would be outside the network it lies within: they go together.',
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
  TerritoryOutside: [
    'N-6',
    'Questi codici non stanno nel territorio della rete che si divide: {codes}.',
    'These codes do not lie within the territory of the network that is split: {codes}.',
  ],
  TerritoryShared: [
    'N-6',
    'I due territori della divisione si sovrappongono ({codes}).',
    'The two territories of the split overlap ({codes}).',
  ],
  LeadGoes: [
    'N-1',
    'Il capofila {lead} resta nella rete che si divide: prima lo si sostituisce.',
    'The lead {lead} stays in the network that is split: replace it first.',
  ],
  LeadNotAmong: [
    'N-2',
    'Il capofila {lead} della nuova rete è uno dei membri attivi che passano.',
    'The lead {lead} of the new network is one of the active members that go.',
  ],
  NetworkOutOfTurn: [
    'X-11',
    'La rete {network} è nello stato «{status}»: non si fonde e non si divide più.',
    'The network {network} is in the state "{status}": it is neither merged nor split any more.',
  ],
  NetworkOver: [
    'X-11',
    'La rete {network} non c’è più in questo piano.',
    'The network {network} is no more in this plan.',
  ],
  SplitKnown: ['X-11', 'La divisione è già registrata.', 'The split is recorded already.'],
  MemberUnknown: [
    'X-12',
    'Il partner {partner} non è nella rete che si divide.',
    'The partner {partner} is not in the network that is split.',
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
