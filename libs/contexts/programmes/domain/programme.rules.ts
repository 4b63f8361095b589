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
});
