import type { LocalDate } from '@tavolo/kernel';
import type { Agreement, KeptSignature, Party } from './agreement.model.js';
import { effectElsewhere } from './cycle.state.js';
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
  PartyReminded: ({ parties }, { party, remindedOn }) => ({
    parties: parties.map((each) => (each.partner === party ? { ...each, remindedOn } : each)),
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
  AgreementExpired: (state, { endedOn }) => ({
    ...{ status: 'Expired', endedOn },
    ...(state.inForceFrom === null ? wasInForce(state) : {}),
  }),
  SettlementOpened: (_state, { openedOn }) => ({ settlementOpenedOn: openedOn }),
  SignatureReverified: ({ signatures }, { version, party, validAtSigning }) => ({
    signatures: signatures.map((each) =>
      each.version === version && each.party === party ? { ...each, validAtSigning } : each,
    ),
  }),
  AgreementClosed: (_state, { settledCents }) => ({ status: 'Closed', settledCents }),
};

/** What is so from the day on which the founding text has effect. */
export function enteredIntoForce(state: Agreement, from: LocalDate): Partial<Agreement> {
  return {
    ...{ inForceFrom: from, version: 1, versionFrom: from },
    ...{ held: state.parent && (state.frozen?.version ?? null) },
    signatures: keptSignatures(1, state.parties),
  };
}

/** Over before it was recorded: it was in force all the same, while it lasted. */
function wasInForce(state: Agreement): Partial<Agreement> {
  const { recorded, registered } = state;
  return recorded === null ? {} : enteredIntoForce(state, effectElsewhere(recorded, registered));
}

/** The signatures of a text that comes into force: they are looked at again at closing. */
export function keptSignatures(
  version: number,
  parties: readonly Party[],
): readonly KeptSignature[] {
  return parties.flatMap(({ partner: party, level }) =>
    level === null ? [] : [{ version, party, level, validAtSigning: null }],
  );
}
