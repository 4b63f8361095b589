import type { Refusal } from './decider.js';
import type { Json } from './message.js';

/**
 * The states of every object, in the words of a person. In Italian they agree with «stato»:
 * a decision, an agreement and a plan are each in the state «approvato».
 */
export const stateWords: Readonly<Record<string, readonly [it: string, en: string]>> = {
  Accepted: ['accettato', 'accepted'],
  Active: ['attivo', 'active'],
  Adopted: ['adottato', 'adopted'],
  Amended: ['modificato', 'amended'],
  Annulled: ['annullato', 'annulled'],
  Applied: ['applicato', 'applied'],
  Appointed: ['nominato', 'appointed'],
  Approved: ['approvato', 'approved'],
  ApprovedByParties: ['approvato dalle parti', 'approved by the parties'],
  Authorised: ['autorizzato', 'authorised'],
  Awarded: ['assegnato', 'awarded'],
  Candidate: ['candidato', 'candidate'],
  Closed: ['chiuso', 'closed'],
  ClosedForApplications: ['chiuso alle domande', 'closed for applications'],
  Closing: ['in chiusura', 'closing'],
  CoDesigning: ['in co-progettazione', 'in co-design'],
  Completed: ['concluso', 'completed'],
  Constituted: ['costituito', 'constituted'],
  Constituting: ['in costituzione', 'being constituted'],
  Convened: ['convocato', 'convened'],
  CoProgramming: ['in co-programmazione', 'in co-programming'],
  Declared: ['dichiarato', 'declared'],
  Declined: ['declinato', 'declined'],
  Deferred: ['rinviato', 'deferred'],
  Defined: ['definito', 'defined'],
  Deserted: ['andato deserto', 'deserted'],
  Designated: ['designato', 'designated'],
  Dismissed: ['respinto', 'dismissed'],
  Dissolved: ['sciolto', 'dissolved'],
  Dissolving: ['in scioglimento', 'being dissolved'],
  DraftConsolidated: ['bozza consolidata', 'draft consolidated'],
  Drafted: ['in bozza', 'drafted'],
  Effective: ['efficace', 'in effect'],
  Eligible: ['ammissibile', 'eligible'],
  Ended: ['concluso', 'ended'],
  Established: ['istituito', 'established'],
  Excluded: ['escluso', 'excluded'],
  Expelled: ['espulso', 'expelled'],
  Expired: ['scaduto', 'expired'],
  Failed: ['non adempiuto', 'failed'],
  FinallyReported: ['rendicontato', 'finally reported'],
  FullySigned: ['firmato da tutti', 'fully signed'],
  Given: ['conferito', 'given'],
  HeldBack: ['trattenuto', 'held back'],
  Implemented: ['attuato', 'implemented'],
  Implementing: ['in attuazione', 'being implemented'],
  InExecution: ['in esecuzione', 'in execution'],
  InForce: ['in vigore', 'in force'],
  Initiated: ['avviato', 'initiated'],
  InitiationRefused: ['avvio rifiutato', 'initiation refused'],
  InSession: ['in corso di seduta', 'in session'],
  IntegrationRequested: ['integrazione richiesta', 'integration requested'],
  InvitationExpired: ['invito scaduto', 'invitation expired'],
  InvitationRevoked: ['invito revocato', 'invitation revoked'],
  Invited: ['invitato', 'invited'],
  Lapsed: ['decaduto', 'lapsed'],
  Left: ['uscito', 'left'],
  Met: ['adempiuto', 'met'],
  MinutesApproved: ['verbale approvato', 'minutes approved'],
  MinutesDrafted: ['verbale redatto', 'minutes drafted'],
  No: ['contrario', 'against'],
  Noted: ['preso in nota', 'noted'],
  Notified: ['notificato', 'notified'],
  Numbered: ['numerato', 'numbered'],
  Objected: ['in opposizione', 'objected'],
  OnAgenda: ['all’ordine del giorno', 'on the agenda'],
  Open: ['aperto', 'open'],
  Opened: ['aperto', 'opened'],
  OpenForSignature: ['aperto alla firma', 'open for signature'],
  PartiallySigned: ['firmato in parte', 'partially signed'],
  Proposed: ['proposto', 'proposed'],
  Inquorate: ['non in numero', 'inquorate'],
  Prorogued: ['prorogato', 'prorogued'],
  Published: ['pubblicato', 'published'],
  QuorumVerified: ['numero legale verificato', 'quorum verified'],
  RankingApproved: ['graduatoria approvata', 'ranking approved'],
  ReadyForAgenda: ['pronto per l’ordine del giorno', 'ready for the agenda'],
  Recused: ['escluso per conflitto', 'recused'],
  Refused: ['rifiutato', 'refused'],
  Registered: ['registrato', 'registered'],
  Rejected: ['respinto', 'rejected'],
  Released: ['liberato', 'released'],
  Requested: ['richiesto', 'requested'],
  ReserveListed: ['in lista di riserva', 'on the reserve list'],
  Resigned: ['dimissionario', 'resigned'],
  Revoked: ['revocato', 'revoked'],
  SettingOut: ['in partenza', 'setting out'],
  Signed: ['firmato', 'signed'],
  Silent: ['in silenzio', 'silent'],
  Stopped: ['fermato', 'stopped'],
  Submitted: ['presentato', 'submitted'],
  Succeeded: ['subentrato', 'succeeded'],
  Superseded: ['sostituito', 'superseded'],
  Suspended: ['sospeso', 'suspended'],
  Terminated: ['risolto', 'terminated'],
  TextFrozen: ['testo congelato', 'text frozen'],
  Tied: ['in parità', 'tied'],
  UnderAppraisal: ['in valutazione', 'under appraisal'],
  UnderAssessment: ['in esame', 'under assessment'],
  UnderEvaluation: ['in valutazione', 'under evaluation'],
  UnderInstruction: ['in istruttoria', 'under instruction'],
  UnderReview: ['in revisione', 'under review'],
  UnderWay: ['in corso', 'under way'],
  Upheld: ['accolto', 'upheld'],
  Validated: ['validato', 'validated'],
  VoteClosed: ['votazione chiusa', 'vote closed'],
  Voted: ['ha votato', 'voted'],
  VoteOpen: ['votazione aperta', 'vote open'],
  VoteTied: ['parità da sciogliere', 'tied vote'],
  Waiting: ['in attesa', 'waiting'],
  Waived: ['rinunciato', 'waived'],
  Withdrawing: ['in uscita', 'withdrawing'],
  Withdrawn: ['ritirato', 'withdrawn'],
  WithOrigin: ['tornato all’organo di origine', 'back with its origin'],
  Yes: ['favorevole', 'in favour'],
};

/** Details that hold the state of an object, or the states that an act asks for. */
const stateDetails: readonly string[] = ['status', 'needed', 'allowed'];

/** Of what does not exist yet. */
const noState = ['non ancora esistente', 'not there yet'] as const;

/**
 * The two sentences of a refusal with its details in their places; states are said in words,
 * while the details themselves keep the names that programs compare.
 */
export function sentencesOf({
  it,
  en,
  details,
}: Pick<Refusal, 'details' | 'en' | 'it'>): Readonly<{ it: string; en: string }> {
  const filled = (template: string, language: 0 | 1) =>
    template.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => {
      const value = details[name];
      if (value === undefined) return whole;
      const words = valuesOf(value).map((one) => wordOf(name, one, language));
      return words.length > 0 ? words.join(', ') : whole;
    });
  return { it: filled(it, 0), en: filled(en, 1) };
}

function valuesOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? value.flatMap((one: Json) => valuesOf(one)) : [value];
}

function wordOf(name: string, value: Json, language: 0 | 1): string {
  const isState = stateDetails.includes(name);
  if (isState && value === null) return noState[language];
  if (typeof value !== 'string') return JSON.stringify(value);
  const key = `${value.slice(0, 1).toUpperCase()}${value.slice(1)}`;
  const words = isState && Object.hasOwn(stateWords, key) ? stateWords[key] : undefined;
  return words?.[language] ?? value;
}
