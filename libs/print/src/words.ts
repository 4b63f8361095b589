/** The languages of a paper. */
export type Locale = 'en' | 'it';

/** What stands on every paper, and the words of what is written in the log as a code. */
export const words = {
  it: {
    asOf: 'A che cosa si riferisce questo documento',
    asOfSentence:
      'Mostra ciò che era registrato fino all’evento indicato qui sotto, compreso. Chiesto di nuovo per lo stesso evento, nella stessa lingua e da chi vede le stesse cose, è uguale byte per byte.',
    asOfShort: (when: string) => `registrato fino al ${when}`,
    never: 'nessun evento',
    event: 'Ultimo evento',
    recordedAt: 'Registrato il',
    position: 'Posizione nel registro',
    cofinanced: 'Cofinanziato dall’Unione europea',
    emblem: (name: string) => `Emblema: ${name}`,
    page: 'pagina',
    unknown: '—',
    yes: 'sì',
    no: 'no',
    by: {
      as: { HOLDER: 'titolare', ALTERNATE: 'supplente', DELEGATE: 'per delega' },
      call: { FIRST: 'prima convocazione', SECOND: 'seconda convocazione' },
      channel: {
        ...{ BY_HAND: 'a mano', EMAIL: 'e-mail', MESSENGER: 'messo', PEC: 'PEC' },
        ...{ PORTAL: 'portale', POST: 'posta' },
      },
      choice: { FOR: 'favorevole', AGAINST: 'contrario', ABSTAIN: 'astenuto' },
      conflict: {
        ...{ DECLARED: 'dichiarato', DISMISSED: 'escluso' },
        ...{ RECUSED: 'uscito per il punto', UPHELD: 'accertato' },
      },
      form: {
        ...{ NAMED: 'voto palese', HIDDEN: 'voto nascosto fino alla chiusura' },
        ...{ SECRET: 'voto segreto', SECRET_ON_PAPER: 'voto segreto su scheda' },
      },
      item: {
        ...{ DEFERRED: 'rinviato', ON_AGENDA: 'da trattare' },
        ...{ QUORUM_VERIFIED: 'numero legale verificato', VOTE_CLOSED: 'votato' },
        ...{ VOTE_OPEN: 'in votazione', VOTE_TIED: 'parità da sciogliere' },
      },
      office: { CHAIR: 'chi presiede', SECRETARY: 'chi verbalizza' },
      outcome: {
        ...{ APPROVED: 'approvato', INQUORATE: 'senza numero legale', POSTPONED: 'rinviato' },
        ...{ REJECTED: 'respinto', TIED: 'parità' },
      },
      procedure: { WRITTEN: 'procedura scritta', SILENCE: 'silenzio-assenso' },
      question: { DEFER: 'rinvio del punto', ENFORCEABILITY: 'immediata eseguibilità' },
      side: { FOR: 'favorevole', AGAINST: 'contrario' },
      sitting: {
        ...{ CLOSED: 'chiusa', CONVENED: 'convocata', DESERTED: 'deserta' },
        ...{ IN_SESSION: 'in corso', MINUTES_APPROVED: 'verbale approvato' },
        ...{ MINUTES_DRAFTED: 'verbale redatto', OPENED: 'aperta' },
      },
    },
  },
  en: {
    asOf: 'What this document refers to',
    asOfSentence:
      'It shows what was recorded up to and with the event named below. Asked for again as of the same event, in the same language and by who sees the same, it is equal byte by byte.',
    asOfShort: (when: string) => `recorded by ${when}`,
    never: 'no event',
    event: 'Last event',
    recordedAt: 'Recorded at',
    position: 'Position in the log',
    cofinanced: 'Co-funded by the European Union',
    emblem: (name: string) => `Emblem: ${name}`,
    page: 'page',
    unknown: '—',
    yes: 'yes',
    no: 'no',
    by: {
      as: { HOLDER: 'holder', ALTERNATE: 'alternate', DELEGATE: 'by delegation' },
      call: { FIRST: 'first call', SECOND: 'second call' },
      channel: {
        ...{ BY_HAND: 'by hand', EMAIL: 'e-mail', MESSENGER: 'messenger', PEC: 'certified e-mail' },
        ...{ PORTAL: 'portal', POST: 'post' },
      },
      choice: { FOR: 'for', AGAINST: 'against', ABSTAIN: 'abstains' },
      conflict: {
        ...{ DECLARED: 'declared', DISMISSED: 'dismissed' },
        ...{ RECUSED: 'left for the item', UPHELD: 'upheld' },
      },
      form: {
        ...{ NAMED: 'open vote', HIDDEN: 'vote hidden until it closes' },
        ...{ SECRET: 'secret vote', SECRET_ON_PAPER: 'secret vote on paper' },
      },
      item: {
        ...{ DEFERRED: 'deferred', ON_AGENDA: 'to be dealt with' },
        ...{ QUORUM_VERIFIED: 'quorum verified', VOTE_CLOSED: 'voted on' },
        ...{ VOTE_OPEN: 'vote open', VOTE_TIED: 'tie to be broken' },
      },
      office: { CHAIR: 'who presides', SECRETARY: 'who keeps the minutes' },
      outcome: {
        ...{ APPROVED: 'approved', INQUORATE: 'no quorum', POSTPONED: 'postponed' },
        ...{ REJECTED: 'rejected', TIED: 'tied' },
      },
      procedure: { WRITTEN: 'written procedure', SILENCE: 'silence procedure' },
      question: { DEFER: 'deferral of the item', ENFORCEABILITY: 'immediate enforceability' },
      side: { FOR: 'for', AGAINST: 'against' },
      sitting: {
        ...{ CLOSED: 'closed', CONVENED: 'convened', DESERTED: 'deserted' },
        ...{ IN_SESSION: 'in session', MINUTES_APPROVED: 'minutes approved' },
        ...{ MINUTES_DRAFTED: 'minutes drafted', OPENED: 'opened' },
      },
    },
  },
} as const;

/** A code in words; one that this version does not know stands as it is. */
export function inWords(table: Readonly<Record<string, string>>, code: string): string {
  return table[code] ?? code;
}
