import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import type {
  ActivateNetwork,
  ConstituteNetwork,
  NetworkCommand,
  ProposeNetwork,
} from './network.commands.js';
import type { NetworkEvent } from './network.events.js';
import {
  expel,
  reinstateMember,
  release,
  replaceLead,
  requestExit,
  suspendMember,
} from './network.changes.js';
import {
  dissolve,
  endByMerger,
  foundBySplit,
  handOver,
  resumeNetwork,
  startDissolution,
  suspendNetwork,
  takeOver,
} from './network.later.js';
import {
  acceptInvitation,
  admit,
  assign,
  decline,
  expireInvitation,
  invite,
  revokeInvitation,
} from './network.members.js';
import { isConstituted, kindsOf, missingOf } from './network.presence.js';
import { notePartner } from './network.standing.js';
import { networkRules as rules } from './network.rules.js';
import { evolve, initial, leadOf } from './network.state.js';
import type { NetworkState } from './network.state.js';
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
const growing: readonly Status[] = [...forming, 'Active'];
const standing: readonly Status[] = [...growing, 'Suspended'];
const living: readonly Status[] = [...standing, 'Dissolving'];
const begun: readonly Status[] = [...living, 'Dissolved'];

/** Every command: the states it fits, and what it leads to there. */
const steps: Steps = {
  ProposeNetwork: [['none'], propose],
  InviteMember: [growing, invite],
  AcceptInvitation: [growing, acceptInvitation],
  DeclineInvitation: [living, decline],
  RevokeInvitation: [living, revokeInvitation],
  ExpireInvitation: [living, expireInvitation],
  AdmitMember: [growing, admit],
  AssignRole: [standing, assign],
  ReplaceLead: [['Constituting', 'Active', 'Suspended'], replaceLead],
  SuspendMember: [standing, suspendMember],
  ReinstateMember: [standing, reinstateMember],
  RequestExit: [standing, requestExit],
  ReleaseMember: [standing, release],
  ExpelMember: [standing, expel],
  NotePartner: [begun, notePartner],
  ConstituteNetwork: [['Proposed'], constitute],
  ActivateNetwork: [['Constituting'], activate],
  SuspendNetwork: [['Active'], suspendNetwork],
  ResumeNetwork: [['Suspended'], resumeNetwork],
  StartDissolution: [standing, startDissolution],
  DissolveNetwork: [['Dissolving'], dissolve],
  FoundBySplit: [['none'], foundBySplit],
  TakeOverMembers: [standing, takeOver],
  HandOverMembers: [standing, handOver],
  EndByMerger: [living, endByMerger],
};

function decide(command: NetworkCommand, state: NetworkState): Decision<NetworkEvent> {
  const [needed, take] = steps[command.type];
  const { status } = state;
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

/** N-3: the agreement that constitutes a network is a network or a partnership agreement. */
function activate({ data, at }: ActivateNetwork): Decision<NetworkEvent> {
  const { agreement, grounds } = data;
  const from = isConstituted(grounds) ? grounds.agreement?.inForceFrom : null;
  if (!from) return refuse(rules.AgreementNotInForce, { agreement });
  return accept({ type: 'NetworkActivated', data: { agreement, from, activatedAt: at } });
}
