import { rules } from '@tavolo/kernel';

/** What keeps a command out of a decision beside its vote, its signature and its publication. */
export const laterRules = rules({
  ConditionUnknown: [
    'X-12',
    'La deliberazione non ha una condizione {id}.',
    'The decision has no condition {id}.',
  ],
  ConditionPast: [
    'X-2',
    'Una condizione può scadere da oggi in poi, non il {dueOn}.',
    'A condition can fall due from today on, not on {dueOn}.',
  ],
  VerifierUnknown: [
    'X-12',
    'Una condizione indica per la verifica un seggio che l’organo non ha.',
    'A condition names for its verification a seat that the body does not have.',
  ],
  ConditionNotOpen: [
    'X-11',
    'La condizione è nello stato {status}: questo atto non è possibile.',
    'The condition is in the state {status}: this cannot be done.',
  ],
  ConditionOverdue: [
    'X-11',
    'La condizione è scaduta il {dueOn}: non si presentano più prove.',
    'The condition fell due on {dueOn}: evidence is taken no more.',
  ],
  ConditionNotDue: [
    'X-11',
    'La condizione scade il {dueOn}: fino ad allora può essere adempiuta.',
    'The condition falls due on {dueOn}: until then it can be met.',
  ],
  ConditionNotSubmitted: [
    'X-11',
    'La condizione è nello stato {status}: si verifica ciò che è stato presentato.',
    'The condition is in the state {status}: what was submitted is verified.',
  ],
  NothingToNote: [
    'X-11',
    'La condizione è nello stato {status}: l’organo prende atto di quella non adempiuta che gli va solo riferita.',
    'The condition is in the state {status}: the body takes note of one that was not met and is only reported to it.',
  ],
  ConditionsOverdue: [
    'X-2',
    'La proposta ha una condizione già scaduta il {dueOn}: va modificata prima del voto.',
    'The proposal has a condition that fell due on {dueOn}: amend it before the vote.',
  ],
  ConditionPending: [
    'D-6',
    'La deliberazione ha effetto solo quando sono adempiute le condizioni: {conditions}.',
    'The decision has effect only once its conditions are met: {conditions}.',
  ],
  OtherEvidence: [
    'X-8',
    'La prova da verificare ha impronta {document}.',
    'The evidence to be verified has the hash {document}.',
  ],
  OwnEvidence: [
    'X-5',
    'Chi ha presentato la prova non la verifica.',
    'Who submitted the evidence does not verify it.',
  ],
  NotTheVerifier: [
    'X-3',
    'La condizione affida la verifica ad altri.',
    'The condition gives the verification to somebody else.',
  ],
  RejectionReasonMissing: [
    'D-7',
    'Una prova si respinge con una motivazione: manca il documento.',
    'Evidence is rejected with reasons: the document is missing.',
  ],
  NoUrgency: [
    'D-10',
    'Il regolamento non permette al presidente di decidere da solo in via d’urgenza.',
    'The rulebook does not let the chair decide alone in urgency.',
  ],
  TermOver: [
    'GB-6',
    'Il mandato dell’organo è scaduto il {termUntil}: il suo presidente non decide più.',
    'The term of the body ended on {termUntil}: its chair decides no more.',
  ],
  NotTheChair: [
    'X-3',
    'In via d’urgenza decide solo chi oggi presiede l’organo.',
    'In urgency only who chairs the body today decides.',
  ],
  OwnProposal: [
    'D-10',
    'Chi ha proposto la deliberazione non la decide da solo.',
    'Who proposed the decision does not decide it alone.',
  ],
  DeferredByBody: [
    'D-10',
    'L’organo ha rinviato la proposta al {until}: fino ad allora chi presiede non decide al suo posto.',
    'The body deferred the proposal to {until}: until then the chair does not decide in its place.',
  ],
  NotInUrgency: [
    'D-8',
    'Su una deliberazione o sul regolamento torna solo l’organo, con il suo voto.',
    'Only the body, by its vote, comes back to a decision or to its rulebook.',
  ],
  NotUrgent: [
    'X-11',
    'La deliberazione non è stata presa in via d’urgenza: non c’è nulla da ratificare.',
    'The decision was not taken in urgency: there is nothing to ratify.',
  ],
  RatifiedAlready: [
    'X-11',
    'L’organo ha già ratificato questo atto.',
    'The body has ratified this act already.',
  ],
  StillRatifiable: [
    'X-11',
    'L’organo può ratificare fino al {ratifyBy}.',
    'The body can ratify until {ratifyBy}.',
  ],
  RatificationTooLate: [
    'D-10',
    'La ratifica doveva avvenire entro il {ratifyBy}: l’atto è decaduto.',
    'The ratification was due by {ratifyBy}: the act has lapsed.',
  ],
  OtherBody: [
    'D-8',
    'Solo l’organo che ha preso la deliberazione lo può.',
    'Only the body that took the decision can do this.',
  ],
  NotToReconsider: [
    'D-8',
    'La deliberazione è nello stato {status}: si riesamina ciò che è stato votato.',
    'The decision is in the state {status}: what was voted on is reconsidered.',
  ],
  SameCorrection: [
    'X-6',
    'Il testo corretto deve essere un documento diverso da quello votato e da quello corretto.',
    'The corrected text must be another document than the one voted on and the one corrected.',
  ],
  NobodyAssigned: [
    'X-11',
    'Indicare a chi è affidata l’attuazione: un partner o un ufficio.',
    'Name who is to carry it out: a partner or an office.',
  ],
  PartnerUnknown: [
    'X-12',
    'Non esiste, o non è visibile, il partner {id}.',
    'There is no partner {id}, or it is not visible.',
  ],
  ImplementationPast: [
    'X-2',
    'L’attuazione può scadere da oggi in poi, non il {dueOn}.',
    'The implementation can fall due from today on, not on {dueOn}.',
  ],
  NotAssigned: [
    'X-11',
    'L’attuazione non è stata affidata a nessuno.',
    'The implementation was assigned to nobody.',
  ],
  OwnAssignment: [
    'X-5',
    'Chi ha affidato l’attuazione non la conferma.',
    'Who assigned the implementation does not confirm it.',
  ],
  NoObjections: [
    'D-8',
    'Il regolamento dell’organo non prevedeva opposizioni, o la deliberazione non è pubblicata.',
    'The rulebook of the body knew no objections, or the decision is not published.',
  ],
  ObjectionsOver: [
    'D-8',
    'Il termine per le opposizioni è scaduto il {until}.',
    'The term for objections ended on {until}.',
  ],
  ObjectorWithoutStanding: [
    'X-3',
    'Si oppone un componente dell’organo o chi agisce per un partner, con il suo mandato.',
    'A member of the body objects, or who acts for a partner, under their mandate.',
  ],
  ObjectionUnknown: [
    'X-12',
    'La deliberazione non ha un’opposizione {id}.',
    'The decision has no objection {id}.',
  ],
  ObjectionAnsweredAlready: [
    'X-11',
    'All’opposizione {id} è già stata data risposta.',
    'The objection {id} was answered already.',
  ],
  FollowUpMissing: [
    'D-8',
    'Un’opposizione accolta porta al riesame o alla sospensione; una respinta, a nulla.',
    'An objection that is upheld leads to reconsideration or suspension; a dismissed one to nothing.',
  ],
});
