import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** States of a decision. */
export const decisionStatus = messages<EnumOf<'DecisionStatus'>>({
  it: {
    PROPOSED: 'proposta',
    UNDER_INSTRUCTION: 'in istruttoria',
    READY_FOR_AGENDA: 'pronta per l’ordine del giorno',
    ON_AGENDA: 'all’ordine del giorno',
    DEFERRED: 'rinviata',
    ADOPTED: 'adottata',
    APPROVED: 'approvata',
    REJECTED: 'respinta',
    LAPSED: 'decaduta',
    WITHDRAWN: 'ritirata',
    NUMBERED: 'numerata',
    PUBLISHED: 'pubblicata',
    EFFECTIVE: 'efficace',
    IMPLEMENTED: 'attuata',
    SUSPENDED: 'sospesa',
    REVOKED: 'revocata',
    SUPERSEDED: 'sostituita',
    ANNULLED: 'annullata',
  },
  en: {
    PROPOSED: 'proposed',
    UNDER_INSTRUCTION: 'under instruction',
    READY_FOR_AGENDA: 'ready for the agenda',
    ON_AGENDA: 'on an agenda',
    DEFERRED: 'deferred',
    ADOPTED: 'adopted',
    APPROVED: 'approved',
    REJECTED: 'rejected',
    LAPSED: 'lapsed',
    WITHDRAWN: 'withdrawn',
    NUMBERED: 'numbered',
    PUBLISHED: 'published',
    EFFECTIVE: 'effective',
    IMPLEMENTED: 'implemented',
    SUSPENDED: 'suspended',
    REVOKED: 'revoked',
    SUPERSEDED: 'superseded',
    ANNULLED: 'annulled',
  },
});

/** States of a sitting. */
export const sittingStatus = messages<EnumOf<'SittingStatus'>>({
  it: {
    CONVENED: 'convocata',
    OPENED: 'aperta',
    IN_SESSION: 'in corso',
    DESERTED: 'deserta',
    CLOSED: 'chiusa',
    MINUTES_DRAFTED: 'verbale redatto',
    MINUTES_APPROVED: 'verbale approvato',
  },
  en: {
    CONVENED: 'convened',
    OPENED: 'opened',
    IN_SESSION: 'in session',
    DESERTED: 'deserted',
    CLOSED: 'closed',
    MINUTES_DRAFTED: 'minutes drafted',
    MINUTES_APPROVED: 'minutes approved',
  },
});

/** What a vote came to. */
export const voteOutcome = messages<EnumOf<'VoteOutcome'>>({
  it: {
    APPROVED: 'approvata',
    REJECTED: 'non approvata',
    INQUORATE: 'votazione non valida: manca il numero legale',
    POSTPONED: 'rinviata per parità',
    TIED: 'parità da sciogliere',
  },
  en: {
    APPROVED: 'adopted',
    REJECTED: 'not adopted',
    INQUORATE: 'void vote: no quorum',
    POSTPONED: 'postponed on equal votes',
    TIED: 'equal votes, to be broken',
  },
});

/** What a member can say. */
export const voteChoice = messages<EnumOf<'VoteChoice'>>({
  it: { FOR: 'favorevole', AGAINST: 'contrario', ABSTAIN: 'astenuto' },
  en: { FOR: 'in favour', AGAINST: 'against', ABSTAIN: 'abstained' },
});

/** Forms of ballot. */
export const ballotForm = messages<EnumOf<'BallotForm'>>({
  it: {
    NAMED: 'votazione palese',
    HIDDEN: 'votazione nascosta fino alla chiusura',
    SECRET: 'votazione segreta',
    SECRET_ON_PAPER: 'votazione segreta su scheda',
  },
  en: {
    NAMED: 'named ballot',
    HIDDEN: 'ballot hidden until it is closed',
    SECRET: 'secret ballot',
    SECRET_ON_PAPER: 'secret ballot on paper',
  },
});

/** States of an agenda item. */
export const itemStatus = messages<EnumOf<'AgendaItemStatus'>>({
  it: {
    ON_AGENDA: 'da trattare',
    QUORUM_VERIFIED: 'numero legale verificato',
    VOTE_OPEN: 'votazione aperta',
    VOTE_TIED: 'parità da sciogliere',
    VOTE_CLOSED: 'votato',
    DEFERRED: 'rinviato',
  },
  en: {
    ON_AGENDA: 'to be dealt with',
    QUORUM_VERIFIED: 'quorum verified',
    VOTE_OPEN: 'vote open',
    VOTE_TIED: 'equal votes, to be broken',
    VOTE_CLOSED: 'voted on',
    DEFERRED: 'deferred',
  },
});

/** States of a procedure without a sitting. */
export const procedureStatus = messages<EnumOf<'ProcedureStatus'>>({
  it: { OPEN: 'aperta', CLOSED: 'chiusa', STOPPED: 'interrotta', TIED: 'parità da sciogliere' },
  en: { OPEN: 'open', CLOSED: 'closed', STOPPED: 'stopped', TIED: 'equal votes, to be broken' },
});

/** How a body decides without a sitting. */
export const procedureKind = messages<EnumOf<'ProcedureKind'>>({
  it: { WRITTEN: 'procedura scritta', SILENCE: 'silenzio-assenso' },
  en: { WRITTEN: 'written procedure', SILENCE: 'silence procedure' },
});

/** States of a declared conflict of interest. */
export const conflictStatus = messages<EnumOf<'ConflictStatus'>>({
  it: {
    DECLARED: 'conflitto dichiarato',
    UPHELD: 'conflitto accertato',
    DISMISSED: 'conflitto escluso',
    RECUSED: 'fuori per il punto',
  },
  en: {
    DECLARED: 'conflict declared',
    UPHELD: 'conflict upheld',
    DISMISSED: 'conflict dismissed',
    RECUSED: 'out for the item',
  },
});

/** In which capacity somebody sits. */
export const satAs = messages<EnumOf<'SatAs'>>({
  it: { HOLDER: 'titolare', ALTERNATE: 'supplente', DELEGATE: 'delegato' },
  en: { HOLDER: 'holder', ALTERNATE: 'alternate', DELEGATE: 'delegate' },
});

/** States of a body. */
export const boardStatus = messages<EnumOf<'BoardStatus'>>({
  it: {
    ESTABLISHED: 'istituito',
    CONSTITUTED: 'costituito',
    INQUORATE: 'non in numero',
    PROROGUED: 'in proroga',
    DISSOLVED: 'sciolto',
  },
  en: {
    ESTABLISHED: 'established',
    CONSTITUTED: 'constituted',
    INQUORATE: 'inquorate',
    PROROGUED: 'prorogued',
    DISSOLVED: 'dissolved',
  },
});

/** Levels of governance. */
export const boardLevel = messages<EnumOf<'BoardLevel'>>({
  it: {
    NATIONAL: 'nazionale',
    REGION: 'regionale',
    TERRITORY: 'territoriale',
    LOCAL: 'locale',
  },
  en: { NATIONAL: 'national', REGION: 'regional', TERRITORY: 'territorial', LOCAL: 'local' },
});

/** States of a seat. */
export const seatStatus = messages<EnumOf<'SeatStatus'>>({
  it: {
    DESIGNATED: 'designato',
    APPOINTED: 'in carica',
    SUSPENDED: 'sospeso',
    RESIGNED: 'dimesso',
    REVOKED: 'revocato',
    LAPSED: 'decaduto',
  },
  en: {
    DESIGNATED: 'designated',
    APPOINTED: 'in office',
    SUSPENDED: 'suspended',
    RESIGNED: 'resigned',
    REVOKED: 'revoked',
    LAPSED: 'lapsed',
  },
});

/** States of a condition of a decision. */
export const conditionStatus = messages<EnumOf<'DecisionConditionStatus'>>({
  it: {
    PROPOSED: 'proposta',
    OPEN: 'da adempiere',
    SUBMITTED: 'prova presentata',
    MET: 'adempiuta',
    FAILED: 'non adempiuta',
    NOTED: 'inadempimento preso in atto',
    WAIVED: 'a cui si è rinunciato',
  },
  en: {
    PROPOSED: 'proposed',
    OPEN: 'to be met',
    SUBMITTED: 'evidence submitted',
    MET: 'met',
    FAILED: 'not met',
    NOTED: 'failure noted',
    WAIVED: 'waived',
  },
});

/** How a decision ends another. */
export const decisionEnd = messages<EnumOf<'DecisionEnd'>>({
  it: { ANNUL: 'annulla', REVOKE: 'revoca', SUPERSEDE: 'sostituisce', SUSPEND: 'sospende' },
  en: { ANNUL: 'annuls', REVOKE: 'revokes', SUPERSEDE: 'supersedes', SUSPEND: 'suspends' },
});

/** What a decision is about. */
export const subjectKind = messages<EnumOf<'DecisionSubjectKind'>>({
  it: {
    ADOPT_PLAN: 'adotta il piano',
    ADOPT_ROUTE: 'adotta la disciplina di un iter',
    AMEND_RULES: 'modifica il regolamento',
    ANSWER_OBJECTION: 'risponde a un’opposizione',
    END_DECISION: 'pone fine a una deliberazione',
    EXTEND_PLAN: 'proroga il piano',
    MOVE_ROUTE: 'muove un iter',
    NOTE_FAILURE: 'prende atto di una condizione non adempiuta',
    OTHER: 'altro',
    RATIFY: 'ratifica un atto d’urgenza',
    RECONSIDER: 'riesamina una deliberazione',
    WAIVE_CONDITION: 'rinuncia a una condizione',
  },
  en: {
    ADOPT_PLAN: 'adopts the plan',
    ADOPT_ROUTE: 'adopts a definition of routes',
    AMEND_RULES: 'amends the rulebook',
    ANSWER_OBJECTION: 'answers an objection',
    END_DECISION: 'ends a decision',
    EXTEND_PLAN: 'extends the plan',
    MOVE_ROUTE: 'moves a route',
    NOTE_FAILURE: 'notes a condition that was not met',
    OTHER: 'other',
    RATIFY: 'ratifies an urgent act',
    RECONSIDER: 'reconsiders a decision',
    WAIVE_CONDITION: 'waives a condition',
  },
});

/** Who signed, in which office. */
export const signedAs = messages<EnumOf<'SignedAs'>>({
  it: { CHAIR: 'presidente', SECRETARY: 'segreteria' },
  en: { CHAIR: 'chair', SECRETARY: 'secretary' },
});

/** The side that equal votes fall to. */
export const tieSide = messages<EnumOf<'TieSide'>>({
  it: { FOR: 'favorevole', AGAINST: 'contrario' },
  en: { FOR: 'for', AGAINST: 'against' },
});
