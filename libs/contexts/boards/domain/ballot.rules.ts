import { rules } from '@tavolo/kernel';

/** What keeps a vote from being held, cast or counted in the form that it has. */
export const ballotRules = rules({
  FormNotAllowed: [
    'D-1',
    'Il regolamento ammette votazioni in queste forme: {ballots}; non {form}.',
    'The rulebook allows votes in these forms: {ballots}; not {form}.',
  ],
  SecretWithWeights: [
    'D-3',
    'Il regolamento pesa i voti: dal peso si vedrebbe chi ha votato come. Nessuno scrutinio segreto.',
    'The rulebook weighs votes: the weight would show who voted how. No secret ballot.',
  ],
  SecretByCategory: [
    'D-3',
    'Il regolamento conta per categorie: lo scrutinio segreto non è possibile.',
    'The rulebook counts by category: a secret ballot is not possible.',
  ],
  TooFewForSecret: [
    'D-3',
    'Possono votare {voters} persone: per uno scrutinio segreto ne servono almeno {needed}.',
    '{voters} persons can vote: a secret ballot needs at least {needed}.',
  ],
  SilenceIsNamed: [
    'D-3',
    'Nel silenzio-assenso chi obietta ne dà le ragioni per iscritto: l’obiezione è palese, non {form}.',
    'In a silence procedure who objects gives the reasons in writing: an objection is named, not {form}.',
  ],
  NoPaperInWriting: [
    'D-3',
    'Senza seduta non ci sono schede né scrutatori: una procedura scritta è palese, nascosta o segreta.',
    'Without a sitting there are no papers and no tellers: a written procedure is named, hidden or secret.',
  ],
  CastByOneself: [
    'D-3',
    'Se il voto è nascosto o segreto vota solo chi occupa il seggio {seat}: nessuno lo registra per altri.',
    'Where the ballot is hidden or secret, only the holder of the seat {seat} votes: nobody records it for others.',
  ],
  CastOnPaper: [
    'D-3',
    'Si vota su scheda: il segretario registra lo scrutinio con gli scrutatori.',
    'The vote is on paper: the secretary records the tally with its tellers.',
  ],
  GroundsDisclose: [
    'D-3',
    'Un voto nascosto o segreto non porta motivazione, norme o documenti: direbbero come si è votato.',
    'A hidden or secret vote carries no reason, norms or documents: they would say how it was cast.',
  ],
  BoxLost: [
    'D-3',
    'L’urna di questa votazione è perduta: chiuderla la annulla, poi si vota di nuovo.',
    'The ballot box of this vote is lost: closing voids the vote, which is then held again.',
  ],
  FewerThanThree: [
    'D-3',
    'Hanno votato in {voters}, lo scrutinio segreto ne vuole almeno {needed}: presenti che non hanno votato possono ancora farlo.',
    '{voters} have voted, a secret ballot needs at least {needed}: members present who have not voted still can.',
  ],
  NotAllVoted: [
    'D-2',
    'Non tutti i presenti hanno votato: una votazione nascosta o segreta resta aperta fino ad allora, qualunque sia il conteggio.',
    'Not all present have voted: until then a hidden or secret vote stays open, whatever the count may be.',
  ],
  NotAllReplied: [
    'D-3',
    'Non tutti hanno risposto: una procedura nascosta o segreta resta aperta fino ad allora o al termine, qualunque sia il conteggio.',
    'Not all have answered: until then, or its deadline, a hidden or secret procedure stays open, whatever the count may be.',
  ],
  OnlyForTheRecord: [
    'D-1',
    'Alzata di mano e appello li registra il segretario.',
    'A show of hands and a roll call are recorded by the secretary.',
  ],
  NotOnPaper: [
    'D-2',
    'Uno scrutinio si registra solo per una votazione segreta su scheda: l’esito delle altre si calcola dai voti.',
    'A tally is recorded only for a secret vote on paper: the outcome of others is computed from the votes.',
  ],
  NotTheSecretary: [
    'D-1',
    'Lo scrutinio lo registra il segretario della seduta.',
    'The tally is recorded by the secretary of the sitting.',
  ],
  TalliedAlready: [
    'D-1',
    'Lo scrutinio di questa votazione è già registrato.',
    'The tally of this vote is recorded already.',
  ],
  NotTallied: [
    'D-2',
    'Lo scrutinio delle schede non è ancora registrato.',
    'The tally of the papers is not recorded yet.',
  ],
  TallyMismatch: [
    'D-2',
    'Le schede scrutinate sono {papers}, i votanti {voters}: devono essere altrettanti, ciascuno una volta.',
    '{papers} papers were tallied and {voters} voted: they must be as many, each of them once.',
  ],
  TooFewTellers: [
    'D-2',
    'Servono almeno due scrutatori, persone diverse e presenti alla seduta.',
    'At least two tellers are needed, different persons who are at the sitting.',
  ],
  TellerRecords: [
    'X-5',
    'Chi registra lo scrutinio non può esserne scrutatore.',
    'Who records the tally cannot be one of its tellers.',
  ],
});
