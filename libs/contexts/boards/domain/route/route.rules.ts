import { rules } from '@tavolo/kernel';

/** What keeps a command out of a route. */
export const routeRules = rules({
  DefinitionUnknown: [
    'X-12',
    'Non esiste, o non è visibile, la disciplina {id}.',
    'There is no definition {id}, or it is not visible.',
  ],
  NoVersionInForce: [
    'X-11',
    'La disciplina non ha una versione in vigore: l’organo deve prima adottarne una.',
    'The definition has no version in force: the body must adopt one first.',
  ],
  DecisionUnknown: [
    'X-12',
    'Non esiste, o non è visibile, la deliberazione {id}.',
    'There is no decision {id}, or it is not visible.',
  ],
  NotOpenToOrigin: [
    'X-11',
    'La disciplina non è aperta all’organo che ha proposto: vale per il suo organo o per il livello che indica.',
    'The definition is not open to the body of origin: it is for its own body, or for the level that it names.',
  ],
  OriginPastRoute: [
    'X-11',
    'La deliberazione di origine è nello stato {status}: l’iter si avvia prima della firma.',
    'The decision of origin is in the state {status}: a route starts before it is signed.',
  ],
  OriginConfidential: [
    'D-6',
    'La deliberazione di origine è riservata: si toglie la riserva prima di interpellare altri organi.',
    'The decision of origin is confidential: it is disclosed before other bodies are asked.',
  ],
  OnAnotherRoute: [
    'X-11',
    'La deliberazione è già nell’iter {route}.',
    'The decision is on the route {route} already.',
  ],
  OtherText: [
    'X-8',
    'Il testo indicato non è quello della deliberazione, che ha impronta {textSha256}.',
    'The text named is not that of the decision, whose hash is {textSha256}.',
  ],
  LegalBasisMissing: [
    'D-7',
    'L’avvio di un iter deve indicare la base giuridica.',
    'The start of a route must name its legal basis.',
  ],
  NotOfOrigin: [
    'X-3',
    'Per l’organo di origine agisce chi ha proposto la deliberazione, il presidente o il segretario.',
    'For the body of origin acts who proposed the decision, its chair or its secretary.',
  ],
  BoardUnknown: [
    'X-12',
    'Non esiste, o non è visibile, l’organo {id}.',
    'There is no board {id}, or it is not visible.',
  ],
  BodyNoMore: [
    'GB-6',
    'L’organo {id}, interpellato nella fase {stage}, è cessato il {lastDay}.',
    'The board {id}, asked in the stage {stage}, ended on {lastDay}.',
  ],
  TooFewBodies: [
    'D-2',
    'La fase {stage} chiede {needed} organi, ma ne trova {asked}.',
    'The stage {stage} needs {needed} bodies, but finds {asked}.',
  ],
  WrongState: [
    'X-11',
    'L’iter è nello stato {status}: questo atto non è possibile.',
    'The route is in the state {status}: this cannot be done.',
  ],
  StageNotOpen: [
    'X-11',
    'La fase {stage} della tornata {round} non è aperta.',
    'The stage {stage} of round {round} is not open.',
  ],
  NotAsked: [
    'X-11',
    'L’organo non è interpellato in questa fase, o si è già espresso.',
    'The board is not asked in this stage, or has spoken already.',
  ],
  OnlyObjections: [
    'X-11',
    'In questa fase l’organo può solo opporsi, o tacere.',
    'In this stage the body can only object, or say nothing.',
  ],
  NoObjections: [
    'X-11',
    'In questa fase l’organo risponde alla proposta che ha davanti: non c’è opposizione.',
    'In this stage the body answers the proposal before it: there is no objection.',
  ],
  NoSendingBack: [
    'X-11',
    'La fase {stage} non ammette il rinvio.',
    'The stage {stage} does not allow sending back.',
  ],
  TermOver: ['X-11', 'Il termine è scaduto il {until}.', 'The term ended on {until}.'],
  TermNotOver: [
    'X-11',
    'Il termine comprende tutto il {until}.',
    'The term includes the whole of {until}.',
  ],
  NotItsMove: [
    'D-2',
    'La deliberazione {decision} non è stata approvata dall’organo, o non riguarda questo iter.',
    'The decision {decision} was not approved by the body, or is not about this route.',
  ],
  NotItsAnswer: [
    'D-2',
    'La deliberazione {decision} non è la proposta che l’organo ha ricevuto in questa fase.',
    'The decision {decision} is not the proposal that the body received in this stage.',
  ],
});
