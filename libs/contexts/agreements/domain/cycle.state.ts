import type { LocalDate } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { ProtocolEntry } from './agreement.events.js';
import type { Agreement } from './agreement.model.js';

/** What a party has done about a text that it has not seen: nothing. */
export const untouched = {
  ...{ approvedOn: null, signedOn: null, level: null, refused: false, leaving: false },
  remindedOn: null,
} as const;

/** A text that is a draft again: approvals, refusals and signatures were of the former. */
export function backToDraft({ parties }: Agreement): Partial<Agreement> {
  return {
    ...{ status: 'Drafted', frozen: null, openedOn: null, lastSignedOn: null },
    parties: parties.map((party) => ({ ...party, ...untouched, leaving: party.leaving })),
  };
}

/** The approval of one party; that of the last administration is that of all. */
export function approved(
  { parties, status }: Agreement,
  { party, date }: { party: PartnerId; date: LocalDate },
): Partial<Agreement> {
  const after = parties.map((each) =>
    each.partner === party ? { ...each, approvedOn: date } : each,
  );
  const complete = after.every(({ publicBody, approvedOn }) => !publicBody || approvedOn !== null);
  return { parties: after, status: complete ? 'ApprovedByParties' : status };
}

/** The entry alone, without what else a fact says of it. */
export function entryOf({ protocolNo, protocolDate, register }: ProtocolEntry): ProtocolEntry {
  return { protocolNo, protocolDate, register };
}

/**
 * From when an agreement that was signed elsewhere has effect: as was recorded, but not before
 * the number that it was given in the end, unless a clause lets it.
 */
export function effectElsewhere(
  { effectiveOn, isEarlier }: NonNullable<Agreement['recorded']>,
  registered: ProtocolEntry | null,
): LocalDate {
  const { protocolDate = effectiveOn } = registered ?? {};
  return isEarlier || protocolDate < effectiveOn ? effectiveOn : protocolDate;
}
