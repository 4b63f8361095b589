import type { MandateRef } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { RecordedPartyGround, RecordExistingAgreement } from '../domain/recording.commands.js';
import type { ReportedParty } from '../domain/recording.commands.js';
import type { ExistingAgreementRecorded } from '../domain/recording.events.js';
import { cents, day, drafted, eligible, entry, hash, mandate, network } from './examples.js';
import { personRef, plan, region, text, town } from './examples.js';

// An agreement that was signed elsewhere, for the specifications of its recording.

/** The act by which rules are waived. */
export const waivingAct = hash(70);
/** Who records, under a mandate that may waive. */
export const recorder = {
  by: {
    person: personRef(1),
    mandate: 'instance-tavolo#founder' as MandateRef,
    organisation: null,
  },
};

const signed = {
  ...({ signatory: personRef(1), level: 'digital', signedOn: day('2029-12-20') } as const),
  ...{ container: hash(30), report: hash(31) },
};
const approval = { act: hash(20), date: day('2029-12-01'), body: 'Giunta' } as const;

/** A party as it is reported. */
export function reported(partner: PartnerId, change: Partial<ReportedParty> = {}): ReportedParty {
  const share = { shareCents: cents(50_00), role: 'partner' } as const;
  return { partner, ...share, approval, signature: signed, ...change };
}

/** The same with another signature. */
export function signing(partner: PartnerId, change: object): ReportedParty {
  return reported(partner, { signature: { ...signed, ...change } });
}

/** The same without that part of it. */
export function lacking(partner: PartnerId, part: 'approval' | 'signature'): ReportedParty {
  const party = Object.entries(reported(partner)).filter(([name]) => name !== part);
  return Object.fromEntries(party) as unknown as ReportedParty;
}

/** What is known of a party here. */
export const known: RecordedPartyGround = { ...eligible, isPublic: true };

const { kind, title, totalCents, start, end } = drafted.data;
const terms = { kind, title, totalCents, start, end, ...entry };

/** Records the agreement of the specifications. */
export function record(
  data: Partial<RecordExistingAgreement['data']> = {},
  grounds: Partial<RecordExistingAgreement['data']['grounds']> = {},
) {
  const parties = [reported(region), reported(town)];
  const rested = {
    ...{ missing: null, parentKind: null, parent: null, mediaType: 'application/pdf' },
    ...{ heldBy: null, effectiveOn: day('2029-12-22'), parties: [known, known] },
    ...{ role: 'founder', newIds: [], ...grounds },
  };
  return {
    type: 'RecordExistingAgreement',
    ...recorder,
    data: { ...terms, network, plan, textSha256: text, parties, ...data, grounds: rested },
  } as const;
}

/** It was recorded, as in force since 22 December 2029. */
export function recordedAs(
  change: Partial<ExistingAgreementRecorded['data']> = {},
): ExistingAgreementRecorded {
  const party = (partner: PartnerId) => ({
    ...({
      partner,
      shareCents: cents(50_00),
      role: 'partner',
      publicBody: true,
      approval,
    } as const),
    signature: { ...signed, mandate: mandate.mandate },
  });
  return {
    type: 'ExistingAgreementRecorded',
    data: {
      ...{ ...terms, network, plan, parent: null, version: 1, textSha256: text },
      ...{ mediaType: 'application/pdf', covers: [], parties: [party(region), party(town)] },
      ...{ conditions: [], lastSignedOn: day('2029-12-20'), effectiveOn: day('2029-12-22') },
      ...{ recordedOn: day('2030-01-01'), waivers: [], ...change },
    },
  };
}
