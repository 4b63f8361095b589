import { messages } from '../app/text.ts';

/** Whose move it is. */
export const waitingMessages = messages({
  it: {
    title: 'Che cosa si attende',
    nothing: 'Nulla: nessuno deve fare altro ora.',
    from: 'da {names}',
    nobody: 'nessuno ricopre ora l’incarico',
    until: 'entro {when}',
    late: 'in ritardo',
  },
  en: {
    title: 'What is awaited',
    nothing: 'Nothing: nobody has to do anything now.',
    from: 'from {names}',
    nobody: 'nobody holds the office now',
    until: 'until {when}',
    late: 'late',
  },
});
