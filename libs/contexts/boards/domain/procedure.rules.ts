import { rules } from '@tavolo/kernel';

/** What keeps a command out of a procedure, beside what keeps one out of a sitting too. */
export const procedureRules = rules({
  KindNotAllowed: [
    'D-1',
    'Il regolamento dell’organo non ammette questa procedura senza seduta.',
    'The rulebook of the body does not allow this procedure without a sitting.',
  ],
  NotPresiding: [
    'X-3',
    'Una procedura la apre, la proroga, la chiude e la ritira chi è in carica come presidente, vicepresidente o segretario.',
    'Who is in office as chair, vice chair or secretary opens, extends, closes and withdraws a procedure.',
  ],
  DeadlineTooSoon: [
    'GB-1',
    'Servono {minDays} giorni per rispondere: il termine può cadere dal {earliest}, non il {closesOn}.',
    '{minDays} days to answer are needed: the deadline can be from {earliest}, not on {closesOn}.',
  ],
  DeadlineTooLate: [
    'GB-1',
    'Il termine può cadere al più tardi il {latest}, non il {closesOn}.',
    'The deadline can be on {latest} at the latest, not on {closesOn}.',
  ],
  DeadlinePast: [
    'GB-1',
    'Il termine indicato, {deadline}, è già passato.',
    'The deadline named, {deadline}, is past.',
  ],
  NoSensitiveTerm: [
    'GB-1',
    'Il regolamento non prevede un termine più lungo per interessi sensibili.',
    'The rulebook knows no longer time for sensitive interests.',
  ],
  WrongState: [
    'X-11',
    'La procedura è nello stato {status}: questo atto non è possibile.',
    'The procedure is in the state {status}: this cannot be done.',
  ],
  DeadlineOver: [
    'D-1',
    'Il termine è scaduto alle {deadline}: dopo non si risponde più.',
    'The deadline passed at {deadline}: after it nobody answers any more.',
  ],
  NotYetDue: [
    'D-1',
    'Il termine scade alle {deadline}: prima di allora la procedura resta aperta.',
    'The deadline is {deadline}: until then the procedure stays open.',
  ],
  NotWritten: [
    'X-11',
    'È una procedura di silenzio: si può solo obiettare.',
    'It is a silence procedure: one can only object.',
  ],
  NotSilence: [
    'X-11',
    'È una procedura scritta: chi è contrario vota contro.',
    'It is a written procedure: who is against votes against.',
  ],
  SeatChangedHands: [
    'D-1',
    'Chi rispondeva per il seggio {seat} all’apertura non è più in carica: il seggio non risponde.',
    'Who answered for the seat {seat} at the opening is no longer in office: the seat does not answer.',
  ],
  NotTheReplier: [
    'D-1',
    'Per il seggio {seat} risponde chi lo occupa o il suo supplente, o il segretario registra la risposta.',
    'The holder of the seat {seat} answers for it or their alternate, or the secretary records the answer.',
  ],
  NotTheMember: [
    'X-3',
    'Per il seggio {seat} lo chiede solo chi lo occupa o il suo supplente.',
    'Only the holder of the seat {seat} or their alternate asks for this.',
  ],
  HolderReplied: [
    'GB-5',
    'Il titolare del seggio {seat} ha già risposto: il supplente non cambia la sua risposta.',
    'The holder of the seat {seat} has answered: the alternate does not change that.',
  ],
  RepliedAlready: [
    'D-1',
    'Il seggio {seat} ha già risposto e il regolamento non ammette ripensamenti: un seggio, un voto.',
    'The seat {seat} has answered and the rulebook allows no change: one seat, one vote.',
  ],
  SameReply: [
    'X-11',
    'Il seggio {seat} ha già risposto così.',
    'The seat {seat} has answered so already.',
  ],
  ObjectedAlready: [
    'D-1',
    'Il seggio {seat} ha già obiettato: un seggio, un’obiezione.',
    'The seat {seat} has objected already: one seat, one objection.',
  ],
  NoSittingCalls: [
    'GB-1',
    'Il regolamento non permette ai componenti di chiedere una seduta.',
    'The rulebook does not let members call for a sitting.',
  ],
  CalledAlready: [
    'X-11',
    'Il seggio {seat} ha già chiesto una seduta.',
    'The seat {seat} has called for a sitting already.',
  ],
  ReplyIsFinal: [
    'D-1',
    'Il seggio {seat} ha risposto in modo definitivo: non chiede più una seduta.',
    'The seat {seat} has given its final answer: it calls for no sitting any more.',
  ],
  NoDocumentRequests: [
    'GB-1',
    'Il regolamento non prevede richieste di documenti.',
    'The rulebook knows no requests for documents.',
  ],
  RequestTooLate: [
    'GB-1',
    'Documenti e chiarimenti si chiedono entro il {latest}.',
    'Documents and explanations are asked for until {latest}.',
  ],
  NothingSupplied: [
    'X-6',
    'Va indicato almeno un documento.',
    'At least one document must be named.',
  ],
  NoExtension: [
    'GB-1',
    'Il regolamento non ammette proroghe del termine.',
    'The rulebook allows no extension of the deadline.',
  ],
  ExtendedAlready: [
    'GB-1',
    'Il termine è già stato prorogato: si proroga una volta sola.',
    'The deadline was extended already: it is extended only once.',
  ],
  NoLaterDeadline: [
    'GB-1',
    'Il nuovo termine deve essere successivo a quello in corso, {deadline}.',
    'The new deadline must be later than the present one, {deadline}.',
  ],
  SilenceRunsOut: [
    'D-2',
    'Il silenzio vale assenso solo alla scadenza: una procedura di silenzio non si chiude prima.',
    'Silence is assent only at the deadline: a silence procedure is not closed earlier.',
  ],
  OpenTooShort: [
    'D-2',
    'La procedura resta aperta almeno fino al {earliest}.',
    'The procedure stays open until {earliest} at least.',
  ],
  OutcomeOpen: [
    'D-2',
    'Non tutti hanno risposto e l’esito può ancora cambiare: la procedura resta aperta.',
    'Not all have answered and the outcome can still change: the procedure stays open.',
  ],
});
