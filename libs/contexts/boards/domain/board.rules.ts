import { rules } from '@tavolo/kernel';

/** What keeps a command out of a board. */
export const boardRules = rules({
  QuorumRuleVoid: [
    'GB-2',
    'Il quorum strutturale deve essere una frazione tra 0 e 1, o un numero di componenti tra 1 e {seats}.',
    'The structural quorum must be a fraction between 0 and 1, or a number of members between 1 and {seats}.',
  ],
  BallotFormsVoid: [
    'D-1',
    'Le forme di votazione si indicano una volta ciascuna, e almeno una deve potersi usare: quella segreta non con pesi o categorie.',
    'Each form of voting is named once, and one at least must be usable: a secret one is not with weights or categories.',
  ],
  MajorityRuleVoid: [
    'D-2',
    'La maggioranza deve essere una frazione maggiore di 0 e non maggiore di 1.',
    'The majority must be a fraction greater than 0 and not greater than 1.',
  ],
  WeightsMissing: [
    'D-2',
    'La doppia maggioranza richiede il peso delle categorie.',
    'A double majority needs the weights of the categories.',
  ],
  WeightTwice: [
    'D-2',
    'La categoria «{category}» ha due pesi: ne serve uno.',
    'The category “{category}” has two weights: it needs one.',
  ],
  WeightsOfVacantSeats: [
    'D-2',
    'I seggi vacanti non hanno peso: con i voti ponderati la base non può essere l’insieme dei seggi.',
    'Vacant seats have no weight: with weighted votes the base cannot be all seats.',
  ],
  RepresentationExceedsSeats: [
    'GB-7',
    'Le rappresentanze minime sommano {asked} seggi, ma l’organo ne ha {seats}.',
    'The minimum representations add up to {asked} seats, but the body has {seats}.',
  ],
  TermAlreadyOver: [
    'GB-6',
    'Il mandato dell’organo finirebbe il {termUntil}, prima di oggi.',
    'The term of the body would end on {termUntil}, before today.',
  ],
  TermOver: [
    'GB-6',
    'Il mandato dell’organo è scaduto il {termUntil}: non può più compiere atti.',
    'The term of the body ended on {termUntil}: it can act no more.',
  ],
  BeyondTerm: [
    'GB-6',
    'Un incarico fino al {until} supera la scadenza dell’organo, il {termUntil}.',
    'An office until {until} goes past the end of the body, {termUntil}.',
  ],
  EndsBeforeStart: [
    'GB-6',
    'L’incarico finirebbe il {until}, prima di cominciare il {from}.',
    'The office would end on {until}, before it begins on {from}.',
  ],
  NetworkUnknown: [
    'X-12',
    'Non esiste, o non è visibile, la rete {id}.',
    'There is no network {id}, or it is not visible.',
  ],
  PlanUnknown: [
    'X-12',
    'Non esiste, o non è visibile, il piano {id}.',
    'There is no plan {id}, or it is not visible.',
  ],
  OrganisationUnknown: [
    'X-12',
    'Non esiste, o non è visibile, l’organizzazione {id}.',
    'There is no organisation {id}, or it is not visible.',
  ],
  SeatUnknown: ['X-12', 'Questo organo non ha un seggio {seat}.', 'This body has no seat {seat}.'],
  NoSeatLeft: [
    'GB-7',
    'Tutti i {seats} seggi dell’organo sono già assegnati.',
    'All {seats} seats of the body are taken.',
  ],
  OtherCategory: [
    'GB-7',
    'Il seggio è della categoria «{category}»: non può passare a un’altra.',
    'The seat is of the category “{category}”: it cannot pass to another.',
  ],
  PersonHasSeat: [
    'GB-5',
    'Questa persona ha già il seggio {seat}: una persona, un seggio, un voto.',
    'This person already has the seat {seat}: one person, one seat, one vote.',
  ],
  SeatHeld: [
    'X-11',
    'Il seggio è già occupato fino al {until}.',
    'The seat has a holder until {until}.',
  ],
  AlreadyDesignated: [
    'X-11',
    'Questa persona è già designata per questo seggio.',
    'This person is designated for this seat already.',
  ],
  NobodyDesignated: [
    'X-11',
    'Nessuno è designato per questo seggio: prima la designazione, poi la nomina.',
    'Nobody is designated for this seat: first the designation, then the appointment.',
  ],
  NotInOffice: [
    'X-11',
    'Nessuno occupa il seggio {seat} per l’intero periodo dal {from} al {until}.',
    'Nobody holds the seat {seat} for the whole time from {from} to {until}.',
  ],
  OfficeHeld: [
    'X-11',
    'Questo incarico è già ricoperto fino al {until}.',
    'This office is held already, until {until}.',
  ],
  NotTheHolder: [
    'X-3',
    'Dal seggio {seat} può dimettersi solo chi lo occupa.',
    'Only the holder of the seat {seat} can resign from it.',
  ],
  ResignedForThePast: [
    'X-2',
    'Le dimissioni valgono da oggi o da un giorno futuro, non dal {lastDay}.',
    'A resignation takes effect today or later, not on {lastDay}.',
  ],
  EndedForThePast: [
    'X-2',
    'Un incarico finisce oggi o in un giorno futuro, non il {lastDay}.',
    'An office ends today or later, not on {lastDay}.',
  ],
  SeatVacant: [
    'X-11',
    'Il seggio {seat} non ha in quel giorno un titolare il cui incarico possa finire.',
    'The seat {seat} has on that day no holder whose term could end.',
  ],
  SeatSuspended: [
    'X-11',
    'Il seggio {seat} è sospeso dal {from}.',
    'The seat {seat} is suspended from {from}.',
  ],
  NotSuspended: [
    'X-11',
    'Il seggio {seat} non è sospeso: non c’è nessuno da reintegrare.',
    'The seat {seat} is not suspended: there is nobody to reinstate.',
  ],
  SuspendedForThePast: [
    'X-2',
    'Una sospensione comincia o finisce oggi o in un giorno futuro, non il {from}.',
    'A suspension begins or ends today or later, not on {from}.',
  ],
  OwnSuspension: [
    'X-5',
    'Nessuno sospende o reintegra sé stesso: provvede chi compone l’organo.',
    'Nobody suspends or reinstates themself: whoever composes the body does.',
  ],
  OwnRevocation: [
    'X-5',
    'Nessuno revoca sé stesso: chi occupa il seggio si dimette.',
    'Nobody revokes themself: the holder of a seat resigns.',
  ],
  PersonIsAlternate: [
    'GB-5',
    'Questa persona è supplente per il seggio {seat}: una persona, un seggio, un voto.',
    'This person is the alternate for the seat {seat}: one person, one seat, one vote.',
  ],
  ChairIsViceChair: [
    'GB-8',
    'Chi presiede dal seggio {seat} non può anche essere il proprio vice.',
    'The chair, who holds the seat {seat}, cannot be their own vice chair.',
  ],
  ProrogationTooLong: [
    'GB-6',
    'Il regolamento concede {days} giorni di proroga dopo il {termUntil}: il {until} non vi rientra.',
    'The rulebook gives {days} days of prorogation after {termUntil}: {until} is not among them.',
  ],
  ProroguedAlready: [
    'GB-6',
    'L’organo è già in proroga, fino al {termUntil}.',
    'The body is in prorogation already, until {termUntil}.',
  ],
  Dissolved: [
    'X-11',
    'L’organo è sciolto con il {termUntil}.',
    'The body is dissolved with {termUntil}.',
  ],
  DecisionUnknown: [
    'X-12',
    'Non esiste, o non è visibile, una deliberazione {id} di questo organo.',
    'There is no decision {id} of this body, or it is not visible.',
  ],
  NotOnRules: [
    'D-9',
    'La deliberazione {decision} non adotta un regolamento.',
    'The decision {decision} does not adopt a rulebook.',
  ],
  DecisionNotEffective: [
    'D-9',
    'La deliberazione sul regolamento è nello stato {status}: deve essere efficace.',
    'The decision on the rulebook is in the state {status}: it must be in effect.',
  ],
  RulesAmendedAlready: [
    'X-11',
    'Il regolamento di questa deliberazione è già in vigore.',
    'The rulebook of this decision is in force already.',
  ],
});
