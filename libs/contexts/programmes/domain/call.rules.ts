import { rules } from '@tavolo/kernel';

export const callRules = rules({
  ProgrammeUnknown: [
    'X-12',
    'Il programma {programme} non esiste o non è visibile.',
    'The programme {programme} does not exist or is not visible.',
  ],
  ProgrammeNotAdopted: [
    'X-11',
    'Il programma non è ancora adottato: prima si adotta, poi si bandisce.',
    'The programme is not adopted yet: adopt it before drafting a call.',
  ],
  PlanUnknown: [
    'X-12',
    'Il piano {plan} non esiste o non è visibile.',
    'The plan {plan} does not exist or is not visible.',
  ],
  PlanOfOtherCall: [
    'B-1',
    'Il piano risponde a un altro avviso.',
    'The plan answers another call.',
  ],
  OutOfTurn: [
    'X-11',
    'L’avviso è nello stato «{status}»: questo passo chiede lo stato «{needed}».',
    'The call is in the state "{status}": this step asks for "{needed}".',
  ],
  OwnDraft: [
    'X-5',
    'Chi ha redatto l’avviso non può approvarlo: serve un’altra persona.',
    'Whoever drafted the call cannot approve it: another person is needed.',
  ],
  EligibilityReversed: [
    'PL-11',
    'Il periodo di ammissibilità finisce ({until}) prima di cominciare ({from}).',
    'The eligibility period ends ({until}) before it begins ({from}).',
  ],
  DayInFuture: [
    'X-2',
    'L’atto è del {day}, che deve ancora venire.',
    'The act is of {day}, which is yet to come.',
  ],
  DeadlineNotLater: [
    'B-12',
    'Una proroga sposta il termine in avanti: {deadline} non è dopo {current}.',
    'An extension moves the deadline forward: {deadline} is not after {current}.',
  ],
  DeadlineAhead: [
    'B-11',
    'Il termine per le domande è {deadline}: l’avviso si chiude dopo.',
    'Applications are due by {deadline}: the call is closed after that.',
  ],
  OverBudget: [
    'B-1',
    'Assegnare {cents} centesimi supera il residuo dell’avviso, {residual} centesimi.',
    'Assigning {cents} cents exceeds what is left of the call, {residual} cents.',
  ],
  AlreadyAssigned: [
    'X-11',
    'Al piano sono già assegnati fondi di questo avviso.',
    'Funds of this call are assigned to the plan already.',
  ],
});
