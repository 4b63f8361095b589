import { rules } from '@tavolo/kernel';
import { seatRules } from './sitting.seat.rules.js';

/** What keeps a command out of a sitting. */
export const sittingRules = {
  ...seatRules,
  ...rules({
    BoardUnknown: [
      'X-12',
      'Non esiste, o non è visibile, l’organo {id}.',
      'There is no board {id}, or it is not visible.',
    ],
    DecisionUnknown: [
      'X-12',
      'Non esiste, o non è visibile, la proposta {id}.',
      'There is no decision {id}, or it is not visible.',
    ],
    PlanUnknown: [
      'X-12',
      'Non esiste, o non è visibile, il piano {id}.',
      'There is no plan {id}, or it is not visible.',
    ],
    ItemUnknown: [
      'X-12',
      'L’ordine del giorno non ha un punto {item}.',
      'The agenda has no item {item}.',
    ],
    SittingUnknown: [
      'X-12',
      'Non esiste, o non è visibile, una seduta {id} di questo organo.',
      'There is no sitting {id} of this body, or it is not visible.',
    ],
    NoSecondCall: [
      'GB-2',
      'Il regolamento non prevede una seconda convocazione.',
      'The rulebook knows no second call.',
    ],
    NotDeserted: [
      'X-11',
      'Una seconda convocazione segue una seduta andata deserta.',
      'A second call follows a deserted sitting.',
    ],
    SecondCallTooEarly: [
      'GB-1',
      'La seconda convocazione può tenersi dal {earliest}.',
      'The second call can be held from {earliest}.',
    ],
    NotOfFirstCall: [
      'GB-1',
      'La proposta {decision} non era all’ordine del giorno della prima convocazione.',
      'The decision {decision} was not on the agenda of the first call.',
    ],
    AgendaFixed: [
      'GB-1',
      'Il regolamento non ammette punti aggiunti all’ordine del giorno.',
      'The rulebook allows no items added to the agenda.',
    ],
    NotAllPresent: [
      'GB-1',
      'Un punto si aggiunge solo se tutti sono presenti, o per motivi d’urgenza dove ammessi: manca il seggio {seat}.',
      'An item is added only with all present, or for reasons of urgency where allowed: the seat {seat} is missing.',
    ],
    AgendaEmpty: [
      'GB-1',
      'La convocazione deve avere un ordine del giorno con almeno un punto.',
      'The notice must have an agenda of at least one item.',
    ],
    NoticeTooShort: [
      'GB-1',
      'Servono {noticeDays} giorni di preavviso: la seduta può tenersi dal {earliest}, non il {startsOn}.',
      '{noticeDays} days of notice are needed: the sitting can be held from {earliest}, not on {startsOn}.',
    ],
    BeforeItsTime: [
      'GB-1',
      'La seduta è convocata per le {at}: non può aprirsi prima.',
      'The sitting is convened for {at}: it cannot open earlier.',
    ],
    TermOver: [
      'GB-6',
      'Il mandato dell’organo scade il {termUntil}: dopo non può riunirsi né deliberare.',
      'The term of the body ends on {termUntil}: after it, it can neither sit nor decide.',
    ],
    TermNotOver: [
      'GB-6',
      'Il mandato dell’organo non è scaduto: dura fino al {termUntil}, la votazione resta aperta.',
      'The term of the body is not over: it lasts until {termUntil}, the vote stays open.',
    ],
    CategoryUnrepresented: [
      'GB-7',
      'Mancano componenti in carica delle categorie: {category}.',
      'Members in office are missing of the categories: {category}.',
    ],
    ChairMissing: [
      'GB-8',
      'Nessuno è in carica come presidente: va nominato prima di aprire la seduta.',
      'Nobody is in office as chair: appoint one before opening the sitting.',
    ],
    SecretaryMissing: [
      'GB-8',
      'Nessuno è in carica come segretario: va nominato prima di aprire la seduta.',
      'Nobody is in office as secretary: appoint one before opening the sitting.',
    ],
    OtherBoard: [
      'X-11',
      'La proposta {decision} è di un altro organo.',
      'The decision {decision} is of another body.',
    ],
    DecisionNotReady: [
      'X-11',
      'La proposta {decision} è nello stato {status}: all’ordine del giorno va solo ciò che è pronto o rinviato.',
      'The decision {decision} is in the state {status}: only what is ready or deferred goes on an agenda.',
    ],
    DecisionTwice: [
      'X-11',
      'La proposta {decision} compare due volte nell’ordine del giorno.',
      'The decision {decision} is on the agenda twice.',
    ],
    DecisionNotOnAgenda: [
      'X-11',
      'La proposta {decision} non risulta iscritta a questa seduta (stato {status}).',
      'The decision {decision} is not scheduled for this sitting (state {status}).',
    ],
    LeftByRoute: [
      'X-8',
      'L’iter non attende più questo organo: la fase è chiusa, o il testo è cambiato. Non si vota.',
      'The route no longer waits for this body: the stage is over, or the text has changed. There is no vote.',
    ],
    OtherText: [
      'X-8',
      'Il testo indicato non è quello in votazione, che ha impronta {textSha256}.',
      'The text named is not the one under vote, whose hash is {textSha256}.',
    ],
    WrongState: [
      'X-11',
      'La seduta è nello stato {status}: questo atto non è possibile.',
      'The sitting is in the state {status}: this cannot be done.',
    ],
    ItemDone: [
      'X-11',
      'Il punto è nello stato {status}: questo atto non è possibile.',
      'The item is in the state {status}: this cannot be done.',
    ],
    AnotherVoteOpen: [
      'X-11',
      'È aperta la votazione sul punto {item}: va chiusa prima.',
      'The vote on the item {item} is open: close it first.',
    ],
    SeatNotInOffice: [
      'GB-2',
      'Il seggio {seat} non ha un titolare in carica oggi.',
      'The seat {seat} has no holder in office today.',
    ],
    AlreadyPresent: [
      'X-11',
      'Il titolare del seggio {seat} è già presente.',
      'The holder of the seat {seat} is present already.',
    ],
    NotPresent: [
      'X-11',
      'Il titolare del seggio {seat} non è presente.',
      'The holder of the seat {seat} is not present.',
    ],
    NotTheHolder: [
      'X-7',
      'Un conflitto per il seggio {seat} lo dichiara solo chi lo occupa.',
      'Only the holder of the seat {seat} declares a conflict for it.',
    ],
    ConflictDeclared: [
      'X-11',
      'Per questo punto il seggio {seat} ha già dichiarato un conflitto.',
      'For this item the seat {seat} has declared a conflict already.',
    ],
    NoConflictDeclared: [
      'X-11',
      'Per questo punto il seggio {seat} non ha un conflitto da decidere.',
      'For this item the seat {seat} has no conflict to be resolved.',
    ],
    OwnConflict: [
      'X-5',
      'Sul proprio conflitto di interessi decide un’altra persona.',
      'Another person resolves one’s own conflict of interest.',
    ],
    NoConflictUpheld: [
      'GB-3',
      'L’astensione obbligatoria si registra per un conflitto accertato: il seggio {seat} non ne ha.',
      'A recusal is recorded for an upheld conflict: the seat {seat} has none.',
    ],
    ConflictUnresolved: [
      'X-7',
      'È da decidere il conflitto dichiarato dal seggio {seat}: prima di allora non si procede sul punto.',
      'The conflict declared by the seat {seat} is unresolved: until then the item does not go on.',
    ],
    RecusalNotRecorded: [
      'GB-3',
      'Il conflitto del seggio {seat} è accertato: va registrata l’uscita per questo punto.',
      'The conflict of the seat {seat} is upheld: its leaving for this item must be recorded.',
    ],
    TextSuperseded: [
      'X-8',
      'La versione {version} del piano non è più quella consolidata: il testo in votazione è superato, su di esso non si vota più.',
      'Version {version} of the plan is no longer the consolidated one: the text under vote is superseded and is voted on no more.',
    ],
    QuorumNotVerified: [
      'GB-10',
      'Senza numero legale verificato per il punto non si vota.',
      'Without a verified quorum for the item there is no vote.',
    ],
    SittingDeserted: [
      'GB-10',
      'La seduta è andata deserta per mancanza del numero legale: non si vota.',
      'The sitting was deserted for want of a quorum: there is no vote.',
    ],
    QuorumLost: [
      'GB-2',
      'Presenti {counted} su {whole}, ne servono {needed}: il numero legale verificato non c’è più.',
      '{counted} of {whole} present, {needed} needed: the verified quorum is there no more.',
    ],
    PlanMoved: [
      'PL-4',
      'La versione {version} del piano non è più quella consolidata: serve una nuova proposta.',
      'Version {version} of the plan is no longer the consolidated one: a new proposal is needed.',
    ],
    PlanNotReady: [
      'PL-4',
      'Il piano non può ancora essere adottato, manca: {missing}.',
      'The plan cannot be adopted yet, what is missing: {missing}.',
    ],
    WeightMissing: [
      'D-2',
      'Il regolamento pesa i voti, ma non dà un peso alle categorie: {category}.',
      'The rulebook weighs votes, but gives no weight to the categories: {category}.',
    ],
    VoteNotSettled: [
      'D-2',
      'Non tutti i presenti hanno votato e l’esito può ancora cambiare: la votazione resta aperta.',
      'Not all present have voted and the outcome can still change: the vote stays open.',
    ],
    VoteNotOpen: [
      'D-1',
      'Si vota solo tra apertura e chiusura: il punto è nello stato {status}.',
      'Votes are cast only between opening and closing: the item is in the state {status}.',
    ],
    SeatNotEntitled: [
      'D-1',
      'Il seggio {seat} non era tra gli aventi diritto all’apertura della votazione.',
      'The seat {seat} was not among those entitled when the vote opened.',
    ],
    NotTheVoter: [
      'D-1',
      'Per il seggio {seat} vota chi lo occupa, o il segretario registra il suo voto.',
      'The holder of the seat {seat} votes, or the secretary records that vote.',
    ],
    SeatRecused: [
      'GB-3',
      'Il seggio {seat} è escluso da questo punto per conflitto di interessi: non vota.',
      'The seat {seat} is recused from this item for a conflict of interest: it does not vote.',
    ],
    VoterAbsent: [
      'D-1',
      'Il titolare del seggio {seat} non è presente: non può votare.',
      'The holder of the seat {seat} is not present and cannot vote.',
    ],
    VotedAlready: [
      'D-1',
      'Il seggio {seat} ha già votato: un seggio, un voto.',
      'The seat {seat} has voted already: one seat, one vote.',
    ],
    SameMinutes: ['X-11', 'Questo verbale è già depositato.', 'These minutes are drafted already.'],
    OtherMinutes: [
      'X-8',
      'Il verbale depositato ha impronta {minutes}: si approva quello.',
      'The drafted minutes have the hash {minutes}: those are what is approved.',
    ],
    OtherRecord: [
      'GB-9',
      'Il verbale non è sulla registrazione della seduta com’è oggi, con impronta {record}: si rilegge quella e si adegua.',
      'The minutes are not on the record of the sitting as it is today, whose hash is {record}: read that and adapt them.',
    ],
    NotAmongThePresent: [
      'GB-9',
      'Il verbale lo approva chi era presente alla seduta.',
      'Minutes are approved by who was present at the sitting.',
    ],
    OwnMinutes: [
      'X-5',
      'Chi ha redatto il verbale non può approvarlo.',
      'Who drafted the minutes cannot approve them.',
    ],
  }),
} as const;
