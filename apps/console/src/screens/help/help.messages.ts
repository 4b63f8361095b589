import { messages } from '../../app/text.ts';

/** The help. */
export const helpMessages = messages({
  it: {
    title: 'Aiuto e glossario',
    things: 'Le tre cose principali',
    voteTitle: 'Votare',
    vote1: 'Dalla scrivania aprire il voto che attende.',
    vote2:
      'Leggere il testo su cui si vota e scegliere; chi ha un conflitto di interessi lo dichiara qui.',
    vote3:
      'Rileggere la scelta e confermare: la ricevuta dice posizione e ora. Si può cambiare finché il voto è aperto, dove le regole lo permettono.',
    reviewTitle: 'Rivedere un piano',
    review1: 'Dai piani aprire quello da rivedere: la parte «Testo» mostra ogni parola cambiata.',
    review2: 'Scegliere con che cosa confrontarlo e segnare le sezioni viste.',
    review3: 'Nella parte «Iter» stanno ciò che manca e chi deve fare la prossima mossa.',
    pastTitle: 'Guardare il passato',
    past1: 'Da ogni oggetto il collegamento «Storia» apre ciò che ne è stato registrato.',
    past2: 'Muovere il cursore, o scegliere un evento: si vede lo stato di quel momento.',
    past3: 'L’indirizzo della pagina porta con sé il momento: chi lo apre vede lo stesso.',
    desk: 'Apri la scrivania',
    plans: 'Apri i piani',
    events: 'Apri il registro degli eventi',
    keys: 'Tasti',
    glossary: 'Glossario',
    find: 'Cerca nel glossario',
    none: 'Nessun termine con questa parola. Provare con una parola sola, o nell’altra lingua.',
    count: '{count, plural, one {un termine} other {# termini}}',
    contact: 'Qualcosa non riesce?',
    contactText:
      'Ogni errore mostra un codice e l’identificativo della richiesta, da copiare e mandare a chi gestisce il servizio.',
    statement: 'Dichiarazione di accessibilità',
  },
  en: {
    title: 'Help and glossary',
    things: 'The three main things',
    voteTitle: 'To vote',
    vote1: 'From the desk, open the vote that waits.',
    vote2:
      'Read the text that is voted on and choose; who has a conflict of interest declares it here.',
    vote3:
      'Read the choice back and confirm: the receipt says position and time. It may be changed while the vote is open, where the rules allow it.',
    reviewTitle: 'To review a plan',
    review1:
      'From the plans, open the one to review: its part “Text” shows every word that changed.',
    review2: 'Choose what to compare it with, and mark the sections that were seen.',
    review3: 'Its part “Course” has what is missing and who has the next move.',
    pastTitle: 'To look at the past',
    past1: 'On every object the link “History” opens what was recorded of it.',
    past2: 'Move the slider, or choose an event: the state of that moment is shown.',
    past3: 'The address of the page carries the moment: whoever opens it sees the same.',
    desk: 'Open the desk',
    plans: 'Open the plans',
    events: 'Open the log of events',
    keys: 'Keys',
    glossary: 'Glossary',
    find: 'Find in the glossary',
    none: 'No term with this word. Try a single word, or the other language.',
    count: '{count, plural, one {one term} other {# terms}}',
    contact: 'Does something not work?',
    contactText:
      'Every error shows a code and the id of the request, to be copied and sent to who runs the service.',
    statement: 'Accessibility statement',
  },
});
