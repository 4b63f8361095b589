import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate, PersonRef } from '@tavolo/kernel';
import type { PartnerEvent } from './partner.events.js';
import type {
  AnswerExclusion,
  DropExclusion,
  ExcludePartner,
  LapseReplyTime,
  OpenExclusion,
} from './partner.leaving.commands.js';
import { openRefusal } from './partner.leaving.js';
import { interestRefusal } from './partner.profile.js';
import { partnerRules as rules } from './partner.rules.js';
import type { Exclusion, PartnerState } from './partner.state.js';

/** The least time to reply in whole days (L. 241/1990, art. 10-bis). */
const DAYS_TO_REPLY = 10;

/** PA-7: a notice, which is a document, with time to reply. */
export function openExclusion(
  { data, at, by, today }: OpenExclusion,
  state: PartnerState,
): Decision<PartnerEvent> {
  const { replyUntil, grounds } = data;
  const notice = [...new Set(grounds.documents)];
  if (state.exclusion) return refuse(rules.ExclusionOpen);
  const refusal = interestRefusal(by, state);
  if (refusal) return refusal;
  if (notice.length === 0) return refuse(rules.NoticeDocumentMissing);
  if (replyUntil < daysAfter(today, DAYS_TO_REPLY)) {
    return refuse(rules.TimeToReplyShort, { replyUntil, days: DAYS_TO_REPLY });
  }
  return accept({
    type: 'PartnerExclusionProposed',
    data: { notice, replyUntil, openedBy: by.person, openedAt: at },
  });
}

/** PA-7: the partner's own word, once and in time. */
export function answerExclusion(
  { data: { grounds }, at, by, today }: AnswerExclusion,
  { exclusion }: PartnerState,
): Decision<PartnerEvent> {
  if (!exclusion) return refuse(rules.NoticeMissing);
  if (!grounds.isOwn) return refuse(rules.ReplyOfAnother);
  if (exclusion.isAnswered) return refuse(rules.ReplyGiven);
  const { replyUntil } = exclusion;
  if (today > replyUntil) return refuse(rules.TimeToReplyOver, { replyUntil });
  const reply = [...new Set(grounds.documents)];
  if (reply.length === 0) return refuse(rules.NoticeDocumentMissing);
  return accept({
    type: 'PartnerExclusionAnswered',
    data: { reply, answeredBy: by.person, answeredAt: at },
  });
}

/** PA-7: only after the last day, whatever the timer thinks, and where nobody replied. */
export function lapseReplyTime(
  { at, today }: LapseReplyTime,
  { exclusion }: PartnerState,
): Decision<PartnerEvent> {
  if (!exclusion) return refuse(rules.NoticeMissing);
  const { replyUntil } = exclusion;
  if (exclusion.isAnswered) return refuse(rules.ReplyGiven);
  if (exclusion.isOver) return refuse(rules.TimeToReplyOver, { replyUntil });
  if (today <= replyUntil) return refuse(rules.TimeToReplyRuns, { replyUntil });
  return accept({ type: 'PartnerReplyTimeLapsed', data: { replyUntil, lapsedAt: at } });
}

/** The procedure ends without an exclusion: that needs no time to reply. */
export function dropExclusion(
  { at, by }: DropExclusion,
  state: PartnerState,
): Decision<PartnerEvent> {
  if (!state.exclusion) return refuse(rules.NoticeMissing);
  const refusal = interestRefusal(by, state);
  if (refusal) return refusal;
  return accept({
    type: 'PartnerExclusionDropped',
    data: { droppedBy: by.person, droppedAt: at },
  });
}

/** PA-7: after notice and reply, or the time for one, by a reasoned act; PA-6: with nothing open. */
export function exclude(
  { data: { grounds }, at, by, today }: ExcludePartner,
  state: PartnerState,
): Decision<PartnerEvent> {
  if (!state.exclusion) return refuse(rules.NoticeMissing);
  const decision = [...new Set(grounds.documents)];
  if (!grounds.isReasoned || decision.length === 0) return refuse(rules.DecisionNotReasoned);
  const refusal =
    undecidable(state.exclusion, { today, person: by.person }) ??
    interestRefusal(by, state) ??
    openRefusal(grounds.open);
  if (refusal) return refusal;
  return accept({
    type: 'PartnerExcluded',
    data: { decision, excludedBy: by.person, excludedAt: at },
  });
}

/** who proposed does not decide; PA-7: nobody decides while the time to reply runs. */
function undecidable(
  { openedBy, replyUntil, isAnswered }: Exclusion,
  { today, person }: Readonly<{ today: LocalDate; person: PersonRef }>,
): Decision<never> | null {
  if (openedBy === person) return refuse(rules.OwnProposal);
  if (isAnswered || today > replyUntil) return null;
  return refuse(rules.TimeToReplyRuns, { replyUntil });
}
