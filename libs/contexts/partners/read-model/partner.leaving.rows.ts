import type { LeavingEvent } from '../domain/partner.leaving.events.js';
import type { Change } from './partner.rows.js';

type Changes = {
  readonly [Type in LeavingEvent['type']]: Change<Extract<LeavingEvent, { type: Type }>['data']>;
};

/** What the facts of suspension, exclusion and of every end change in the row. */
export const leavingChanges: Changes = {
  PartnerSuspended: (_, { suspendedAt }) => ({ status: 'Suspended', suspendedAt }),
  PartnerReinstated: ({ eligibleUntil }) => ({
    status: eligibleUntil === null ? 'Registered' : 'Eligible',
    suspendedAt: null,
  }),
  PartnerWithdrawalRequested: (_, { requestedAt }) => ({
    status: 'Withdrawing',
    withdrawalRequestedAt: requestedAt,
  }),
  PartnerWithdrawn: (_, { withdrawnAt }) => ({ status: 'Withdrawn', ...ended(withdrawnAt) }),
  PartnerExclusionProposed: (_, { notice, replyUntil, openedAt }) => ({
    exclusion: { notice, replyUntil, openedAt, reply: [], answeredAt: null, lapsedAt: null },
  }),
  PartnerExclusionAnswered: ({ exclusion }, { reply, answeredAt }) => ({
    exclusion: exclusion && { ...exclusion, reply, answeredAt },
  }),
  PartnerReplyTimeLapsed: ({ exclusion }, { lapsedAt }) => ({
    exclusion: exclusion && { ...exclusion, lapsedAt },
  }),
  PartnerExclusionDropped: () => ({ exclusion: null }),
  PartnerExcluded: (_, { excludedAt }) => ({ status: 'Excluded', ...ended(excludedAt) }),
  PartnerSucceeded: (_, { successor, on, recordedAt }) => ({
    ...{ status: 'Succeeded', successor, endedOn: on, ...ended(recordedAt) },
  }),
  PartnerDissolved: (_, { on, recordedAt }) => ({
    ...{ status: 'Dissolved', endedOn: on, ...ended(recordedAt) },
  }),
  PartnerDuplicateMarked: (_, { of, markedAt }) => ({
    ...{ status: 'Rejected', duplicateOf: of, ...ended(markedAt) },
  }),
};

/** A procedure against a partner ends with it. */
function ended(endedAt: string) {
  return { endedAt, exclusion: null };
}
