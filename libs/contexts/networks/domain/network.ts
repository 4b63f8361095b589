import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision, LocalDate } from '@tavolo/kernel';
import type { PartnerKind } from '@tavolo/partners';
import type {
  ActivateNetwork,
  ConstituteNetwork,
  NetworkCommand,
  ProposeNetwork,
} from './network.commands.js';
import type { NetworkEvent } from './network.events.js';
import { acceptInvitation, admit, assign, decline, invite } from './network.members.js';
import { networkRules as rules } from './network.rules.js';
import { evolve, initial, leadOf } from './network.state.js';
import type { Member, NetworkState } from './network.state.js';
import { leadRefusal, regionRefusal } from './partner.grounds.js';

/**
 * A network: partners of one plan under one lead. Nesting and territory are not here but on the
 * tree of the plan, which sees all its networks.
 */
export const network = { initial, decide, evolve } satisfies Decider<
  NetworkState,
  NetworkCommand,
  NetworkEvent
>;

type Status = NetworkState['status'];
type Decide<C> = (command: C, state: NetworkState) => Decision<NetworkEvent>;
type Steps = {
  readonly [Type in NetworkCommand['type']]: readonly [
    states: readonly Status[],
    decide: Decide<Extract<NetworkCommand, { type: Type }>>,
  ];
};

const forming: readonly Status[] = ['Proposed', 'Constituting'];

/** Every command: the states it fits, and what it leads to there. */
const steps: Steps = {
  ProposeNetwork: [['none'], propose],
  InviteMember: [forming, invite],
  AcceptInvitation: [forming, acceptInvitation],
  DeclineInvitation: [forming, decline],
  AdmitMember: [forming, admit],
  AssignRole: [forming, assign],
  ConstituteNetwork: [['Proposed'], constitute],
  ActivateNetwork: [['Constituting'], activate],
};

function decide(command: NetworkCommand, state: NetworkState): Decision<NetworkEvent> {
  const [needed, take] = steps[command.type];
  const { status } = state;
  if (needed === forming && status === 'Active') return refuse(rules.MembersFixed); // N-8
  if (!needed.includes(status)) return refuse(rules.OutOfTurn, { status, needed: [...needed] });
  // The table pairs a type with the function for it, which the compiler cannot see from here.
  return (take as Decide<NetworkCommand>)(command, state);
}

function propose({ data, at, today }: ProposeNetwork): Decision<NetworkEvent> {
  const { grounds, ...proposal } = data;
  const { plan, lead, level } = proposal;
  if (!grounds.plan) return refuse(rules.PlanUnknown, { plan });
  const { leadKinds, status } = grounds.plan;
  if (status === 'InitiationRefused') return refuse(rules.PlanRefused, { plan });
  const place = { partner: lead, role: 'lead', planLead: grounds.planLead } as const;
  const refusal =
    leadRefusal(grounds.partner, { partner: lead, level, leadKinds, today }) ??
    regionRefusal(grounds.partner, place);
  if (refusal) return refusal;
  return accept({ type: 'NetworkProposed', data: { ...proposal, proposedAt: at } });
}

function constitute(
  { data, at, today }: ConstituteNetwork,
  state: NetworkState,
): Decision<NetworkEvent> {
  const { categories, partners } = data.grounds;
  const lead = leadOf(state);
  if (!lead) return refuse(rules.LeadMissing); // N-1
  const { partner } = lead;
  const { level } = state;
  // What the lead's kind may be was decided with its role; that it is still eligible was not.
  const terms = { partner, level, leadKinds: [], today };
  const refusal = leadRefusal(partners[partner] ?? null, terms);
  if (refusal) return refusal;
  const active = state.members.filter(({ status }) => status === 'Active');
  const missing = level === 'region' ? missingOf(categories, kindsOf(active, partners)) : [];
  if (missing.length > 0) return refuse(rules.CategoryMissing, { missing }); // N-7
  const members = active.map((member) => member.partner);
  return accept({
    type: 'NetworkConstituted',
    data: { lead: partner, members, constitutedAt: at },
  });
}

type Grounds = ConstituteNetwork['data']['grounds'];

/** An adhering body or an observer has no part in the plan, so it fills no mandatory place. */
function kindsOf(members: readonly Member[], partners: Grounds['partners']): PartnerKind[] {
  return members
    .filter(({ role }) => role === 'lead' || role === 'partner')
    .flatMap(({ partner }) => partners[partner]?.kind ?? []);
}

/** The categories of the call that are short of members; it asks for them where it is answered. */
function missingOf(categories: Grounds['categories'], present: readonly PartnerKind[]): string[] {
  return categories
    .filter(({ kinds, min }) => present.filter((kind) => kinds.includes(kind)).length < min)
    .map(({ category }) => category);
}

/** N-3: the agreement that constitutes a network is a network or a partnership agreement. */
function activate({ data, at }: ActivateNetwork): Decision<NetworkEvent> {
  const { agreement, grounds } = data;
  const from = inForceFrom(grounds);
  if (from === null) return refuse(rules.AgreementNotInForce, { agreement });
  return accept({ type: 'NetworkActivated', data: { agreement, from, activatedAt: at } });
}

function inForceFrom({
  agreement,
  network: id,
}: ActivateNetwork['data']['grounds']): LocalDate | null {
  if (agreement?.status !== 'InForce' || agreement.network !== id) return null;
  const isConstitutive = ['networkAgreement', 'partnershipAgreement'].includes(agreement.kind);
  return isConstitutive ? agreement.inForceFrom : null;
}
