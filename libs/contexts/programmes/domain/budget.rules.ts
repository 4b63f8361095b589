import { rules } from '@tavolo/kernel';

/** What the budget of a plan keeps out. */
export const budgetRules = rules({
  PlanUnknown: [
    'X-12',
    'Il piano non esiste o non è visibile.',
    'The plan does not exist or is not visible.',
  ],
  BudgetNotOpen: [
    'X-11',
    'Il piano non è approvato: non ha ancora un bilancio su cui impegnare.',
    'The plan is not approved: it has no budget to commit on yet.',
  ],
  BudgetOpenAlready: ['X-11', 'Il bilancio è già aperto.', 'The budget is open already.'],
  LineUnknown: ['X-12', 'Il bilancio non ha una voce {line}.', 'The budget has no line {line}.'],
  AmountMissing: [
    'X-11',
    'L’importo deve essere maggiore di zero.',
    'The amount has to be more than zero.',
  ],
  BelowBound: [
    'PL-8',
    'Sulla voce {line} sono impegnati o riservati {bound} centesimi: non si scende a {cents}.',
    'On line {line} {bound} cents are committed or reserved: it cannot go down to {cents}.',
  ],
  LineExceeded: [
    'PL-8',
    'La voce {line} ha ancora {left} centesimi: {cents} sono troppi.',
    'Line {line} has {left} cents left: {cents} are too many.',
  ],
  ShareExceeded: [
    'B-1',
    'La quota del partner ha ancora {left} centesimi: {cents} sono troppi.',
    'The share of the partner has {left} cents left: {cents} are too many.',
  ],
  NothingAssigned: [
    'B-1',
    'Al piano non sono assegnati fondi dell’avviso.',
    'No funds of the call are assigned to the plan.',
  ],
  SharesAboveAssigned: [
    'B-1',
    'Le quote del piano ({shares} centesimi) superano i fondi assegnati ({assigned} centesimi).',
    'The shares of the plan ({shares} cents) exceed the funds assigned ({assigned} cents).',
  ],
  AssignmentBelowShares: [
    'B-1',
    'Le quote del piano sono {shares} centesimi: l’assegnazione non scende a {cents}.',
    'The shares of the plan are {shares} cents: the assignment cannot go down to {cents}.',
  ],
  AssignmentStands: [
    'X-11',
    'L’assegnazione è già di {cents} centesimi.',
    'The assignment is {cents} cents already.',
  ],
  PlanNotInExecution: [
    'B-2',
    'Il piano è nello stato {status}: si impegna solo in esecuzione.',
    'The plan is in state {status}: funds are committed only in execution.',
  ],
  CupMissing: ['B-2', 'Manca il CUP.', 'The CUP is missing.'],
  AgreementNotInForce: [
    'B-2',
    'L’accordo non è in vigore oggi, o non è di questo piano.',
    'The agreement is not in force today, or not of this plan.',
  ],
  NotParty: [
    'B-2',
    'Il partner non è parte dell’accordo.',
    'The partner is no party to the agreement.',
  ],
  AgreementExceeded: [
    'B-1',
    'L’accordo è di {total} centesimi, e ne ha impegnati {committed}: {cents} sono troppi.',
    'The agreement is of {total} cents, {committed} are committed: {cents} are too many.',
  ],
  DecisionNotEffective: [
    'B-2',
    'La decisione non è efficace oggi, o riguarda un altro piano.',
    'The decision has no effect today, or is about another plan.',
  ],
  PartnerNotEligible: [
    'PA-8',
    'Il partner è nello stato {status}: non si assumono nuovi impegni.',
    'The partner is in state {status}: no new commitment is taken on.',
  ],
  ExclusionOpen: [
    'PA-6',
    "È aperto il procedimento di esclusione del partner: finché non è chiuso non si assumono nuovi impegni. Chiuderlo senza esclusione, se l'impegno è necessario.",
    'The exclusion of the partner is being decided: until then no new commitment is taken on. Drop the procedure first where the commitment is needed.',
  ],
  ReservationUnknown: [
    'X-12',
    'Il bilancio non ha una riserva {reservation}.',
    'The budget has no reservation {reservation}.',
  ],
  ReservationExceeded: [
    'B-1',
    'La riserva è di {reserved} centesimi: {cents} sono troppi.',
    'The reservation is of {reserved} cents: {cents} are too many.',
  ],
  OwnReservation: [
    'X-5',
    'Chi ha riservato i fondi non li impegna: serve un’altra persona.',
    'Whoever reserved the funds does not commit them: another person is needed.',
  ],
  CommitmentUnknown: [
    'X-12',
    'Il bilancio non ha un impegno {commitment}.',
    'The budget has no commitment {commitment}.',
  ],
  NotHigher: [
    'B-10',
    'L’impegno è di {committed} centesimi: per ridurlo si disimpegna, indicando dove vanno i fondi.',
    'The commitment is of {committed} cents: to lower it, decommit, saying where the funds go.',
  ],
  BudgetRevoked: [
    'B-10',
    'Il finanziamento del piano è revocato: nulla si impegna più, e i fondi tornano all’avviso o al programma.',
    'The funding of the plan is revoked: nothing is bound any more, and money goes back to the call or the programme.',
  ],
  NothingToRevoke: [
    'X-11',
    'Il bilancio non è aperto, o è già revocato.',
    'The budget is not open, or is revoked already.',
  ],
  MoreThanCommitted: [
    'B-10',
    'L’impegno è di {committed} centesimi: non se ne disimpegnano {cents}.',
    'The commitment is of {committed} cents: {cents} cannot be decommitted.',
  ],
});
