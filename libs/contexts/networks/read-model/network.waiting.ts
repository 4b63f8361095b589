import { atRest, authority, awaits, end, keyOf, lead, organisation } from '@tavolo/waiting';
import { powers, waitingPart } from '@tavolo/waiting';
import type { Capacity, Move, Power } from '@tavolo/waiting';
import type { MemberStatus, NetworkStatus } from '../contract/index.js';
import { memberTable, networkTable } from './network.tables.js';
import type { MemberRow, NetworkRow } from './network.tables.js';

/** Whose move it is about a network and its members; its lead acts for it. */
export const networkWaiting = waitingPart<NetworkRow, NetworkStatus>({
  name: 'network',
  categories: ['network'],
  table: networkTable,
  reads: [memberTable],
  statusOf: ({ status }) => status,
  states: {
    Proposed: awaits(['constituteNetwork'], (row) => [
      { move: 'constituteNetwork', who: leadOf(row) },
    ]),
    Constituting: awaits(['activateNetwork'], (row) => [
      { move: 'activateNetwork', who: leadOf(row, 'agreement') },
    ]),
    Active: atRest('it works under its agreement, whose end is awaited there'),
    Suspended: awaits(['resumeNetwork'], () => [{ move: 'resumeNetwork', who: authority }]),
    Dissolving: awaits(['dissolveNetwork'], (row) => [
      { move: 'dissolveNetwork', who: leadOf(row) },
    ]),
    Dissolved: end,
  },
  beside: {
    moves: [
      ...(['answerInvitation', 'admitMember', 'reinstateMember', 'releaseMember'] as const),
      ...(['endMembership', 'replaceLead', 'settleLead'] as const),
    ],
    of: (row, read) =>
      row.status === 'Dissolved'
        ? []
        : [
            ...settling(row),
            ...read.where(memberTable, 'network', row.id).flatMap((one) => ofMember(row, one)),
          ],
  },
  place: ({ id: network, plan, title, titleEn }) => ({ network, plan, title, titleEn }),
  capacities: (row) => leadership(row),
});

/** N-1, N-2: between two leads the authority is asked. */
function leadOf({ id, lead: partner }: NetworkRow, power: Power = 'membership') {
  return partner === null ? authority : lead(id, power);
}

type StepOf = (network: NetworkRow, member: MemberRow) => readonly Move[];

const nobody: StepOf = () => [];

/** The answer for each state of a membership. */
const memberStates: Readonly<Record<MemberStatus, StepOf>> = {
  Invited: (_network, { partner, invitedUntil }) => [
    {
      ...{ move: 'answerInvitation', who: organisation(partner, 'membership') },
      ...{ key: partner, about: partner, due: invitedUntil === null ? null : dueAt(invitedUntil) },
    },
  ],
  Accepted: (network, { partner }) => [
    { move: 'admitMember', who: leadOf(network), key: partner, about: partner },
  ],
  Active: nobody,
  Suspended: (network, { partner }) => [
    { move: 'reinstateMember', who: leadOf(network), key: partner, about: partner },
  ],
  ...{ Left: nobody, Expelled: nobody, Declined: nobody },
  ...{ InvitationRevoked: nobody, InvitationExpired: nobody },
};

/** N-2: the lead becomes eligible again, or another one leads. */
function settling({ lead: partner, leadUnfitSince, status }: NetworkRow): readonly Move[] {
  if (leadUnfitSince === null || partner === null || status === 'Dissolving') return [];
  return [{ move: 'settleLead', who: authority, about: partner }];
}

/** N-2: an organisation that has ended leads no more, and its place is to be given up (N-8). */
const ofCeased: StepOf = ({ status }, { partner, role }) => {
  // With the network its places end as well.
  if (status === 'Dissolving') return [];
  const move = role === 'lead' ? 'replaceLead' : 'endMembership';
  return [{ move, who: authority, key: partner, about: partner }];
};

function ofMember(network: NetworkRow, member: MemberRow): readonly Move[] {
  const { partner, status, exitRequestedAt, ceasedAt } = member;
  if (status === 'Suspended' && ceasedAt !== null) return ofCeased(network, member);
  const step = memberStates[status](network, member);
  const wantsToLeave = exitRequestedAt !== null && ['Active', 'Suspended'].includes(status);
  if (!wantsToLeave) return step;
  const about = { key: partner, about: partner };
  return [...step, { move: 'releaseMember', who: leadOf(network), ...about }];
}

/** An invitation is until a day, or until an hour of it. */
function dueAt(until: string) {
  return until.includes('T') ? { at: until } : { on: until };
}

/** Whoever may act for the leading organisation acts for the network, within the same power. */
function leadership({ id, lead: partner }: NetworkRow): readonly Capacity[] {
  if (partner === null) return [];
  return powers.map((power) => ({
    ...{ id: `lead-${power}`, holder: keyOf(organisation(partner, power)) },
    ...{ gives: [lead(id, power)], isMandate: false, from: null, until: null },
  }));
}
