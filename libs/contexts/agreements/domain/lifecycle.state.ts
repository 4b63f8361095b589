import type { Agreement, KeptSignature, Party } from './agreement.model.js';
import type { LifecycleEvent } from './lifecycle.events.js';

type Changes = {
  readonly [Type in LifecycleEvent['type']]: (
    state: Agreement,
    data: Extract<LifecycleEvent, { type: Type }>['data'],
  ) => Partial<Agreement>;
};

/** What each fact of publication, refusals, the term and the end changes. */
export const lifecycleChanges: Changes = {
  SignatureRefused: ({ parties }, { party }) => ({
    parties: parties.map((each) => (each.partner === party ? { ...each, refused: true } : each)),
  }),
  SignatureInvalidated: ({ parties }, { party }) => {
    const after = parties.map((each) =>
      each.partner === party ? { ...each, signedOn: null, level: null } : each,
    );
    const left = after.some(({ signedOn }) => signedOn !== null);
    // It has to be complete again, so it is asked to be registered again.
    const undone = { lastSignedOn: null, registrationAsked: false, registered: null };
    return { status: left ? 'PartiallySigned' : 'OpenForSignature', parties: after, ...undone };
  },
  AgreementPublished: (_state, { publishedOn }) => ({ publishedOn }),
  AgreementWithdrawn: () => ({ status: 'Withdrawn' }),
  AgreementExtensionRequested: (_state, { version, end, parent, requestedBy }) => ({
    freezings: version,
    extension: { version, end, reserved: parent === null, requestedBy },
  }),
  AgreementExtensionRefused: () => ({ extension: null }),
  AgreementTermExtended: ({ parent, held }, { version, end }) => ({
    ...{ end, extension: null, held: parent === null ? held : version },
  }),
  AgreementSuspended: () => ({ status: 'Suspended' }),
  AgreementResumed: () => ({ status: 'InForce' }),
  TerminationNoticeGiven: (_state, { effectiveOn }) => ({ noticeEnds: effectiveOn }),
  AgreementTerminated: (_state, { endedOn }) => ({ status: 'Terminated', endedOn }),
  AgreementAnnulled: (_state, { endedOn }) => ({ status: 'Annulled', endedOn }),
  AgreementExpired: (_state, { endedOn }) => ({ status: 'Expired', endedOn }),
  SettlementOpened: (_state, { openedOn }) => ({ settlementOpenedOn: openedOn }),
  SignatureReverified: ({ signatures }, { version, party, validAtSigning }) => ({
    signatures: signatures.map((each) =>
      each.version === version && each.party === party ? { ...each, validAtSigning } : each,
    ),
  }),
  AgreementClosed: (_state, { settledCents }) => ({ status: 'Closed', settledCents }),
};

/** The signatures of a text that comes into force: they are looked at again at closing. */
export function keptSignatures(
  version: number,
  parties: readonly Party[],
): readonly KeptSignature[] {
  return parties.flatMap(({ partner: party, level }) =>
    level === null ? [] : [{ version, party, level, validAtSigning: null }],
  );
}
