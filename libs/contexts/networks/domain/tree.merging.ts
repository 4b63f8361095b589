import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { NetworkId } from '../contract/index.js';
import { endRefusal } from './network.later.js';
import type { MovedMember } from './network.later.events.js';
import { categoryRefusal, changeOf, changeRefusal, isAwarded } from './network.presence.js';
import { isIn, leadOf } from './network.state.js';
import type { Member } from './network.state.js';
import { leadRefusal } from './partner.grounds.js';
import { areComparable, codesOutside, inOneForm, sharedCodes } from './territory.js';
import type { Territory } from './territory.js';
import type { MergeNetworks, NetworkGround, SplitNetwork } from './tree.commands.js';
import type { TreeEvent } from './tree.events.js';
import { treeRules as rules } from './tree.rules.js';
import { isPlaced, nestedIn } from './tree.state.js';
import type { TreeState } from './tree.state.js';

type Refused = Decision<never> | null;
type Known = NonNullable<NetworkGround>;

/** Networks of one level within one network become one of them: N-4, N-6, N-8, N-10. */
export function merge({ data, at }: MergeNetworks, state: TreeState): Decision<TreeEvent> {
  const { into, absorbed, change, grounds } = data;
  if (!grounds.into) return refuse(rules.NetworkUnknown, { network: into });
  if (!grounds.absorbed) return refuse(rules.NetworkUnknown, { network: absorbed });
  const { agreement } = [grounds.into, grounds.absorbed].find(isAwarded) ?? { agreement: null };
  const refusal =
    outOfTurn(into, grounds.into, state) ??
    outOfTurn(absorbed, grounds.absorbed, state) ??
    notBeside(data, [grounds.into, grounds.absorbed], state) ??
    overlapBelow(data, state) ??
    changeRefusal({ agreement }, change, grounds.change) ??
    endRefusal({ ...grounds.end, nested: [] }, grounds.absorbed.agreement);
  if (refusal) return refusal;
  const codes = inOneForm([into, absorbed].flatMap((id) => state.territories[id] ?? []));
  const members = movedOf(grounds.absorbed.members.filter(isIn));
  return accept({
    type: 'NetworksMerged',
    data: { into, absorbed, codes, members, ...changeOf(change), mergedAt: at },
  });
}

function outOfTurn(network: NetworkId, { status }: Known, { over }: TreeState): Refused {
  if (over.includes(network)) return refuse(rules.NetworkOver, { network });
  const isOver = status === 'Dissolving' || status === 'Dissolved';
  return isOver ? refuse(rules.NetworkOutOfTurn, { network, status }) : null;
}

/** N-4: the same level and the same network above, so that no line upwards changes. */
function notBeside(
  { into, absorbed }: MergeNetworks['data'],
  [one, other]: readonly [Known, Known],
  { parents, territories }: TreeState,
): Refused {
  if (into === absorbed) return refuse(rules.Cycle, { network: into, parent: absorbed });
  if (one.level !== other.level) {
    return refuse(rules.LevelsDiffer, { level: one.level, other: other.level });
  }
  if (parents[into] !== parents[absorbed]) return refuse(rules.ParentsDiffer);
  const isOneSystem = areComparable(territories[into] ?? [], territories[absorbed] ?? []);
  return isOneSystem ? null : refuse(rules.TerritoriesNotComparable, { sibling: absorbed });
}

/** N-6: the networks nested in both become siblings. */
function overlapBelow({ into, absorbed }: MergeNetworks['data'], state: TreeState): Refused {
  const below = (network: NetworkId) =>
    nestedIn(state, network).map((id) => [id, state.territories[id] ?? []] as const);
  for (const [, codes] of below(absorbed)) {
    for (const [sibling, others] of below(into)) {
      const shared = sharedCodes(codes, others);
      if (shared.length > 0) return refuse(rules.TerritoriesOverlap, { sibling, codes: shared });
      const isEmpty = codes.length === 0 || others.length === 0;
      if (!isEmpty && !areComparable(codes, others)) {
        return refuse(rules.TerritoriesNotComparable, { sibling });
      }
    }
  }
  return null;
}

/** A part of a network becomes one beside it: N-1, N-2, N-5, N-6, N-7, N-8. */
export function split(command: SplitNetwork, state: TreeState): Decision<TreeEvent> {
  const { data, at } = command;
  const { network, change, grounds } = data;
  const known = grounds.network;
  if (!known) return refuse(rules.NetworkUnknown, { network });
  if (isPlaced(grounds.newId, state)) return refuse(rules.SplitKnown);
  const refusal =
    unsplittable(command, known, state) ??
    changeRefusal(known, change, grounds.change) ??
    categoryRefusal(known, staying(data, known), grounds.presence);
  if (refusal) return refusal;
  return accept({
    type: 'NetworkSplit',
    data: { ...partsOf(data, known), ...changeOf(change), splitAt: at },
  });
}

function unsplittable(command: SplitNetwork, known: Known, state: TreeState): Refused {
  const { data } = command;
  return (
    outOfTurn(data.network, known, state) ??
    membersRefusal(data, known) ??
    newLeadRefusal(command, known) ??
    nestedRefusal(data, state) ??
    territoryRefusal(data, state.territories[data.network] ?? [])
  );
}

function partsOf(data: SplitNetwork['data'], { level, members: all }: Known) {
  const { network, title, lead, partners, nested, grounds } = data;
  const { newId: into, plan } = grounds;
  const members = movedOf(
    all.filter(({ partner }) => partner !== lead && partners.includes(partner)),
  );
  const codes = inOneForm(data.codes);
  const remaining = inOneForm(data.remaining);
  return { network, into, plan, title, level, lead, members, codes, remaining, nested };
}

function staying({ partners }: SplitNetwork['data'], { members }: Known): readonly Member[] {
  return members.filter(({ partner }) => !partners.includes(partner));
}

/** N-1: the old network keeps its lead; X-12: who goes was there. */
function membersRefusal({ partners }: SplitNetwork['data'], known: Known): Refused {
  const isMember = (partner: string) =>
    known.members.some((member) => member.partner === partner && isIn(member));
  const stranger = partners.find((partner) => !isMember(partner));
  if (stranger) return refuse(rules.MemberUnknown, { partner: stranger });
  const former = leadOf(known)?.partner;
  return former && partners.includes(former) ? refuse(rules.LeadGoes, { lead: former }) : null;
}

/** N-2 for the new network, and N-5 for the one above both. */
function newLeadRefusal({ data, today }: SplitNetwork, { level, members }: Known): Refused {
  const { lead, partners, grounds } = data;
  const member = members.find(({ partner }) => partner === lead);
  if (member?.status !== 'Active' || !partners.includes(lead)) {
    return refuse(rules.LeadNotAmong, { lead });
  }
  const { leadKinds, parentMembers } = grounds;
  const refusal = leadRefusal(grounds.lead, { partner: lead, level, leadKinds, today });
  if (refusal) return refusal;
  const isAbove = parentMembers === null || parentMembers.includes(lead);
  return isAbove ? null : refuse(rules.LeadNotAbove, { lead });
}

/** N-4: only what lies within the network goes along; N-5: with the partner that leads it. */
function nestedRefusal(
  { network, nested, partners, grounds }: SplitNetwork['data'],
  state: TreeState,
): Refused {
  const below = nestedIn(state, network);
  const stranger = nested.find((id) => !below.includes(id));
  if (stranger) return refuse(rules.NotNested, { nested: stranger });
  const torn = below.find((id) => {
    const lead = grounds.nestedLeads[id] ?? null;
    return lead !== null && partners.includes(lead) !== nested.includes(id);
  });
  return torn ? refuse(rules.LeadOfNestedElsewhere, { nested: torn }) : null;
}

/** N-6: both parts lie within what the network had, and apart from each other. */
function territoryRefusal({ codes, remaining }: SplitNetwork['data'], whole: Territory): Refused {
  const outside = codesOutside([...codes, ...remaining], whole);
  if (outside.length > 0) return refuse(rules.TerritoryOutside, { codes: [...outside] });
  const shared = sharedCodes(codes, remaining);
  return shared.length > 0 ? refuse(rules.TerritoryShared, { codes: [...shared] }) : null;
}

/** N-1: who led there comes as a partner, for the network it comes to has its lead. */
function movedOf(members: readonly Member[]): MovedMember[] {
  return members.map(({ partner, role, status }) => ({
    partner,
    role: role === 'lead' ? 'partner' : role,
    ...(status === 'Suspended' && { suspended: true }),
  }));
}
