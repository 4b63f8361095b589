import { rules } from '@tavolo/kernel';

/** What keeps the service of a notice out of a sitting, and a sitting without it. */
export const serviceRules = rules({
  NotTheSecretary: [
    'X-3',
    'La notifica la registra il segretario in carica.',
    'The secretary in office records the service.',
  ],
  NotNotified: [
    'GB-1',
    'Il seggio {seat} non era tra quelli convocati.',
    'The seat {seat} was not among those convened.',
  ],
  ServedInFuture: [
    'X-2',
    'La notifica porta un’ora futura, {servedAt}.',
    'The service bears a time in the future, {servedAt}.',
  ],
  ServedBeforeConvening: [
    'X-2',
    'La notifica porta un’ora, {servedAt}, anteriore alla convocazione.',
    'The service bears a time, {servedAt}, before the convocation.',
  ],
  ServedAlready: [
    'X-11',
    'Per il seggio {seat} è già registrata una notifica non successiva a questa.',
    'For the seat {seat} a service no later than this one is recorded already.',
  ],
  NotServed: [
    'GB-1',
    'La convocazione non risulta notificata ai seggi assenti: {seats}. Va registrata la notifica o rinviata la seduta.',
    'The notice was not served on seats that are away: {seats}. Record the service, or hold the sitting later.',
  ],
  ServedLate: [
    'GB-1',
    'Ai seggi assenti {seats} la convocazione è stata notificata con meno di {noticeDays} giorni di preavviso.',
    'The notice was served on seats that are away, {seats}, with less than {noticeDays} days of notice.',
  ],
});
