import type { Instant, LocalDate, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';

/** How a notice reaches a seat. */
export const serviceChannels = ['pec', 'email', 'byHand', 'portal', 'post', 'messenger'] as const;

/** Certified e-mail, e-mail, by hand, the portal of the body, registered post, a messenger. */
export type ServiceChannel = (typeof serviceChannels)[number];

/** The notice reached a seat, as the secretary recorded it, with its proof (GB-1). */
export type NoticeServed = Message<
  'NoticeServed',
  {
    seat: SeatId;
    channel: ServiceChannel;
    servedAt: Instant;
    /** The day of `servedAt` where the body sits. */
    servedOn: LocalDate;
    proof: Sha256;
    recordedBy: PersonRef;
  }
>;
