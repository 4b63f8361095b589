import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { NetworkEvent } from './network.events.js';
import type {
  DissolveNetwork,
  EndByMerger,
  EndGround,
  FoundBySplit,
  HandOverMembers,
  ResumeNetwork,
  StartDissolution,
  SuspendNetwork,
  TakeOverMembers,
} from './network.later.commands.js';
import { isBinding, isConstituted } from './network.presence.js';
import { networkRules as rules } from './network.rules.js';
import { isIn, leadOf, memberOf } from './network.state.js';
import type { NetworkState } from './network.state.js';

type Refused = Decision<never> | null;

/** N-3: without an agreement in force a network stands still; a process says so, or a person. */
export function suspendNetwork(
  { data: { agreement }, at }: SuspendNetwork,
  state: NetworkState,
): Decision<NetworkEvent> {
  // An agreement that the network is active by no more is no reason; that is no refusal either.
  if (agreement !== undefined && agreement !== state.agreement) return accept();
  const named = agreement === undefined ? {} : { agreement };
  return accept({ type: 'NetworkSuspended', data: { ...named, suspendedAt: at } });
}

/** N-3: by an agreement of its own in force. */
export function resumeNetwork({ data, at }: ResumeNetwork): Decision<NetworkEvent> {
  const { agreement, grounds } = data;
  if (!isConstituted(grounds)) return refuse(rules.AgreementNotInForce, { agreement });
  return accept({ type: 'NetworkResumed', data: { agreement, resumedAt: at } });
}

/** From now on nothing begins here; what is open is brought to an end. */
export function startDissolution({ at }: StartDissolution): Decision<NetworkEvent> {
  return accept({ type: 'NetworkDissolutionStarted', data: { startedAt: at } });
}

/** N-10: with nothing open. */
export function dissolve(
  { data: { grounds }, at }: DissolveNetwork,
  state: NetworkState,
): Decision<NetworkEvent> {
  const { plan, agreement } = state;
  const refusal = endRefusal(grounds, agreement);
  if (refusal) return refusal;
  if (plan === null) return accept(); // No network is without one.
  return accept({ type: 'NetworkDissolved', data: { plan, dissolvedAt: at } });
}

/** N-10: no agreement in force, no commitment and no report open, no network nested in it. */
export function endRefusal(
  { agreement: ground, obligations, nested }: EndGround,
  agreement: string | null,
): Refused {
  if (isBinding(ground)) return refuse(rules.AgreementStillBinds, { agreement });
  const { openCents = 0, openReports = 0, agreements = [] } = obligations ?? {};
  const [other] = agreements;
  if (other !== undefined) return refuse(rules.AgreementStillBinds, { agreement: other });
  if (openCents > 0 || openReports > 0) {
    return refuse(rules.ObligationsOpen, { openCents, openReports });
  }
  return nested.length > 0 ? refuse(rules.NetworksNested, { nested: [...nested] }) : null;
}

/** The network that comes out of a split: proposed, with its lead and its members (N-1). */
export function foundBySplit({ data, at }: FoundBySplit): Decision<NetworkEvent> {
  const { from, members, ...proposal } = data;
  return accept(
    { type: 'NetworkProposed', data: { ...proposal, splitFrom: from, proposedAt: at } },
    { type: 'MembersMovedIn', data: { from, members, movedAt: at } },
  );
}

/** N-9: who is in both keeps its role here. */
export function takeOver(
  { data: { from, members: coming }, at }: TakeOverMembers,
  state: NetworkState,
): Decision<NetworkEvent> {
  if (state.mergedWith.includes(from)) return refuse(rules.MovedAlready, { network: from });
  const members = coming.filter(({ partner }) => {
    const member = memberOf(state, partner);
    return !member || !isIn(member);
  });
  return accept({ type: 'MembersMovedIn', data: { from, members, movedAt: at } });
}

/** N-1: the lead is never among those who go. */
export function handOver(
  { data: { to, partners: named }, at }: HandOverMembers,
  state: NetworkState,
): Decision<NetworkEvent> {
  const partners = named.filter((partner) => {
    const member = memberOf(state, partner);
    return member && isIn(member);
  });
  if (partners.length === 0) return refuse(rules.MovedAlready, { network: to });
  const lead = leadOf(state)?.partner;
  if (lead && partners.includes(lead)) return refuse(rules.LeadStays, { partner: lead });
  return accept({ type: 'MembersMovedOut', data: { to, partners, movedAt: at } });
}

/** What it stood for goes on in the other network; N-10 was decided with the merger. */
export function endByMerger(
  { data: { into }, at }: EndByMerger,
  { plan }: NetworkState,
): Decision<NetworkEvent> {
  if (plan === null) return accept(); // No network is without one.
  return accept({ type: 'NetworkDissolved', data: { plan, into, dissolvedAt: at } });
}
