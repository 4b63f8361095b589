import type { Cents, LocalDate } from '@tavolo/kernel';
import type { Agreement } from './agreement.model.js';
import { underAmendment } from './amendment.view.js';

/** What children may take of an agreement, and how long they may last. */
export type Room = Readonly<{ totalCents: Cents; end: LocalDate }>;

/**
 * While an amendment that lowers the total or the end is frozen, its terms count already: else
 * a child could take meanwhile what the new version no longer has.
 */
export function roomIn(agreement: Agreement): Room {
  const frozen = agreement.amendments.filter((each) => each.frozen !== null);
  return [agreement, ...frozen.map((each) => underAmendment(agreement, each))].reduce<Room>(
    (least, { totalCents, end }) => ({
      totalCents: totalCents < least.totalCents ? totalCents : least.totalCents,
      end: end < least.end ? end : least.end,
    }),
    { totalCents: agreement.totalCents, end: agreement.end },
  );
}
