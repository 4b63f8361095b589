import { messages } from '../../app/text.ts';

/** The search. */
export const searchMessages = messages({
  it: {
    title: 'Cerca',
    titleOf: 'Cerca: {text}',
    label: 'Parole di un titolo, di un nome, o un numero',
    go: 'Cerca',
    hint: 'Si cercano piani, reti, enti, accordi, decisioni, sedute e organi. Ogni parola deve esserci; accenti e maiuscole non contano.',
    none: 'Niente con queste parole, o niente di visibile a chi guarda. Provare con meno parole.',
    count: '{count, plural, =0 {nessun risultato} one {un risultato} other {# risultati}}',
    most: 'Di questo tipo ce ne possono essere altri: aggiungere una parola.',
    Plan: 'Piani',
    Network: 'Reti',
    Partner: 'Enti',
    Agreement: 'Accordi',
    Decision: 'Decisioni',
    Sitting: 'Sedute',
    Board: 'Organi',
  },
  en: {
    title: 'Search',
    titleOf: 'Search: {text}',
    label: 'Words of a title, of a name, or a number',
    go: 'Search',
    hint: 'Plans, networks, organisations, agreements, decisions, sittings and bodies are searched. Every word must be there; accents and capitals do not matter.',
    none: 'Nothing with these words, or nothing visible to you. Try fewer words.',
    count: '{count, plural, =0 {no result} one {one result} other {# results}}',
    most: 'There may be more of this kind: add a word.',
    Plan: 'Plans',
    Network: 'Networks',
    Partner: 'Organisations',
    Agreement: 'Agreements',
    Decision: 'Decisions',
    Sitting: 'Sittings',
    Board: 'Bodies',
  },
});
