import { rules } from '@tavolo/kernel';

/** What keeps somebody from sitting for a seat in a sitting, or from having it sat for. */
export const seatRules = rules({
  SeatSatFor: [
    'GB-5',
    'Per il seggio {seat} è già presente un’altra persona: un seggio, un voto.',
    'Somebody else is present for the seat {seat}: one seat, one vote.',
  ],
  NoAlternate: [
    'GB-5',
    'Il seggio {seat} non ha oggi un supplente.',
    'The seat {seat} has no alternate today.',
  ],
  DelegationNotAllowed: [
    'GB-5',
    'Il regolamento non ammette deleghe.',
    'The rulebook allows no delegations.',
  ],
  DelegationTooLate: [
    'GB-5',
    'Una delega va comunicata per iscritto almeno {noticeDays} giorni prima della seduta.',
    'A delegation is given in writing at least {noticeDays} days before the sitting.',
  ],
  TooManyDelegations: [
    'GB-5',
    'Chi occupa il seggio {seat} ha già il massimo di {max} deleghe.',
    'The holder of the seat {seat} has the most delegations there may be, {max}.',
  ],
  DelegationChain: [
    'GB-5',
    'Una delega non si trasmette: chi è rappresentato non rappresenta altri.',
    'A delegation is not passed on: who is represented represents nobody.',
  ],
  DelegatorConflicted: [
    'GB-5',
    'Chi occupa il seggio {seat} ha dichiarato un conflitto: non può delegare.',
    'The holder of the seat {seat} has declared a conflict and cannot delegate.',
  ],
  DelegatedAlready: [
    'GB-5',
    'Il seggio {seat} è delegato: la delega va prima revocata.',
    'The seat {seat} is delegated: the delegation must be revoked first.',
  ],
  NotDelegated: ['X-11', 'Il seggio {seat} non è delegato.', 'The seat {seat} is not delegated.'],
  NotTheDelegator: [
    'X-3',
    'Sulla delega del seggio {seat} dispone solo chi lo occupa; il segretario può registrarla.',
    'Only the holder of the seat {seat} disposes of its delegation; the secretary may record it.',
  ],
  VideoNotAllowed: [
    'GB-2',
    'Il regolamento non ammette la presenza in videoconferenza.',
    'The rulebook does not allow attendance by video.',
  ],
});
