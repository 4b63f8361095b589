import type { ExistingAgreementRecorded, RecordedParty } from '../domain/recording.events.js';
import type { AgreementPartyRow, AgreementRow, AgreementVersionRow } from './agreement.rows.js';
import type { RecordedAfterwardsRow } from './agreement.rows.js';

type Recorded = ExistingAgreementRecorded['data'];

/** An agreement as it stands when it is recorded: signed by all, without effect yet. */
export function recordedRow(blank: AgreementRow, data: Recorded): AgreementRow {
  const { recordedOn, effectiveOn, earlierEffectBy = null, covers, waivers } = data;
  return {
    ...blank,
    ...{
      status: 'FullySigned',
      conditions: data.conditions,
      publication: data.publication ?? null,
    },
    ...{ textVersion: data.version, textSha256: data.textSha256, textMediaType: data.mediaType },
    recordedAfterwards: { recordedOn, effectiveOn, earlierEffectBy, covers, waivers },
  };
}

/** Its only version, the founding one. */
export function recordedVersion(blank: AgreementVersionRow, data: Recorded): AgreementVersionRow {
  const { version, textSha256, mediaType: textMediaType, parent, publication = null } = data;
  return {
    ...blank,
    ...{ status: 'FullySigned', textVersion: version, textSha256, textMediaType, publication },
    reserved: parent === null,
    parties: data.parties.map((party) => ({
      ...{ ...did(party), joining: false, leaving: false, refusal: null },
      ...{ reminder: null, reverification: null },
    })),
  };
}

/** Its parties, in the order in which they were reported. */
export function recordedParties(
  { stream: agreement, revision }: Readonly<{ stream: string; revision: number }>,
  { parties }: Recorded,
): readonly Omit<AgreementPartyRow, 'id'>[] {
  return parties.map((party) => ({ ...did(party), agreement, revision }));
}

function did({ partner, shareCents, role, publicBody, approval, signature }: RecordedParty) {
  const given = { approval, signature: null, signedElsewhere: signature };
  return { partner, shareCents, role, publicBody, ...given };
}

/** From when it has effect with the number that it was given in the end. */
export function effectElsewhere(
  { effectiveOn, earlierEffectBy }: RecordedAfterwardsRow,
  registration: Readonly<{ protocolDate: string }> | null,
): string {
  const { protocolDate = effectiveOn } = registration ?? {};
  return earlierEffectBy !== null || protocolDate < effectiveOn ? effectiveOn : protocolDate;
}
