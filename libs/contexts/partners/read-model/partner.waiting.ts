import { authority, awaits, end, organisation, powers, process } from '@tavolo/waiting';
import { waitingPart } from '@tavolo/waiting';
import type { Capacity, Move, Power } from '@tavolo/waiting';
import type { PartnerStatus } from '../contract/index.js';
import { partnerTable } from './partner.projection.js';
import type { PartnerRow, RepresentationRow } from './partner.rows.js';

/** Whose move it is about a partner, and who may act for it on a day. */
export const partnerWaiting = waitingPart<PartnerRow, PartnerStatus>({
  name: 'partner',
  categories: ['partner'],
  table: partnerTable,
  statusOf: ({ status }) => status,
  states: {
    Candidate: awaits(['confirmRegistration'], () => [
      { move: 'confirmRegistration', who: process('registration') },
    ]),
    Registered: awaits(['submitEvidence', 'verifyEligibility'], (row) =>
      row.evidenceUntil === null
        ? [{ move: 'submitEvidence', who: organisation(row.id, 'membership') }]
        : [verification(row.evidenceUntil)],
    ),
    Eligible: awaits(['renewEligibility', 'verifyEligibility'], (row) =>
      row.evidenceUntil === null ? renewal(row) : [verification(row.evidenceUntil)],
    ),
    Suspended: awaits(['reinstatePartner', 'verifyEligibility'], ({ evidenceUntil }) => [
      { move: 'reinstatePartner', who: authority },
      ...(evidenceUntil === null ? [] : [verification(evidenceUntil)]),
    ]),
    Withdrawing: awaits(['confirmWithdrawal'], () => [
      { move: 'confirmWithdrawal', who: authority },
    ]),
    Withdrawn: end,
    Excluded: end,
    Succeeded: end,
    Dissolved: end,
    Rejected: end,
  },
  beside: {
    moves: ['answerExclusion', 'decideExclusion'],
    of: ({ id, exclusion }) => (exclusion ? onExclusion(id, exclusion) : []),
  },
  place: ({ name }) => ({ title: name }),
  capacities: ({ id, representations }) => representations.map((one) => capacity(id, one)),
});

const verification = (until: string): Move => ({
  ...{ move: 'verifyEligibility', who: authority, due: { on: until } },
});

/** PA-2: the date of its eligibility decides; before it new evidence has to be there. */
function renewal({ id, eligibleUntil }: PartnerRow): readonly Move[] {
  const due = eligibleUntil === null ? null : { on: eligibleUntil };
  return [{ move: 'renewEligibility', who: organisation(id, 'membership'), due }];
}

/** PA-7: the partner first, until it replied or its time to reply is over; then the authority. */
function onExclusion(
  id: string,
  { answeredAt, lapsedAt, replyUntil }: NonNullable<PartnerRow['exclusion']>,
): readonly Move[] {
  if (answeredAt !== null || lapsedAt !== null) {
    return [{ move: 'decideExclusion', who: authority }];
  }
  const who = organisation(id, 'membership');
  return [{ move: 'answerExclusion', who, due: { on: replyUntil } }];
}

/** PA-5: a legal representative may give all acts, a signatory those named, up to an amount. */
function capacity(partner: string, { id, person, kind, ...power }: RepresentationRow): Capacity {
  const all = kind === 'legalRepresentative';
  const given = powers.filter((one: Power) => all || power.acts.includes(one));
  return {
    ...{ id, holder: person, isMandate: true, maxCents: power.maxCents },
    gives: given.map((one) => organisation(partner, one)),
    ...{ from: power.from, until: power.until },
  };
}
