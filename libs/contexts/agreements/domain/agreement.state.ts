import type { Cents, LocalDate, Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AgreementId, AgreementKind, AgreementStatus } from '../contract/index.js';
import type { AgreementEvent, Clause, PartyRole, ProtocolEntry } from './agreement.events.js';

/** A party, with what it has done about the frozen text. */
export type Party = Readonly<{
  partner: PartnerId;
  shareCents: Cents;
  role: PartyRole;
  publicBody: boolean;
  /** The day of its approving act. */
  approvedOn: LocalDate | null;
  signedOn: LocalDate | null;
}>;

/** A text that was frozen. `reserved` tells whether the parent's ledger holds its amount. */
export type FrozenText = Readonly<{ version: number; sha256: Sha256; reserved: boolean }>;

/** An agreement, as far as a decision reads it. */
export type Agreement = Readonly<{
  status: AgreementStatus;
  kind: AgreementKind;
  title: string;
  titleEn: string | null;
  network: NetworkId | null;
  plan: PlanId | null;
  parent: AgreementId | null;
  totalCents: Cents;
  start: LocalDate;
  end: LocalDate;
  parties: readonly Party[];
  clauses: readonly Clause[];
  conditions: readonly Readonly<{ id: string; title: string; metOn: LocalDate | null }>[];
  /** How many times its text was frozen. */
  freezings: number;
  frozen: FrozenText | null;
  openedOn: LocalDate | null;
  lastSignedOn: LocalDate | null;
  registrationAsked: boolean;
  /** A protocol entry that is being checked. */
  proposed: ProtocolEntry | null;
  registered: ProtocolEntry | null;
  inForceFrom: LocalDate | null;
}>;

/** Null before it was drafted. */
export type AgreementState = Agreement | null;

type DataOfEvent<Type extends AgreementEvent['type']> = Extract<
  AgreementEvent,
  { type: Type }
>['data'];

/** What a fact changes. A fact on an agreement that was never drafted changes nothing. */
export function evolve(state: AgreementState, event: AgreementEvent): AgreementState {
  if (event.type === 'AgreementDrafted') return drafted(event.data);
  if (state === null) return null;
  const change = changes[event.type] as (state: Agreement, data: unknown) => Partial<Agreement>;
  return { ...state, ...change(state, event.data) };
}

type LaterEvent = Exclude<AgreementEvent, { type: 'AgreementDrafted' }>;
type Changes = {
  readonly [Type in LaterEvent['type']]: (
    state: Agreement,
    data: DataOfEvent<Type>,
  ) => Partial<Agreement>;
};

function drafted(data: DataOfEvent<'AgreementDrafted'>): Agreement {
  const { kind, title, titleEn, network, plan, parent, totalCents, start, end } = data;
  return {
    ...{ status: 'Drafted', kind, title, titleEn: titleEn ?? null, network, plan, parent },
    ...{ totalCents, start, end, parties: [], clauses: [] },
    conditions: data.conditions.map((condition) => ({ ...condition, metOn: null })),
    ...{ freezings: 0, frozen: null, openedOn: null, lastSignedOn: null, registrationAsked: false },
    ...{ proposed: null, registered: null, inForceFrom: null },
  };
}

const changes: Changes = {
  AgreementPartyAdded: ({ parties }, data) => ({
    parties: [...parties, { ...data, approvedOn: null, signedOn: null }],
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
  AgreementReservationConfirmed: ({ frozen }) => ({
    frozen: frozen && { ...frozen, reserved: true },
  }),
  AgreementReservationDenied: backToDraft,
  PartyApprovalRecorded: approved,
  AgreementOpenedForSignature: (_state, { openedOn }) => ({ status: 'OpenForSignature', openedOn }),
  AgreementSigned: ({ parties }, { party, signedOn }) => ({
    status: 'PartiallySigned',
    parties: parties.map((each) => (each.partner === party ? { ...each, signedOn } : each)),
  }),
  AgreementFullySigned: (_state, { lastSignedOn }) => ({ status: 'FullySigned', lastSignedOn }),
  RegistrationAsked: () => ({ registrationAsked: true }),
  AgreementRegistrationProposed: (_state, proposed) => ({ proposed }),
  AgreementRegistrationDenied: () => ({ proposed: null }),
  AgreementRegistered: (_state, registered) => ({
    ...{ status: 'Registered', proposed: null, registered },
  }),
  PrecedentConditionMet: ({ conditions }, { condition, metOn }) => ({
    conditions: conditions.map((each) => (each.id === condition ? { ...each, metOn } : each)),
  }),
  AgreementEnteredIntoForce: (_state, { from }) => ({ status: 'InForce', inForceFrom: from }),
};

/** Every type of fact of an agreement. */
export const agreementEventTypes = [
  'AgreementDrafted',
  ...(Object.keys(changes) as LaterEvent['type'][]),
] as const satisfies readonly AgreementEvent['type'][];

function backToDraft({ parties }: Agreement): Partial<Agreement> {
  return {
    status: 'Drafted',
    frozen: null,
    parties: parties.map((party) => ({ ...party, approvedOn: null })),
  };
}

function approved(
  { parties, status }: Agreement,
  { party, date }: DataOfEvent<'PartyApprovalRecorded'>,
): Partial<Agreement> {
  const after = parties.map((each) =>
    each.partner === party ? { ...each, approvedOn: date } : each,
  );
  const complete = after.every(({ publicBody, approvedOn }) => !publicBody || approvedOn !== null);
  return { parties: after, status: complete ? 'ApprovedByParties' : status };
}
