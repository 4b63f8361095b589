import type { AgreementKind } from '../contract/index.js';

/** The steps of the cascade, from the top; a step may be left out, none is taken backwards. */
const steps: Readonly<Record<AgreementKind, number>> = {
  actOfDelegation: 0,
  grantAgreement: 1,
  partnershipAgreement: 2,
  implementingConvention: 3,
  networkAgreement: 4,
  memorandum: 4,
  coDesignConvention: 5,
  adhesionLetter: 5,
};

/**
 * Whether one kind may stand below another. A network agreement may stand below one of its own
 * kind: that of schools below that of their territory.
 */
export function mayStandBelow(kind: AgreementKind, parentKind: AgreementKind): boolean {
  if (kind === 'networkAgreement' && parentKind === 'networkAgreement') return true;
  return steps[kind] > steps[parentKind];
}
