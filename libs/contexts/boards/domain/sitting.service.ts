import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { Roll } from './roll.js';
import type { SittingAsked } from './sitting.commands.js';
import type { SittingEvent } from './sitting.events.js';
import { serviceRules } from './sitting.service.rules.js';
import { sittingRules } from './sitting.rules.js';
import type { SittingState } from './sitting.state.js';

/** The secretary records how and when the notice reached a seat, with its proof (GB-1, X-6). */
export function recordService(
  { data, at, by }: SittingAsked<'RecordService'>,
  { board, notified, convenedAt, served }: SittingState,
): Decision<SittingEvent> {
  const { seat, channel, servedAt, proof, grounds } = data;
  const { roll, servedOn } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: board });
  if (roll.secretary !== by.person) return refuse(serviceRules.NotTheSecretary);
  if (!notified.includes(seat)) return refuse(serviceRules.NotNotified, { seat });
  if (servedAt > at) return refuse(serviceRules.ServedInFuture, { servedAt });
  if (convenedAt !== null && servedAt < convenedAt) {
    return refuse(serviceRules.ServedBeforeConvening, { servedAt });
  }
  if (served.some((one) => one.seat === seat && one.on <= servedOn)) {
    return refuse(serviceRules.ServedAlready, { seat });
  }
  const service = { seat, channel, servedAt, servedOn, proof, recordedBy: by.person };
  return accept({ type: 'NoticeServed', data: service });
}

/**
 * GB-1: where the rulebook makes service a condition, a seat in office that is away and was not
 * served, or not in time, keeps the quorum from being verified. Who came heals the defect.
 */
export function serviceRefusal(roll: Roll, state: SittingState): Decision<never> | null {
  const { noticeFrom, serviceRequired, noticeDays } = roll.rulebook;
  if (noticeFrom === undefined && serviceRequired !== true) return null;
  const away = roll.members
    .map(({ seat }) => seat)
    .filter((seat) => !state.present.some((one) => one.seat === seat));
  const servedOn = (seat: string) => state.served.find((one) => one.seat === seat)?.on;
  const unserved = away.filter((seat) => servedOn(seat) === undefined);
  if (unserved.length > 0) return refuse(serviceRules.NotServed, { seats: unserved });
  if (noticeFrom === undefined || state.call === 'second') return null;
  const late = away.filter((seat) => {
    const on = servedOn(seat);
    return on !== undefined && daysAfter(on, noticeDays) > state.startsOn;
  });
  return late.length > 0 ? refuse(serviceRules.ServedLate, { seats: late, noticeDays }) : null;
}
