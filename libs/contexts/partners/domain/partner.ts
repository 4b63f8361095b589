import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import type {
  ConfirmRegistration,
  PartnerCommand,
  RefuseRegistration,
  RegisterPartner,
} from './partner.commands.js';
import { lapse, submitEvidence, verify } from './partner.eligibility.js';
import type { PartnerEvent } from './partner.events.js';
import { answerExclusion, dropExclusion, exclude, lapseReplyTime } from './partner.exclusion.js';
import { openExclusion } from './partner.exclusion.js';
import {
  confirmWithdrawal,
  dissolve,
  markDuplicate,
  reinstate,
  requestWithdrawal,
  succeed,
  suspend,
} from './partner.leaving.js';
import { appoint, authorise, endRepresentation } from './partner.powers.js';
import { lapseRepresentation, revoke } from './partner.powers.js';
import {
  classify,
  declareInterest,
  recordIdentifier,
  recordOwners,
  updateDetails,
} from './partner.profile.js';
import { partnerRules as rules } from './partner.rules.js';
import { evolve, initial } from './partner.state.js';
import type { PartnerState } from './partner.state.js';

/**
 * A partner: an organisation of a network. It is a candidate until its tax code is its own
 * (PA-1), and eligible up to a date (PA-2), which others compare with theirs.
 */
export const partner = {
  initial,
  decide,
  evolve,
  isContent: ({ type }: PartnerEvent) => type === 'PartnerDetailsUpdated',
} satisfies Decider<PartnerState, PartnerCommand, PartnerEvent>;

type Status = PartnerState['status'];
type Decide<C> = (command: C, state: PartnerState) => Decision<PartnerEvent>;
type Steps = {
  readonly [Type in PartnerCommand['type']]: readonly [
    states: readonly Status[],
    decide: Decide<Extract<PartnerCommand, { type: Type }>>,
  ];
};

const active: readonly Status[] = ['Registered', 'Eligible', 'Suspended', 'Withdrawing'];
const living: readonly Status[] = ['Candidate', ...active];
/** Who is leaving does not become eligible again. */
const verifiable: readonly Status[] = ['Registered', 'Eligible', 'Suspended'];

/** Every command: the states it fits, and what it leads to there. */
const steps: Steps = {
  RegisterPartner: [['none'], register],
  ConfirmRegistration: [['Candidate'], confirm],
  RefuseRegistration: [['Candidate'], refuseRegistration],
  // A candidate may prepare everything but the verification itself.
  UpdatePartnerDetails: [living, updateDetails],
  ClassifyPartner: [living, classify],
  RecordBeneficialOwners: [living, recordOwners],
  DeclareInterest: [living, declareInterest],
  RecordIdentifier: [living, recordIdentifier],
  SubmitEligibilityEvidence: [['Candidate', ...verifiable], submitEvidence],
  VerifyEligibility: [verifiable, verify],
  LapseEligibility: [active, lapse],
  AppointLegalRepresentative: [living, appoint],
  EndLegalRepresentation: [living, endRepresentation],
  AuthoriseSignatory: [living, authorise],
  RevokeSignatory: [living, revoke],
  LapseRepresentation: [living, lapseRepresentation],
  SuspendPartner: [['Eligible'], suspend],
  ReinstatePartner: [['Suspended'], reinstate],
  RequestWithdrawal: [verifiable, requestWithdrawal],
  ConfirmWithdrawal: [['Withdrawing'], confirmWithdrawal],
  OpenExclusion: [active, openExclusion],
  AnswerExclusion: [active, answerExclusion],
  LapseReplyTime: [active, lapseReplyTime],
  DropExclusion: [active, dropExclusion],
  ExcludePartner: [active, exclude],
  RecordSuccession: [active, succeed],
  RecordDissolution: [active, dissolve],
  MarkDuplicate: [active, markDuplicate],
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
