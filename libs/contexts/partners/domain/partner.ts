import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision, LocalDate } from '@tavolo/kernel';
import type {
  ConfirmRegistration,
  PartnerCommand,
  RecordIdentifier,
  RefuseRegistration,
  RegisterPartner,
  SubmitEligibilityEvidence,
  VerifyEligibility,
} from './partner.commands.js';
import type { PartnerEvent } from './partner.events.js';
import { appoint, authorise, endRepresentation, revoke } from './partner.powers.js';
import { partnerRules as rules } from './partner.rules.js';
import { evolve, initial } from './partner.state.js';
import type { PartnerState } from './partner.state.js';

/**
 * A partner: an organisation of a network. It is a candidate until its tax code is its own
 * (PA-1), and eligible up to a date (PA-2), which others compare with theirs.
 */
export const partner = { initial, decide, evolve } satisfies Decider<
  PartnerState,
  PartnerCommand,
  PartnerEvent
>;

type Status = PartnerState['status'];
type Decide<C> = (command: C, state: PartnerState) => Decision<PartnerEvent>;
type Steps = {
  readonly [Type in PartnerCommand['type']]: readonly [
    states: readonly Status[],
    decide: Decide<Extract<PartnerCommand, { type: Type }>>,
  ];
};

const living: readonly Status[] = ['Candidate', 'Registered', 'Eligible'];

/** Every command: the states it fits, and what it leads to there. */
const steps: Steps = {
  RegisterPartner: [['none'], register],
  ConfirmRegistration: [['Candidate'], confirm],
  RefuseRegistration: [['Candidate'], refuseRegistration],
  // A candidate may prepare everything but the verification itself.
  RecordIdentifier: [living, recordIdentifier],
  SubmitEligibilityEvidence: [living, submitEvidence],
  VerifyEligibility: [['Registered', 'Eligible'], verify],
  AppointLegalRepresentative: [living, appoint],
  EndLegalRepresentation: [living, endRepresentation],
  AuthoriseSignatory: [living, authorise],
  RevokeSignatory: [living, revoke],
};

function decide(command: PartnerCommand, state: PartnerState): Decision<PartnerEvent> {
  const [needed, take] = steps[command.type];
  const { status } = state;
  if (!needed.includes(status)) return refuse(rules.OutOfTurn, { status, needed: [...needed] });
  // The table pairs a type with the function for it, which the compiler cannot see from here.
  return (take as Decide<PartnerCommand>)(command, state);
}

/** PA-1 at once where the code is taken by now; what is decided in a race is the claim's. */
function register({ data, at }: RegisterPartner): Decision<PartnerEvent> {
  const { name, kind, taxCode, territory, source, grounds } = data;
  const { taxCodeHmac, heldBy } = grounds;
  if (heldBy !== null) return refuse(rules.TaxCodeHeld, { heldBy });
  return accept({
    type: 'PartnerRegistered',
    data: {
      ...{ name, kind },
      ...(taxCode !== undefined && isOfOrganisation(taxCode) && { taxCode }),
      ...(taxCodeHmac !== null && { taxCodeHmac }),
      ...(territory !== undefined && { territory }),
      ...(source !== undefined && { source }),
      registeredAt: at,
    },
  });
}

/** Eleven digits are an organisation's; the sixteen characters of the other form are a person's. */
function isOfOrganisation(taxCode: string): boolean {
  return /^\d{11}$/.test(taxCode);
}

function confirm({ at }: ConfirmRegistration): Decision<PartnerEvent> {
  return accept({ type: 'PartnerRegistrationConfirmed', data: { confirmedAt: at } });
}

function refuseRegistration({ data, at }: RefuseRegistration): Decision<PartnerEvent> {
  const { heldBy } = data;
  return accept({ type: 'PartnerRegistrationRefused', data: { heldBy, refusedAt: at } });
}

function recordIdentifier(
  { data, today }: RecordIdentifier,
  { identifiers }: PartnerState,
): Decision<PartnerEvent> {
  const { kind, value } = data;
  if (identifiers[kind] === value) return refuse(rules.IdentifierKnown, { kind, value });
  return accept({ type: 'PartnerIdentifierRecorded', data: { kind, value, recordedOn: today } });
}

function submitEvidence(
  { data, at, by, today }: SubmitEligibilityEvidence,
  { evidence }: PartnerState,
): Decision<PartnerEvent> {
  const { until, grounds } = data;
  const documents = [...new Set(grounds.documents)];
  if (documents.length === 0) return refuse(rules.DocumentsMissing);
  if (until < today) return refuse(rules.EvidenceOver, { until });
  if (evidence && isSame(evidence.documents, documents) && evidence.until === until) {
    return refuse(rules.EvidenceRepeated);
  }
  return accept({
    type: 'EligibilityEvidenceSubmitted',
    data: { documents, until, submittedBy: by.person, submittedAt: at },
  });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((entry) => other.includes(entry));
}

function verify(command: VerifyEligibility, state: PartnerState): Decision<PartnerEvent> {
  const { evidence } = state;
  const { data, at, by, today } = command;
  if (!evidence) return refuse(rules.NoEvidence);
  if (evidence.submittedBy === by.person) return refuse(rules.OwnEvidence);
  if (!data.confirmed) {
    const rejection = { verifiedBy: by.person, rejectedAt: at };
    return accept({ type: 'PartnerEligibilityRejected', data: rejection });
  }
  const until = data.until ?? evidence.until;
  const refusal = notEligible(state, { until, evidenceUntil: evidence.until, today });
  if (refusal) return refusal;
  return accept({
    type: 'PartnerEligibilityConfirmed',
    data: { until, verifiedBy: by.person, confirmedAt: at },
  });
}

type Days = Readonly<{ until: LocalDate; evidenceUntil: LocalDate; today: LocalDate }>;

function notEligible(
  { kind, identifiers }: PartnerState,
  { until, evidenceUntil, today }: Days,
): Decision<PartnerEvent> | null {
  if (evidenceUntil < today) return refuse(rules.EvidenceOver, { until: evidenceUntil });
  if (until > evidenceUntil) return refuse(rules.BeyondEvidence, { until, evidenceUntil });
  if (until < today) return refuse(rules.EligibilityOver, { until });
  const lacksNumber = kind === 'thirdSector' && identifiers.runtsNo === undefined; // PA-3
  return lacksNumber ? refuse(rules.RegisterNumberMissing) : null;
}
