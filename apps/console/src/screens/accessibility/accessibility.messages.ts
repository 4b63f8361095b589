import { messages } from '../../app/text.ts';

/** The accessibility statement, in the parts that AgID's form has. */
export const accessibilityMessages = messages({
  it: {
    title: 'Dichiarazione di accessibilità',
    lead: '{instance} si impegna a rendere accessibile la console di Tavolo, in conformità alla legge 9 gennaio 2004, n. 4, e alla norma UNI CEI EN 301549.',
    statusTitle: 'Stato di conformità',
    status:
      'La console è parzialmente conforme ai requisiti della norma UNI CEI EN 301549 (che rinvia alle WCAG 2.1, livello AA) per i motivi elencati sotto. È costruita secondo le WCAG 2.2, livello AA.',
    contentTitle: 'Contenuti non accessibili',
    contentDocuments:
      'Documenti consegnati da altri (piani, atti, allegati): stanno nel registro byte per byte come sono stati consegnati, e possono non avere tag, testo alternativo o testo selezionabile. Sono fuori dal controllo di chi gestisce la console; chi ne ha bisogno può chiederne una versione accessibile.',
    contentApi:
      'Il banco di prova dell’interfaccia GraphQL, per chi programma, è uno strumento di terzi e non è stato valutato.',
    alternativesTitle: 'Immagini e alternative',
    alternatives:
      'Ogni figura (barre del voto e del bilancio, mappa della rete, istogramma degli eventi, riquadri del bilancio) ha accanto lo stesso contenuto in parole e in una tabella. Nulla richiede di trascinare, e nulla è detto dal solo colore.',
    methodTitle: 'Redazione della dichiarazione',
    method:
      'La dichiarazione si fonda su un’autovalutazione: a ogni modifica del programma i percorsi principali sono fatti con la sola tastiera, e prima di un rilascio ogni schermata è esaminata da uno strumento automatico (axe, regole WCAG 2.2 A e AA) in larghezze da 320 a 1280 pixel. Non è stata ancora fatta una prova con persone che usano tecnologie assistive.',
    feedbackTitle: 'Segnalazioni e contatti',
    feedback:
      'Chi trova un ostacolo può segnalarlo a {instance}, ai recapiti dell’ente che gestisce questo servizio, indicando la pagina e che cosa non riesce.',
    feedbackTo:
      'Chi trova un ostacolo può segnalarlo a {instance}, indicando la pagina e che cosa non riesce:',
    feedbackReady: 'Il testo qui sotto è pronto da copiare.',
    feedbackText:
      'Segnalazione di accessibilità. Pagina: {page}. Programma di navigazione: {browser}. Che cosa non riesce: ',
    copy: 'Copia il testo della segnalazione',
    enforcementTitle: 'Procedura di attuazione',
    enforcement:
      'Se la risposta non arriva entro trenta giorni, o non soddisfa, ci si può rivolgere al difensore civico per il digitale presso AgID.',
    helpTitle: 'Tastiera e aiuto',
    help: 'Tutti i tasti e il glossario stanno nell’aiuto.',
    helpLink: 'Aiuto e glossario',
  },
  en: {
    title: 'Accessibility statement',
    lead: '{instance} is committed to making the console of Tavolo accessible, under Italian law no. 4 of 9 January 2004 and the standard EN 301 549.',
    statusTitle: 'Compliance status',
    status:
      'The console is partially compliant with EN 301 549 (which refers to WCAG 2.1, level AA), for the reasons listed below. It is built to WCAG 2.2, level AA.',
    contentTitle: 'Content that is not accessible',
    contentDocuments:
      'Documents that others handed in (plans, acts, attachments): they are kept byte for byte as they were handed in, and may lack tags, alternative text or text that can be selected. They are outside the control of who runs the console; an accessible version can be asked for.',
    contentApi:
      'The workbench of the GraphQL interface, for programmers, is a tool of a third party and was not assessed.',
    alternativesTitle: 'Pictures and alternatives',
    alternatives:
      'Each picture (bars of votes and budgets, map of a network, histogram of events, boxes of a budget) has the same content in words and in a table beside it. Nothing has to be dragged, and nothing is told by colour alone.',
    methodTitle: 'Preparation of this statement',
    method:
      'The statement rests on a self-assessment: at each change of the program the main journeys are done by keyboard alone, and before a release every screen is examined by an automatic tool (axe, rules of WCAG 2.2 A and AA) at widths from 320 to 1280 pixels. A trial with people who use assistive technology has not been made yet.',
    feedbackTitle: 'Feedback and contact',
    feedback:
      'Whoever meets an obstacle can report it to {instance}, at the contacts of the body that runs this service, with the page and what does not work.',
    feedbackTo:
      'Whoever meets an obstacle can report it to {instance}, with the page and what does not work:',
    feedbackReady: 'The text below is ready to be copied.',
    feedbackText: 'Accessibility report. Page: {page}. Browser: {browser}. What does not work: ',
    copy: 'Copy the text of the report',
    enforcementTitle: 'Enforcement procedure',
    enforcement:
      'If no answer comes within thirty days, or it does not satisfy, one may turn to the digital ombudsman at AgID.',
    helpTitle: 'Keyboard and help',
    help: 'All keys and the glossary are in the help.',
    helpLink: 'Help and glossary',
  },
});
