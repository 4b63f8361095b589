import { rules } from '@tavolo/kernel';

/** What keeps an appointment, or the end of one, out. */
export const appointmentRules = rules({
  AppointedBackwards: [
    'X-2',
    'Un incarico vale da oggi o da un giorno a venire: {from} è passato.',
    'An appointment holds from today or a later day: {from} is past.',
  ],
  AppointmentReversed: [
    'X-11',
    'L’incarico finirebbe il {until}, prima di cominciare il {from}: correggere una delle due date.',
    'The appointment would end on {until}, before it begins on {from}: correct one of the two days.',
  ],
  AppointsThemself: [
    'X-5',
    'Nessuno conferisce un incarico a sé stesso: serve un’altra persona.',
    'Nobody gives an appointment to themself: another person is needed.',
  ],
  ConfirmedByThemself: [
    'X-5',
    'Un amministratore lo propone una persona e lo conferma un’altra, che non sia quella nominata.',
    'One person proposes an administrator and another confirms it, who is not the person appointed.',
  ],
  ScopeUnknown: [
    'X-12',
    'Non esiste, o non è visibile, un ambito con id {scope}.',
    'There is no scope with id {scope}, or it is not visible.',
  ],
  ScopeNotHeldAt: [
    'X-11',
    'Un incarico di questo genere non si tiene presso {scope}: indicare {wanted}.',
    'An appointment of this kind is not held at {scope}: name {wantedEn}.',
  ],
  NothingToConfirm: [
    'X-11',
    'Si conferma la proposta di un amministratore, una volta sola: questa non attende conferma.',
    'What is confirmed is a proposed administrator, once: this one awaits no confirmation.',
  ],
  ProposalPast: [
    'X-11',
    'L’incarico proposto è finito il {until}: proporlo di nuovo con altre date.',
    'The proposed appointment ended on {until}: propose it anew with other days.',
  ],
  RevokedOtherwise: [
    'X-11',
    'Questo incarico si revoca con {command}.',
    'This appointment is revoked by {command}.',
  ],
  RevokedAlready: [
    'X-11',
    'L’incarico è finito, o finisce, il {until}: non c’è nulla da revocare.',
    'The appointment ended, or ends, on {until}: there is nothing to revoke.',
  ],
  RevokedBackwards: [
    'X-2',
    'Una revoca non toglie giorni passati: indicare {today} o un giorno a venire, o nessuno perché valga subito.',
    'A revocation takes no past days away: name {today} or a later day, or none to have it at once.',
  ],
});
