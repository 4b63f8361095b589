import { messages } from '../../app/text.ts';

/** Who speaks in a sitting. */
export const speakersMessages = messages({
  it: {
    title: 'Interventi',
    lead: 'L’elenco resta in questo browser e sulla sua vista per il proiettore: non è un fatto della seduta.',
    who: 'Chi chiede la parola',
    add: 'Metti in elenco',
    remove: 'Togli',
    removeName: 'Togli {name} dall’elenco',
    next: 'Parola a chi segue',
    end: 'Fine dell’intervento',
    limit: 'Durata di un intervento',
    minutes: '{minutes} minuti',
    speaks: 'Parla {name}',
    clock: '{clock} di {minutes}:00',
    over: 'tempo scaduto',
    queue: 'Poi: {names}',
  },
  en: {
    title: 'Speakers',
    lead: 'The list stays in this browser and on its view for the projector: it is no fact of the sitting.',
    who: 'Who asks to speak',
    add: 'Put on the list',
    remove: 'Remove',
    removeName: 'Remove {name} from the list',
    next: 'The next one speaks',
    end: 'End of the speech',
    limit: 'Length of a speech',
    minutes: '{minutes} minutes',
    speaks: '{name} speaks',
    clock: '{clock} of {minutes}:00',
    over: 'time is over',
    queue: 'Then: {names}',
  },
});
