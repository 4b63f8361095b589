import { rules } from '@tavolo/kernel';

/** What keeps a command out of a decision. */
export const decisionRules = rules({
  BoardUnknown: [
    'X-12',
    'Non esiste, o non è visibile, l’organo {id}.',
    'There is no board {id}, or it is not visible.',
  ],
  PlanUnknown: [
    'X-12',
    'Non esiste, o non è visibile, il piano {id}.',
    'There is no plan {id}, or it is not visible.',
  ],
  ExtensionNotWaiting: [
    'PL-10',
    'Nessuna proroga onerosa {change} di questo piano attende la decisione di finanziamento.',
    'No costed extension {change} of this plan waits for its funding decision.',
  ],
  AgreementNotOfPlan: [
    'X-12',
    'Non esiste, o non è visibile, un accordo {id} di questo piano.',
    'There is no agreement {id} of this plan, or it is not visible.',
  ],
  SpendingMissing: [
    'D-4',
    'Chi finanzia una proroga spende: la proposta deve indicare l’importo e il riferimento di bilancio.',
    'To fund an extension is to spend: the proposal must name the amount and where it stands in the budget.',
  ],
  PlanNotFrozen: [
    'PL-4',
    'Il piano non ha una versione consolidata da adottare: va prima consolidata la bozza.',
    'The plan has no consolidated version to adopt: the draft must be consolidated first.',
  ],
  OtherPlanVersion: [
    'X-8',
    'La versione consolidata del piano è la {version}, con impronta {sha256}: la proposta deve indicare quella.',
    'The consolidated version of the plan is {version}, with the hash {sha256}: the proposal must name that one.',
  ],
  MotivationMissing: [
    'D-7',
    'Una proposta deve essere motivata: manca il documento della motivazione.',
    'A proposal must give its reasons: the document with the reasons is missing.',
  ],
  LegalBasisMissing: [
    'D-7',
    'Una proposta deve indicare la base giuridica.',
    'A proposal must name its legal basis.',
  ],
  WrongState: [
    'X-11',
    'La deliberazione è nello stato {status}: questo atto non è possibile.',
    'The decision is in the state {status}: this cannot be done.',
  ],
  DecisionUnknown: [
    'X-12',
    'Non esiste, o non è visibile, la deliberazione {id}.',
    'There is no decision {id}, or it is not visible.',
  ],
  NotInEffect: [
    'D-8',
    'La deliberazione è nello stato {status}: si sospende, revoca, annulla o sostituisce ciò che è efficace.',
    'The decision is in the state {status}: what is in effect is suspended, revoked, annulled or superseded.',
  ],
  LowerBody: [
    'D-8',
    'Su una deliberazione torna lo stesso organo o uno superiore.',
    'The same body comes back to a decision, or a higher one.',
  ],
  NotItsEnd: [
    'D-8',
    'La deliberazione {decision} non dispone questo atto.',
    'The decision {decision} does not order this.',
  ],
  EndingNotEffective: [
    'D-9',
    'La deliberazione che dispone questo atto è nello stato {status}: deve essere efficace.',
    'The decision that orders this is in the state {status}: it must be in effect.',
  ],
  Confidential: [
    'D-6',
    'La deliberazione è riservata: prima di pubblicarla si toglie la riserva.',
    'The decision is confidential: it is disclosed before it is published.',
  ],
  NotConfidential: [
    'X-11',
    'La deliberazione non è riservata: non c’è riserva da togliere.',
    'The decision is not confidential: there is nothing to disclose.',
  ],
  NotTheProposer: [
    'X-3',
    'Una proposta la modifica o la ritira solo chi l’ha presentata.',
    'Only its proposer changes a proposal or takes it back.',
  ],
  SameText: [
    'X-11',
    'Il testo indicato è già quello della proposta.',
    'The text named is the one of the proposal already.',
  ],
  OwnOpinion: [
    'X-5',
    'Chi propone non esprime il parere sulla propria proposta.',
    'Who proposes does not give the opinion on their own proposal.',
  ],
  OpinionGiven: [
    'X-11',
    'Questo parere è già stato espresso.',
    'This opinion has been given already.',
  ],
  NotInstructed: [
    'X-11',
    'La proposta non ha ancora alcun parere: l’istruttoria non si salta.',
    'The proposal has no opinion yet: the instruction is not skipped.',
  ],
  AccountingOpinionMissing: [
    'D-4',
    'Una deliberazione di spesa richiede il parere contabile.',
    'A decision that spends needs an accounting opinion.',
  ],
  AccountingOpinionNegative: [
    'D-4',
    'Il parere contabile è negativo: serve un documento che motivi perché si procede.',
    'The accounting opinion is negative: a document must give the reasons for going on.',
  ],
  OtherSitting: [
    'X-11',
    'La deliberazione è davanti a un’altra seduta o procedura.',
    'The decision is before another sitting or procedure.',
  ],
  OtherText: [
    'X-8',
    'Il testo indicato non è quello della deliberazione, che ha impronta {textSha256}.',
    'The text named is not that of the decision, whose hash is {textSha256}.',
  ],
  ProposerSigns: [
    'D-10',
    'Chi ha proposto la deliberazione non può firmarla.',
    'Who proposed the decision cannot sign it.',
  ],
  SignatoryWithoutOffice: [
    'X-3',
    'Il giorno della firma il firmatario non era in carica come presidente o segretario dell’organo.',
    'On the day of signing the signatory was not in office as chair or secretary of the body.',
  ],
  SimpleForAnother: [
    'X-3',
    'Una firma semplice la appone solo chi firma: per un’altra persona servono il file firmato e il rapporto di verifica.',
    'Only the signatory gives a simple signature: for another person the signed file and the report of its verification are needed.',
  ],
  ContainerMissing: [
    'X-6',
    'Una firma di livello {level} richiede il file firmato e il rapporto di verifica.',
    'A signature of the level {level} needs the signed file and the report of its verification.',
  ],
  SignedInFuture: [
    'X-2',
    'La firma porta un’ora futura, {signedAt}.',
    'The signature bears a time in the future, {signedAt}.',
  ],
  SignedBeforeVote: [
    'X-11',
    'La firma porta un’ora, {signedAt}, anteriore alla chiusura della votazione.',
    'The signature bears a time, {signedAt}, before the vote closed.',
  ],
  RouteUnknown: [
    'X-12',
    'Non esiste, o non è visibile, l’iter {id}.',
    'There is no route {id}, or it is not visible.',
  ],
  CameByRoute: [
    'X-8',
    'La proposta è arrivata con un iter: il suo testo non si modifica né si ritira qui; l’organo può rinviarlo, se la fase lo ammette.',
    'The proposal came by a route: its text is not changed or taken back here; the body may send it back, where the stage allows that.',
  ],
  OnAnotherRoute: [
    'X-11',
    'La deliberazione è già nell’iter {route}.',
    'The decision is on the route {route} already.',
  ],
  RouteUnderWay: [
    'D-9',
    'La deliberazione attende l’esito dell’iter {route}: prima non si firma.',
    'The decision waits for the result of the route {route}: it is not signed before that.',
  ],
  RouteNotPassed: [
    'D-9',
    'L’iter {route} si è chiuso con esito {result}, che vincola l’organo di origine: la deliberazione non si firma.',
    'The route {route} ended as {result}, which binds the body of origin: the decision is not signed.',
  ],
  RouteOnOtherText: [
    'X-8',
    'L’iter {route} si è espresso su un testo con impronta {textSha256}, non su questo.',
    'The route {route} spoke on a text with the hash {textSha256}, not on this one.',
  ],
  PublishedInFuture: [
    'X-2',
    'Una pubblicazione si registra quando è avvenuta, non per il {publishedOn}.',
    'A publication is recorded once it has happened, not for {publishedOn}.',
  ],
  EffectBeforePublication: [
    'D-6',
    'Gli effetti non possono decorrere dal {effectiveFrom}, prima della pubblicazione del {publishedOn}.',
    'The effects cannot begin on {effectiveFrom}, before the publication on {publishedOn}.',
  ],
  NotYetEffective: [
    'D-6',
    'La deliberazione ha effetto dal {effectiveFrom}.',
    'The decision has effect from {effectiveFrom}.',
  ],
});
