import { rules } from '@tavolo/kernel';

/** What the gateway and `Transactions` keep for every aggregate alike. */
export const commonRules = rules({
  BackdatedWithoutGround: [
    'X-2',
    'Un effetto retrodatato al {effectiveOn} richiede una motivazione e l’atto che lo autorizza.',
    'An effect dated back to {effectiveOn} needs a reason and the act that authorises it.',
  ],
  MandateUnknown: [
    'X-3',
    'Il mandato indicato non esiste o non è di chi agisce: indicare un proprio mandato.',
    'The mandate named does not exist or is not of the person acting: name one of your own.',
  ],
  MandateNotYetValid: [
    'X-3',
    'Il mandato vale solo dal {from}.',
    'The mandate is valid only from {from}.',
  ],
  MandateLapsed: [
    'X-3',
    'Il mandato è cessato il {until}: serve un mandato valido oggi.',
    'The mandate ended on {until}: a mandate valid today is needed.',
  ],
  AuditorsWriteNothing: [
    'X-3',
    'Chi agisce come controllore legge e non scrive: serve un altro mandato.',
    'Who acts as an auditor reads and writes nothing: another mandate is needed.',
  ],
  ReasonMissing: [
    'X-4',
    'Un atto con effetti giuridici o finanziari richiede una motivazione.',
    'An act of legal or financial effect needs a reason.',
  ],
  DocumentMissing: [
    'X-4',
    'Un atto con effetti giuridici o finanziari richiede almeno un documento.',
    'An act of legal or financial effect needs at least one document.',
  ],
  DocumentUnknown: [
    'X-6',
    'Il documento {sha256} non è stato caricato: caricarlo prima, poi ripetere.',
    'The document {sha256} was not uploaded: upload it first, then repeat.',
  ],
  ContentMoved: [
    'X-8',
    'Il contenuto è cambiato: letto alla revisione {seen}, ora è alla {current}. Rileggere e ripetere.',
    'The content has changed: read at revision {seen}, it is now at {current}. Read it again, then repeat.',
  ],
  RevisionUnknown: [
    'X-8',
    'Nessuno ha letto la revisione {seen}: l’oggetto è alla {current}. Leggerlo e indicare quella.',
    'Nobody has read revision {seen}: the object is at {current}. Read it and name that one.',
  ],
  Unknown: [
    'X-12',
    'Non esiste, o non è visibile, un oggetto con id {id}.',
    'There is no object with id {id}, or it is not visible.',
  ],
  OtherInput: [
    'X-13',
    'Questo commandId è già stato usato con altri dati: un nuovo comando vuole un nuovo commandId.',
    'This commandId was used with other input: a new command needs a new commandId.',
  ],
});
