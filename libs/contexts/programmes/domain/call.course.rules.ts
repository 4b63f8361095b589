import { rules } from '@tavolo/kernel';

/** What keeps commands on a call out, beside its straight way. */
export const callCourseRules = rules({
  NotInState: [
    'X-11',
    'L’avviso è nello stato «{status}»: questo passo chiede {allowed}.',
    'The call is in the state "{status}": this step asks for {allowed}.',
  ],
  TermsFrozen: [
    'B-11',
    'I termini dell’avviso sono fissati dalla pubblicazione: dopo la chiusura si proroga solo l’ammissibilità.',
    'The terms of the call are frozen at publication: after its closing only eligibility is extended.',
  ],
  DeadlineNotReopened: [
    'B-11',
    'Una rettifica ad avviso aperto riapre il termine: serve una scadenza dopo {current}.',
    'A rectification of an open call re-extends its deadline: one after {current} is needed.',
  ],
  EligibilityShortened: [
    'B-11',
    'L’ammissibilità finisce il {current}: si può solo spostare in avanti.',
    'Eligibility ends on {current}: it is moved forward only.',
  ],
  NothingRectified: [
    'X-11',
    'La rettifica non cambia nulla.',
    'The rectification changes nothing.',
  ],
  FundsAssigned: [
    'X-11',
    'Sono già assegnati fondi: l’avviso non si ritira più.',
    'Funds are assigned already: the call is not withdrawn any more.',
  ],
  PlanNotOfCall: [
    'X-12',
    'Il piano {plan} non esiste, o risponde a un altro avviso.',
    'The plan {plan} does not exist, or answers another call.',
  ],
  PlanTwice: ['X-11', 'Il piano {plan} è indicato due volte.', 'The plan {plan} is named twice.'],
  NotNext: [
    'X-11',
    'La riserva scorre nell’ordine: il prossimo è {next}.',
    'The reserve list is scrolled in its order: the next is {next}.',
  ],
  NotAdmitted: [
    'X-11',
    'Il piano {plan} non è tra gli ammessi in graduatoria.',
    'The plan {plan} is not among those admitted by the ranking.',
  ],
  PlansRunning: [
    'X-11',
    'Non tutti i piani finanziati sono chiusi: {running}.',
    'Not all plans that were financed are closed: {running}.',
  ],
  AmountMissing: [
    'X-11',
    'L’importo deve essere maggiore di zero.',
    'The amount has to be more than zero.',
  ],
  AboveAllocated: [
    'B-1',
    'Il programma ha destinato all’avviso {allocated} centesimi: {budget} sono troppi.',
    'The programme allocates {allocated} cents to the call: {budget} are too many.',
  ],
  NothingAssigned: [
    'X-11',
    'Al piano non sono assegnati fondi di questo avviso.',
    'No funds of this call are assigned to the plan.',
  ],
  FundingIsRevoked: [
    'X-11',
    'Il finanziamento del piano {plan} è revocato: l’assegnazione non cambia più.',
    'The funding of the plan {plan} is revoked: its assignment does not change any more.',
  ],
  MoreThanHeld: [
    'B-10',
    'Il piano ha ancora {held} centesimi dell’assegnazione: {cents} non possono tornare.',
    'The plan still has {held} cents of its assignment: {cents} cannot come back.',
  ],
  FundingHasEnded: [
    'X-11',
    'La revoca del finanziamento è già registrata.',
    'The revocation of the funding is recorded already.',
  ],
  NotLess: [
    'X-11',
    'Al piano sono assegnati {assigned} centesimi: {cents} non sono di meno.',
    'The plan is assigned {assigned} cents: {cents} are not less.',
  ],
  ReductionPending: [
    'X-11',
    'È già in corso una riduzione dell’assegnazione.',
    'A reduction of the assignment is on its way.',
  ],
  NoReductionPending: [
    'X-11',
    'Non è in corso alcuna riduzione dell’assegnazione.',
    'No reduction of the assignment is on its way.',
  ],
});
