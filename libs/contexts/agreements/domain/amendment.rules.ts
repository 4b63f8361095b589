import { rules } from '@tavolo/kernel';

/** What is kept out of the amendments of an agreement. */
export const amendmentRules = rules({
  OtherVersionInForce: [
    'A-11',
    'L’atto integrativo modifica la versione {amends}, in vigore è la {version}.',
    'The amendment names version {amends}, the one in force is {version}.',
  ],
  GroupAlreadyOpen: [
    'A-11',
    'Un altro atto integrativo è già aperto su: {groups}.',
    'Another amendment is already open on: {groups}.',
  ],
  UnknownAmendment: [
    'X-12',
    'L’accordo non ha un atto integrativo aperto {amendment}.',
    'The agreement has no open amendment {amendment}.',
  ],
  NothingAmended: [
    'X-11',
    'L’atto integrativo non cambia nulla.',
    'The amendment changes nothing.',
  ],
  UnknownClause: [
    'X-12',
    'L’accordo non ha la clausola {clause}.',
    'The agreement has no clause {clause}.',
  ],
  DecisionFundsAnother: [
    'A-13',
    'La decisione non finanzia questa proroga: riguarda altro.',
    'The decision does not fund this extension: it is about something else.',
  ],
  FundingNotDecided: [
    'A-13',
    'Una proroga onerosa vuole prima una decisione di finanziamento efficace.',
    'A costed extension first needs a funding decision that is effective.',
  ],
});
