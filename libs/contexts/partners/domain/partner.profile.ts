import { accept, refuse } from '@tavolo/kernel';
import type { Actor, Decision } from '@tavolo/kernel';
import { isLiving, lacksRegisterNumber } from '../contract/index.js';
import type {
  ClassifyPartner,
  DeclareInterest,
  RecordBeneficialOwners,
  RecordIdentifier,
  UpdatePartnerDetails,
} from './partner.commands.js';
import type { PartnerEvent } from './partner.events.js';
import { partnerRules as rules } from './partner.rules.js';
import type { PartnerState } from './partner.state.js';

/** Name and place: what differs, and only that. */
export function updateDetails(
  { data, at }: UpdatePartnerDetails,
  state: PartnerState,
): Decision<PartnerEvent> {
  const { name = state.name, territory = state.territory } = data;
  const changed = {
    ...(name !== state.name && { name }),
    ...(territory !== null && territory !== state.territory && { territory }),
  };
  if (Object.keys(changed).length === 0) return refuse(rules.DetailsKnown);
  return accept({ type: 'PartnerDetailsUpdated', data: { ...changed, updatedAt: at } });
}

/** PA-3: who was verified as another kind does not become a third-sector entity without number. */
export function classify(
  { data: { kind }, at }: ClassifyPartner,
  { kind: known, status, identifiers, eligibleUntil }: PartnerState,
): Decision<PartnerEvent> {
  if (kind === known) return refuse(rules.KindKnown, { kind });
  const isVerified = status !== 'none' && isLiving(status) && eligibleUntil !== null;
  if (isVerified && lacksRegisterNumber(kind, identifiers.runtsNo ?? null)) {
    return refuse(rules.RegisterNumberMissing);
  }
  return accept({ type: 'PartnerClassified', data: { kind, classifiedAt: at } });
}

/** Persons by reference only, each once. */
export function recordOwners(
  { data, today }: RecordBeneficialOwners,
  state: PartnerState,
): Decision<PartnerEvent> {
  const owners = [...new Set(data.owners)].sort();
  const isSame = owners.join() === state.owners.join();
  if (isSame) return refuse(rules.OwnersKnown);
  return accept({ type: 'BeneficialOwnersRecorded', data: { owners, recordedOn: today } });
}

/** once for a person and a matter; what the interest is stands in the document. */
export function declareInterest(
  { data, at }: DeclareInterest,
  { interests }: PartnerState,
): Decision<PartnerEvent> {
  const { person, matter = null, grounds } = data;
  const declaration = [...new Set(grounds.documents)];
  if (declaration.length === 0) return refuse(rules.DeclarationMissing);
  if (interests.some((one) => one.person === person && one.matter === matter)) {
    return refuse(rules.InterestKnown);
  }
  const interest = grounds.newId;
  return accept({
    type: 'InterestDeclared',
    data: { interest, person, matter, declaration, declaredAt: at },
  });
}

/** an interest in every matter of the partner keeps its person from deciding on it. */
export function interestRefusal(
  { person }: Actor,
  { interests }: PartnerState,
): Decision<never> | null {
  const isInterested = interests.some((one) => one.person === person && one.matter === null);
  return isInterested ? refuse(rules.Interested) : null;
}

/** Another value of the same register takes the place of the one before. */
export function recordIdentifier(
  { data, today }: RecordIdentifier,
  { identifiers }: PartnerState,
): Decision<PartnerEvent> {
  const { kind, value } = data;
  if (identifiers[kind] === value) return refuse(rules.IdentifierKnown, { kind, value });
  return accept({ type: 'PartnerIdentifierRecorded', data: { kind, value, recordedOn: today } });
}
