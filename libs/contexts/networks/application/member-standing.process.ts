import type { PartnerId } from '@tavolo/partners';
import type { ProcessCommand, ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';

/** A partner, the networks that it is listed with, and what speaks against it by now. */
type Standing = Readonly<{
  partner: PartnerId | null;
  networks: readonly string[];
  against: readonly string[];
}>;

/** What speaks against a partner from a fact on; of an end it never falls away. */
const raises: Readonly<Record<string, string>> = {
  PartnerEligibilityLapsed: 'eligibility',
  PartnerSuspended: 'suspension',
  PartnerWithdrawalRequested: 'withdrawal',
  ...{ PartnerWithdrawn: 'end', PartnerExcluded: 'end', PartnerSucceeded: 'end' },
  ...{ PartnerDissolved: 'end', PartnerDuplicateMarked: 'end' },
};

/** The facts with which it is over. */
const settles: Readonly<Record<string, string>> = {
  PartnerEligibilityConfirmed: 'eligibility',
  PartnerReinstated: 'suspension',
};

/**
 * N-2: what becomes of a partner reaches every network that it is in, or is asked to join. A network
 * that lists it only afterwards, for both were decided at once, is told as well.
 */
export const memberStanding: ProcessDefinition<Standing> = {
  name: 'memberStanding',
  categories: ['partner', 'involvement'],
  initial: { partner: null, networks: [], against: [] },
  keyOf: ({ type, stream, data }) => {
    if (type === 'PartnerInvolved') return isNetwork(data.in) ? uuidOf(stream) : null;
    return type in raises || type in settles ? uuidOf(stream) : null;
  },
  react: (state, input) => {
    // Nothing is refused to it; else the runner stops the process for somebody to look at.
    if (input.kind === 'answer') return { state };
    return input.event.type === 'PartnerInvolved'
      ? listed(state, input.event)
      : stands(state, input.event);
  },
};

function listed(state: Standing, { stream, data }: ProcessEvent): Reaction<Standing> {
  const network = data.in as string;
  const partner = `partner-${uuidOf(stream)}` as PartnerId;
  const next = { ...state, partner, networks: [...state.networks, network] };
  return { state: next, commands: state.against.length > 0 ? [note(partner, network)] : [] };
}

function stands(state: Standing, { stream, type }: ProcessEvent): Reaction<Standing> {
  const partner = stream as PartnerId;
  const others = state.against.filter((one) => one !== settles[type]);
  const raised = raises[type];
  const against = raised === undefined ? others : [...new Set([...others, raised])];
  const next = { ...state, partner, against };
  // A renewal in time changes nothing for anybody.
  if (against.length === state.against.length && raised === undefined) return { state: next };
  return { state: next, commands: state.networks.map((network) => note(partner, network)) };
}

function note(partner: PartnerId, network: string): ProcessCommand {
  const asked = { aggregate: 'network', type: 'NotePartner', data: { partner } };
  return { name: network, target: network, ...asked };
}

function isNetwork(stream: unknown): boolean {
  return typeof stream === 'string' && stream.startsWith('network-');
}

function uuidOf(stream: string): string {
  return stream.slice(stream.indexOf('-') + 1);
}
