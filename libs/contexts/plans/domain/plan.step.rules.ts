import { rules } from '@tavolo/kernel';

/** What keeps commands out that lie beside the straight way of a plan. */
export const stepRules = rules({
  CoProgrammingConcludedAlready: [
    'X-11',
    'La co-programmazione è già conclusa.',
    'Co-programming is concluded already.',
  ],
  NoNeedRecorded: [
    'X-11',
    'Non è registrato alcun bisogno: la co-programmazione non ha ancora un esito.',
    'No need is recorded: co-programming has no outcome yet.',
  ],
  TableNotClosed: ['X-11', 'Il tavolo {table} è già aperto.', 'Table {table} is open already.'],
  ActsForNobody: [
    'X-3',
    'Un piano si sostiene per conto di un partner: agire con un mandato di quel partner.',
    'A plan is endorsed on behalf of a partner: act under a mandate of that partner.',
  ],
  EndorserNotEligible: [
    'PA-2',
    'Il partner è nello stato {status}: sostiene il piano solo un partner ammissibile.',
    'The partner is in state {status}: only an eligible one endorses the plan.',
  ],
  EndorserWithoutPower: [
    'PA-5',
    'Il mandato non comprende gli atti relativi ai piani.',
    'The mandate does not cover acts on plans.',
  ],
  EndorserTakesNoPart: [
    'X-12',
    'Il partner non ha parte nel piano: né quota, né intervento, né seduta di tavolo.',
    'The partner has no part in the plan: no share, no intervention, no session of a table.',
  ],
  EndorsedAlready: [
    'X-11',
    'Il partner sostiene già questa versione.',
    'The partner endorses this version already.',
  ],
  DueDayPast: ['X-11', 'Il termine {due} è già passato.', 'The day {due} is past already.'],
  IntegrationLate: [
    'X-11',
    'Il termine per l’integrazione era il {due}.',
    'The integration was due by {due}.',
  ],
  IntegrationAwaited: [
    'X-11',
    'L’integrazione si può inviare fino al {due}: il piano non si respinge prima.',
    'The integration may be sent until {due}: the plan is not rejected before.',
  ],
  PlaceInvalid: [
    'X-11',
    'Il posto in graduatoria di riserva comincia da 1.',
    'Places on the reserve list begin at 1.',
  ],
  ReportedUntilThen: [
    'X-11',
    'L’avanzamento è già comunicato fino al {until}.',
    'Progress is told already up to {until}.',
  ],
  ValueNotThere: [
    'X-12',
    'L’indicatore non ha un valore al {on}.',
    'The indicator has no value of {on}.',
  ],
  CorrectionOutOfLine: [
    'PL-12',
    'Il valore corretto deve stare tra {least} e {most}: i valori sono cumulativi.',
    'The corrected value must lie between {least} and {most}: values are cumulative.',
  ],
  ValueNotOther: [
    'X-11',
    'Il valore registrato è già {value}.',
    'The value recorded is {value} already.',
  ],
  FindingUnknown: [
    'X-12',
    'Il piano non ha un rilievo aperto {finding}.',
    'The plan has no open finding {finding}.',
  ],
  InterventionHasEnded: [
    'X-11',
    'L’intervento {intervention} è già concluso.',
    'Intervention {intervention} has ended already.',
  ],
  InterventionIsCancelled: [
    'X-11',
    'L’intervento {intervention} è stato annullato.',
    'Intervention {intervention} was cancelled.',
  ],
  InterventionHasBegun: [
    'PL-13',
    'L’intervento {intervention} è cominciato ({start}): non si annulla, si conclude.',
    'Intervention {intervention} has begun ({start}): it is ended, not cancelled.',
  ],
});
