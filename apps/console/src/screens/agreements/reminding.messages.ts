import { messages } from '../../app/text.ts';

/** Reminders that a signature is awaited. */
export const remindingMessages = messages({
  it: {
    remind: 'Sollecita {name}',
    remindShort: 'Sollecita',
    choose: 'Scegli {name} per il sollecito',
    chooseAll: 'Tutte le firme attese',
    remindChosen:
      '{count, plural, =0 {Sollecita le parti scelte} one {Sollecita la parte scelta} other {Sollecita le # parti scelte}}',
    title: '{count, plural, one {Sollecito della firma} other {Solleciti della firma}}',
    lead: 'Chi può firmare per la parte lo trova sulla propria scrivania, con queste parole. Resta nella storia dell’accordo. Non più di un sollecito al giorno per parte.',
    wordsLabel: 'Parole del sollecito',
    wordsHelp: "«'{parte}'» diventa il nome di chi è sollecitato. Niente dati di persone.",
    words: "È attesa la firma di '{parte}' sull’accordo «{title}».",
    preview:
      '{count, plural, one {Anteprima: un sollecito} other {Anteprima: # solleciti, uno per uno}}',
    ofAmendment: 'sull’atto integrativo',
    before: 'già sollecitato {times, plural, one {una volta} other {# volte}}, l’ultima il {day}',
    send: '{count, plural, one {Invia il sollecito} other {Invia # solleciti}}',
    again: '{count, plural, one {Invia di nuovo} other {Invia di nuovo i # non inviati}}',
    sent: '✓ Inviato, in posizione {position}.',
    sum: '{done, number} di {total, number} {total, plural, one {inviato} other {inviati}}.',
    close: 'Chiudi',
  },
  en: {
    remind: 'Remind {name}',
    remindShort: 'Remind',
    choose: 'Choose {name} for a reminder',
    chooseAll: 'All signatures awaited',
    remindChosen:
      '{count, plural, =0 {Remind the chosen parties} one {Remind the chosen party} other {Remind the # chosen parties}}',
    title: '{count, plural, one {Reminder of a signature} other {Reminders of signatures}}',
    lead: 'Whoever may sign for the party finds it on their desk, with these words. It stays in the history of the agreement. No more than one reminder a day for a party.',
    wordsLabel: 'Words of the reminder',
    wordsHelp: "“'{party}'” becomes the name of who is reminded. No data about persons.",
    words: "The signature of '{party}' on the agreement “{title}” is awaited.",
    preview:
      '{count, plural, one {Preview: one reminder} other {Preview: # reminders, one by one}}',
    ofAmendment: 'on the amendment',
    before: 'reminded {times, plural, one {once} other {# times}} before, last on {day}',
    send: '{count, plural, one {Send the reminder} other {Send # reminders}}',
    again: '{count, plural, one {Send it again} other {Send the # not sent again}}',
    sent: '✓ Sent, at position {position}.',
    sum: '{done, number} of {total, number} sent.',
    close: 'Close',
  },
});
