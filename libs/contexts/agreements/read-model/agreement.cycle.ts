import { authority, lead, organisation, process } from '@tavolo/waiting';
import type { Move, Who } from '@tavolo/waiting';
import type { AgreementStatus } from '../contract/index.js';
import type { AgreementRow, AgreementVersionRow, VersionPartyRow } from './agreement.rows.js';

type StepOf = (agreement: AgreementRow, version: AgreementVersionRow) => readonly Move[];

/** Who keeps an agreement moving: its lead party, the lead of its network, or who grants. */
export function coordinator(
  { network }: AgreementRow,
  { parties }: Pick<AgreementVersionRow, 'parties'>,
): Who {
  const [leading] = parties.filter(({ role }) => role === 'lead');
  if (leading) return organisation(leading.partner, 'agreement');
  if (network !== null) return lead(network, 'agreement');
  const [granting] = parties.filter(({ role }) => role === 'authority');
  return granting ? organisation(granting.partner, 'agreement') : authority;
}

/** Moves of an amendment are told apart from those of the founding text by its local id. */
function of(version: AgreementVersionRow, move: Move): Move {
  const parts = [version.amendment, move.key].filter((part) => part != null);
  return parts.length === 0 ? move : { ...move, key: parts.join('!') };
}

const byCoordinator =
  (move: Move['move']): StepOf =>
  (agreement, version) => [of(version, { move, who: coordinator(agreement, version) })];

/** What the cycle of one version waits for: the founding text, or an amendment. */
export const cycle = {
  Drafted: byCoordinator('reviseText'),
  UnderReview: byCoordinator('freezeText'),
  TextFrozen: (agreement, version) => {
    if (!version.reserved) {
      return [of(version, { move: 'reserveAmount', who: process('reservation') })];
    }
    const missing = version.parties.filter(
      ({ publicBody, approval }) => publicBody && approval === null,
    );
    // the approving act of each public party precedes its signature.
    return missing.length === 0
      ? byCoordinator('openForSignature')(agreement, version)
      : missing.map((party) => of(version, ofParty('approveText', party)));
  },
  ApprovedByParties: byCoordinator('openForSignature'),
  OpenForSignature: signatures,
  PartiallySigned: signatures,
  FullySigned: (_agreement, version) => {
    const asked = version.registrationAskedOf;
    const who = asked === null ? process('completion') : organisation(asked, 'protocol');
    return [of(version, { move: 'registerAgreement', who })];
  },
  Registered: completing,
} as const satisfies Partial<Record<AgreementStatus, StepOf>>;

/**
 * each party whose signature is missing; one that refused it is the coordinator's matter.
 * Between the last signature and the fact that all have signed it is the machine's.
 */
function signatures(agreement: AgreementRow, version: AgreementVersionRow): readonly Move[] {
  const missing = version.parties.filter(({ signature }) => signature === null);
  if (missing.length === 0) {
    return [of(version, { move: 'registerAgreement', who: process('completion') })];
  }
  return missing.map((party) => {
    const { reminder } = party;
    if (!party.refusal) return of(version, { ...ofParty('signAgreement', party), reminder });
    const who = coordinator(agreement, version);
    return of(version, { ...ofParty('settleRefusal', party), who });
  });
}

function ofParty(move: Move['move'], { partner, shareCents }: VersionPartyRow): Move {
  const who = organisation(partner, 'agreement', shareCents);
  return { move, who, key: partner, about: partner };
}

/** what it still lacks to have effect; when nothing does, the machine goes on by itself. */
function completing(agreement: AgreementRow, version: AgreementVersionRow): readonly Move[] {
  const who = coordinator(agreement, version);
  const open = version.amendment === null ? agreement.conditions : [];
  const conditions = open
    .filter(({ metOn }) => metOn === null)
    .map(({ id: key }): Move => ({ move: 'meetCondition', who, key }));
  const unpublished = agreement.publicationRequired && version.publication === null;
  const lacking: readonly Move[] = [
    ...conditions,
    ...(unpublished ? [{ move: 'publishAgreement', who } as const] : []),
  ];
  const moves: readonly Move[] =
    lacking.length > 0 ? lacking : [{ move: 'bringIntoForce', who: process('completion') }];
  return moves.map((move) => of(version, move));
}
