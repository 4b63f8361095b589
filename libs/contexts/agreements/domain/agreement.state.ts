import type { FoundingEvent } from './agreement.events.js';
import type { Agreement, AgreementState } from './agreement.model.js';
import { amendmentChanges } from './amendment.state.js';
import { approved, backToDraft, entryOf, untouched } from './cycle.state.js';
import { cycleOf, underAmendment } from './amendment.view.js';
import type { AgreementEvent } from './facts.events.js';
import { enteredIntoForce, lifecycleChanges } from './lifecycle.state.js';
import { recordedElsewhere } from './recording.state.js';

export type { Agreement, AgreementState, Party } from './agreement.model.js';

type DataOfEvent<Type extends AgreementEvent['type']> = Extract<
  AgreementEvent,
  { type: Type }
>['data'];

/**
 * What a fact changes. A fact on an agreement that was never drafted changes nothing; one that
 * names an amendment changes that alone, and the version in force stays as it is.
 */
export function evolve(state: AgreementState, event: AgreementEvent): AgreementState {
  if (event.type === 'AgreementDrafted') return drafted(event.data);
  if (event.type === 'ExistingAgreementRecorded') {
    return recordedElsewhere(drafted(event.data), event.data);
  }
  if (state === null) return null;
  if (Object.hasOwn(amendmentChanges, event.type)) {
    return { ...state, ...changeBy(amendmentChanges, event)(state, event.data) };
  }
  const change = changeBy({ ...changes, ...lifecycleChanges }, event);
  const { amendment } = event.data as { amendment?: string };
  if (amendment === undefined) return { ...state, ...change(state, event.data) };
  const amendments = state.amendments.map((each) => {
    if (each.id !== amendment) return each;
    const seen = underAmendment(state, each);
    return { ...each, ...cycleOf({ ...seen, ...change(seen, event.data) }) };
  });
  return { ...state, freezings: freezingsAfter(state, event), amendments };
}

type Change = (state: Agreement, data: unknown) => Partial<Agreement>;

function changeBy(all: object, { type }: AgreementEvent): Change {
  return (all as Record<string, Change>)[type] ?? (() => ({}));
}

function freezingsAfter({ freezings }: Agreement, event: AgreementEvent): number {
  return event.type === 'AgreementTextFrozen' ? event.data.version : freezings;
}

type LaterEvent = Exclude<FoundingEvent, { type: 'AgreementDrafted' }>;
type Changes = {
  readonly [Type in LaterEvent['type']]: (
    state: Agreement,
    data: DataOfEvent<Type>,
  ) => Partial<Agreement>;
};

/** What was signed elsewhere is no draft again, whatever a ledger says. */
function deniedFor(state: Agreement, version: number): Partial<Agreement> {
  if (state.extension?.version === version) return { extension: null };
  return state.recorded !== null && state.amending === null ? {} : backToDraft(state);
}

function drafted(data: DataOfEvent<'AgreementDrafted'>): Agreement {
  const { kind, title, titleEn, network, plan, parent, totalCents, start, end } = data;
  return {
    ...{ status: 'Drafted', kind, title, titleEn: titleEn ?? null, network, plan, parent },
    ...{ totalCents, start, end, parties: [], clauses: [] },
    conditions: data.conditions.map((condition) => ({ ...condition, metOn: null })),
    ...{ freezings: 0, frozen: null, openedOn: null, lastSignedOn: null, registrationAsked: false },
    ...{ proposed: null, registered: null, inForceFrom: null },
    publicationRequired: data.publicationRequired === true,
    ...{ noticeDays: data.noticeDays ?? null, publishedOn: null, version: 0, versionFrom: null },
    ...{ held: null, amending: null, amendments: [], extension: null, noticeEnds: null },
    ...{ endedOn: null, settlementOpenedOn: null, signatures: [], settledCents: null },
    recorded: null,
  };
}

const changes: Changes = {
  AgreementPartyAdded: ({ parties }, data) => ({
    parties: [...parties, { ...data, ...untouched }],
  }),
  AgreementPartyRemoved: ({ parties }, { partner }) => ({
    parties: parties.filter((party) => party.partner !== partner),
  }),
  AgreementTextRevised: (_state, { titleEn, ...text }) => ({ ...text, titleEn: titleEn ?? null }),
  AgreementSubmittedForReview: () => ({ status: 'UnderReview' }),
  AgreementChangesRequested: backToDraft,
  AgreementTextFrozen: (_state, { version, sha256, parent }) => ({
    status: 'TextFrozen',
    freezings: version,
    frozen: { version, sha256, reserved: parent === null },
  }),
  AgreementReservationConfirmed: ({ frozen, extension }, { version }) =>
    extension?.version === version
      ? { extension: { ...extension, reserved: true } }
      : { frozen: frozen && { ...frozen, reserved: true } },
  AgreementReservationDenied: (state, { version }) => deniedFor(state, version),
  PartyApprovalRecorded: approved,
  AgreementOpenedForSignature: (_state, { openedOn }) => ({ status: 'OpenForSignature', openedOn }),
  AgreementSigned: ({ parties }, { party, signedOn, level }) => ({
    status: 'PartiallySigned',
    parties: parties.map((each) => (each.partner === party ? { ...each, signedOn, level } : each)),
  }),
  AgreementFullySigned: (_state, { lastSignedOn }) => ({ status: 'FullySigned', lastSignedOn }),
  RegistrationAsked: () => ({ registrationAsked: true }),
  AgreementRegistrationProposed: (_state, data) => ({ proposed: entryOf(data) }),
  AgreementRegistrationDenied: () => ({ proposed: null }),
  AgreementRegistered: (_state, data) => ({
    ...{ status: 'Registered', proposed: null, registered: entryOf(data) },
  }),
  PrecedentConditionMet: ({ conditions }, { condition, metOn }) => ({
    conditions: conditions.map((each) => (each.id === condition ? { ...each, metOn } : each)),
  }),
  AgreementEnteredIntoForce: (state, { from }) => ({
    ...{ status: 'InForce', ...enteredIntoForce(state, from) },
  }),
};

/** Every type of fact of an agreement. */
export const agreementEventTypes = [
  'AgreementDrafted',
  'ExistingAgreementRecorded',
  ...(Object.keys({ ...changes, ...lifecycleChanges, ...amendmentChanges }) as Exclude<
    AgreementEvent['type'],
    'AgreementDrafted' | 'ExistingAgreementRecorded'
  >[]),
] as const satisfies readonly AgreementEvent['type'][];
