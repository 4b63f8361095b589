import { messages } from './text.ts';

/** The end of a session. */
export const sessionMessages = messages({
  it: {
    ending: 'La sessione sta per finire',
    lasts:
      'Da un po’ non si fa nulla. Per continuare basta dirlo; ciò che è scritto resta comunque.',
    ends: 'La sessione è durata quanto può durare. Accedendo di nuovo si torna a questa pagina, e ciò che è scritto resta.',
    left: 'Tempo rimanente',
    stay: 'Continua',
    notReached: 'Il server non si raggiunge: controllare la connessione e riprovare.',
    over: 'La sessione è finita',
    kept: 'Ciò che è scritto e non inviato resta in questo browser: si ritrova qui accedendo di nuovo. I file scelti vanno scelti di nuovo.',
    signIn: 'Accedi di nuovo',
    close: 'Chiudi',
  },
  en: {
    ending: 'The session is about to end',
    lasts:
      'Nothing has been done for a while. To go on, just say so; what is written stays in any case.',
    ends: 'The session has lasted as long as it may. Signing in again leads back to this page, and what is written stays.',
    left: 'Time left',
    stay: 'Go on',
    notReached: 'The server cannot be reached: check the connection and try again.',
    over: 'The session has ended',
    kept: 'What is written and was not sent stays in this browser: it is here again after signing in. Files that were chosen have to be chosen again.',
    signIn: 'Sign in again',
    close: 'Close',
  },
});
