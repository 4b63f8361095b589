import type { Agreement, Party } from './agreement.model.js';
import { checklistTopics } from './checklist.js';
import { entryOf, untouched } from './cycle.state.js';
import type { ExistingAgreementRecorded, RecordedParty } from './recording.events.js';

/**
 * An agreement that was signed elsewhere, as it stands when it is recorded: signed by all, and
 * without effect until its amount is held and its number is its own.
 */
export function recordedElsewhere(
  drafted: Agreement,
  data: ExistingAgreementRecorded['data'],
): Agreement {
  const { version, textSha256: sha256, parent, lastSignedOn, effectiveOn, publication } = data;
  const isWaived = data.waivers.some(({ rule }) => rule === 'A-9');
  return {
    ...drafted,
    ...{ status: 'FullySigned', freezings: version, lastSignedOn, registrationAsked: true },
    frozen: { version, sha256, reserved: parent === null },
    parties: data.parties.map(partyOf),
    conditions: data.conditions.map(({ id, title, metOn }) => ({ id, title, metOn })),
    publishedOn: publication?.publishedOn ?? null,
    // Of an amendment of it the checklist is asked again: what was waived stays waived.
    recorded: {
      effectiveOn,
      entry: entryOf(data),
      isEarlier: data.earlierEffectBy !== undefined,
      covers: isWaived ? checklistTopics : data.covers,
    },
  };
}

function partyOf({
  partner,
  shareCents,
  role,
  publicBody,
  approval,
  signature,
}: RecordedParty): Party {
  const { signedOn, level } = signature;
  const approvedOn = approval?.date ?? null;
  return { ...untouched, partner, shareCents, role, publicBody, approvedOn, signedOn, level };
}
