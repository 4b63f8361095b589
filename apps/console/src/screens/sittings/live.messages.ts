import { messages } from '../../app/text.ts';

/** How a page follows a sitting. */
export const liveMessages = messages({
  it: {
    away: 'Collegamento interrotto: ciò che si vede può non essere aggiornato. Si riprova da soli.',
    back: 'Di nuovo in linea: {count, plural, =0 {nessun fatto nuovo} one {recuperato un fatto} other {recuperati # fatti}}.',
    lostTitle: 'Manca il numero legale.',
    lost: 'Presenti {present}, ne servono {needed}. Il regolamento chiede: {rule} (regola GB-2). Finché manca non si apre e non si chiude alcuna votazione valida.',
  },
  en: {
    away: 'Connection lost: what is shown may not be up to date. It is tried again by itself.',
    back: 'Connected again: {count, plural, =0 {nothing new} one {one fact caught up with} other {# facts caught up with}}.',
    lostTitle: 'There is no quorum.',
    lost: '{present} present, {needed} needed. The rulebook asks for: {rule} (rule GB-2). Until there is one, no valid vote is opened or closed.',
  },
});
