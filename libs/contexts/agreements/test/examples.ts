import type { Cents, Instant, LocalDate, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId, Representation } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AgreementId } from '../contract/index.js';
import type { PartyGround, SignAgreement } from '../domain/agreement.commands.js';
import type { AgreementDrafted, AgreementPartyAdded } from '../domain/agreement.events.js';
import type { AgreementEvent } from '../domain/facts.events.js';
import type { ProtocolEntry } from '../domain/agreement.events.js';
import type { AmendmentChange } from '../domain/amendment.events.js';

// Facts for the specifications of this context: a region, a municipality, an association.

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const agreementId = (n: number) => `agreement-${uuid(n)}` as AgreementId;
export const partnerId = (n: number) => `partner-${uuid(n)}` as PartnerId;
export const personRef = (n: number) => `person-${uuid(n)}` as PersonRef;
export const hash = (n: number) => String(n).padStart(64, '0') as Sha256;
export const day = (text: string) => text as LocalDate;
export const at = (text: string) => text as Instant;
export const cents = (amount: number) => amount as Cents;

export const [region, town, friends, stranger] = [1, 2, 3, 9].map(partnerId) as [
  PartnerId,
  PartnerId,
  PartnerId,
  PartnerId,
];
export const network = `network-${uuid(1)}` as NetworkId;
export const plan = `plan-${uuid(1)}` as PlanId;
export const parent = agreementId(7);
export const text = hash(1);
export const otherText = hash(2);
export const condition = uuid(50);

export const drafted: AgreementDrafted = {
  type: 'AgreementDrafted',
  data: {
    kind: 'partnershipAgreement',
    title: 'Accordo di partenariato',
    ...{ network, plan, parent: null, totalCents: cents(100_00) },
    ...{ start: day('2029-01-01'), end: day('2031-12-31'), conditions: [] },
  },
};

export function draftedAs(changes: Partial<AgreementDrafted['data']>): AgreementDrafted {
  return { type: 'AgreementDrafted', data: { ...drafted.data, ...changes } };
}

export function added(
  partner: PartnerId,
  party: Partial<AgreementPartyAdded['data']> = {},
): AgreementPartyAdded {
  const data = { partner, shareCents: cents(50_00), role: 'partner', publicBody: true } as const;
  return { type: 'AgreementPartyAdded', data: { ...data, ...party } };
}

export const clause = { id: uuid(40), title: 'Oggetto', text: 'Le parti cooperano.' } as const;
export const revised: AgreementEvent = {
  type: 'AgreementTextRevised',
  data: {
    title: drafted.data.title,
    ...{ totalCents: cents(100_00), start: drafted.data.start, end: drafted.data.end },
    clauses: [clause],
  },
};
export const submitted: AgreementEvent = { type: 'AgreementSubmittedForReview', data: {} };
export const frozen: AgreementEvent = {
  type: 'AgreementTextFrozen',
  data: {
    ...{ version: 1, sha256: text, mediaType: 'application/json', parent: null },
    ...{ totalCents: cents(100_00), end: drafted.data.end },
  },
};
export const frozenUnderParent: AgreementEvent = {
  type: 'AgreementTextFrozen',
  data: { ...frozen.data, parent },
};

export function approvedBy(party: PartnerId, date = day('2029-12-01')): AgreementEvent {
  const data = { party, textSha256: text, act: hash(20), date, body: 'Giunta' };
  return { type: 'PartyApprovalRecorded', data };
}

export const opened: AgreementEvent = {
  type: 'AgreementOpenedForSignature',
  data: { textSha256: text, openedOn: day('2029-12-10') },
};

/** A region and a municipality, ready to sign. */
export const openToSign: readonly AgreementEvent[] = [
  drafted,
  added(region),
  added(town),
  revised,
  submitted,
  frozen,
  approvedBy(region),
  approvedBy(town),
  opened,
];

export const mandate: Representation = {
  mandate: `${region}#${uuid(60)}` as MandateRef,
  person: personRef(1),
  kind: 'legalRepresentative',
  acts: 'all',
  maxCents: null,
  from: day('2029-01-01'),
  until: day('2030-06-30'),
};

export const eligible: PartyGround = {
  status: 'Eligible',
  kind: 'municipality',
  registerNo: null,
  eligibleUntil: day('2030-12-31'),
  representations: [mandate],
};

export const signature: SignAgreement['data'] = {
  party: region,
  textSha256: text,
  level: 'digital',
  signedAt: at('2029-12-20T10:00:00.000Z'),
  container: hash(30),
  report: hash(31),
  grounds: { signedOn: day('2029-12-20'), certificateRef: null, party: eligible },
};

export function signedBy(party: PartnerId, signedOn = day('2029-12-20')) {
  return {
    type: 'AgreementSigned',
    data: {
      ...{ party, signatory: personRef(1), mandate: mandate.mandate, textSha256: text },
      ...{ level: 'digital', signedAt: at(`${signedOn}T10:00:00.000Z`), signedOn },
      ...{ container: hash(30), report: hash(31), certificateRef: null },
    },
  } as const satisfies AgreementEvent;
}

export const fullySigned: AgreementEvent = {
  type: 'AgreementFullySigned',
  data: { textSha256: text, lastSignedOn: day('2029-12-20') },
};
export const asked: AgreementEvent = {
  type: 'RegistrationAsked',
  data: { askedOf: region },
};
export const entry: ProtocolEntry = {
  protocolNo: '4711/2029',
  protocolDate: day('2029-12-22'),
  register: region,
};
export const proposed: AgreementEvent = { type: 'AgreementRegistrationProposed', data: entry };
export const registered: AgreementEvent = { type: 'AgreementRegistered', data: entry };

/** Signed by both parties and waiting for its protocol number. */
export const toRegister: readonly AgreementEvent[] = [
  ...openToSign,
  signedBy(region),
  signedBy(town),
  fullySigned,
  asked,
];

export const inForceEvent: AgreementEvent = {
  type: 'AgreementEnteredIntoForce',
  data: {
    ...{ kind: 'partnershipAgreement', network, plan, parties: [region, town] },
    from: day('2029-12-22'),
  },
};

/** In force since 22 December 2029, until 31 December 2031. */
export const inForce: readonly AgreementEvent[] = [
  ...toRegister,
  proposed,
  registered,
  inForceEvent,
];

/** The same below a parent, whose ledger holds its amount under the first freezing. */
export const childInForce: readonly AgreementEvent[] = [
  draftedAs({ parent }),
  ...inForce
    .slice(1)
    .flatMap((event) =>
      event === frozen
        ? [
            frozenUnderParent,
            { type: 'AgreementReservationConfirmed', data: { version: 1 } } as const,
          ]
        : [event],
    ),
];

export const amendment = uuid(80);
export const otherAmendment = uuid(81);
export const amendedText = hash(3);

/** A change of one clause, proposed on the first version. */
export function amendmentProposed(
  change: AmendmentChange = { clauses: [{ ...clause, text: 'Le parti cooperano di più.' }] },
  id = amendment,
): AgreementEvent {
  return {
    type: 'AmendmentProposed',
    data: { amendment: id, amends: 1, change, decision: null },
  };
}

/** An amendment from its review to its registration, as facts that name it. */
export function amendmentCycle(id = amendment, version = 2): readonly AgreementEvent[] {
  const of = { amendment: id };
  const approval = (party: PartnerId): AgreementEvent => ({
    type: 'AmendmentApproved',
    data: {
      ...{ ...of, party, textSha256: amendedText, act: hash(20) },
      ...{ date: day('2029-12-26'), body: 'Giunta' },
    },
  });
  const signs = (party: PartnerId): AgreementEvent => {
    const { data } = signedBy(party, day('2029-12-28'));
    return { type: 'AgreementSigned', data: { ...data, ...of, textSha256: amendedText } };
  };
  const held = { totalCents: cents(100_00), end: drafted.data.end };
  return [
    { type: 'AgreementSubmittedForReview', data: of },
    {
      type: 'AgreementTextFrozen',
      data: {
        ...{ ...of, version, sha256: amendedText, mediaType: 'application/json', parent: null },
        ...held,
      },
    },
    ...[approval(region), approval(town)],
    {
      type: 'AgreementOpenedForSignature',
      data: { ...of, textSha256: amendedText, openedOn: day('2029-12-27') },
    },
    ...[signs(region), signs(town)],
    {
      type: 'AgreementFullySigned',
      data: { ...of, textSha256: amendedText, lastSignedOn: day('2029-12-28') },
    },
    { type: 'RegistrationAsked', data: { ...of, askedOf: region } },
    {
      type: 'AgreementRegistered',
      data: { ...of, ...entry, protocolNo: '4720/2029', protocolDate: day('2029-12-30') },
    },
  ];
}
