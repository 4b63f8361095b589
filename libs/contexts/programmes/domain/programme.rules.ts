import { rules } from '@tavolo/kernel';

export const programmeRules = rules({
  AlreadyDefined: ['X-11', 'Il programma è già definito.', 'The programme is defined already.'],
  AlreadyAdopted: ['X-11', 'Il programma è già adottato.', 'The programme is adopted already.'],
  OwnProposal: [
    'X-5',
    'Chi ha definito il programma non può adottarlo: serve un’altra persona.',
    'Whoever defined the programme cannot adopt it: another person is needed.',
  ],
  AdoptedInFuture: [
    'X-2',
    'L’atto è del {adoptedOn}, che deve ancora venire.',
    'The act is of {adoptedOn}, which is yet to come.',
  ],
  NotInState: [
    'X-11',
    'Il programma è nello stato «{status}»: questo passo chiede {allowed}.',
    'The programme is in the state "{status}": this step asks for {allowed}.',
  ],
  NothingAmended: ['X-11', 'La modifica non cambia nulla.', 'The amendment changes nothing.'],
  EnvelopeBelowAllocated: [
    'B-1',
    'Agli avvisi sono già destinati {allocated} centesimi: la dotazione non scende a {envelope}.',
    'Calls are allocated {allocated} cents already: the envelope cannot go down to {envelope}.',
  ],
  EnvelopeMissing: [
    'B-1',
    'Il programma non ha una dotazione da cui destinare.',
    'The programme has no envelope to allocate from.',
  ],
  EnvelopeExceeded: [
    'B-1',
    'La dotazione ha ancora {left} centesimi: {cents} sono troppi.',
    'The envelope has {left} cents left: {cents} are too many.',
  ],
  AmountMissing: [
    'X-11',
    'L’importo deve essere maggiore di zero.',
    'The amount has to be more than zero.',
  ],
  CallNotOfProgramme: [
    'X-12',
    'L’avviso {call} non esiste, o è di un altro programma.',
    'The call {call} does not exist, or is of another programme.',
  ],
  CallsOpen: [
    'X-11',
    'Non tutti gli avvisi del programma sono chiusi: {open}.',
    'Not all calls of the programme are closed: {open}.',
  ],
});
