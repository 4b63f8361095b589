import { rules } from '@tavolo/kernel';

/** What a partner keeps out. */
export const partnerRules = rules({
  TaxCodeHeld: [
    'PA-1',
    'Il codice fiscale è già di un altro partner ({heldBy}): un codice, un partner.',
    'The tax code is already that of another partner ({heldBy}): one code, one partner.',
  ],
  DuplicateOfEnded: [
    'PA-1',
    'Il partner {partner} non è attivo (stato «{status}»): un doppione lo è di un partner attivo.',
    'The partner {partner} is not active (state "{status}"): a duplicate is one of an active partner.',
  ],
  EligibilityHolds: [
    'PA-2',
    'L’ammissibilità vale ancora (fino al {until}): decade solo dopo quel giorno.',
    'Eligibility still holds (until {until}): it lapses only after that day.',
  ],
  NoEvidence: [
    'PA-2',
    'Non ci sono prove di ammissibilità da verificare: presentarle prima.',
    'There is no evidence of eligibility to verify: submit it first.',
  ],
  EvidenceOver: [
    'PA-2',
    'Le prove valgono fino al {until}, che è passato: servono prove valide oggi.',
    'The evidence is valid until {until}, which is past: evidence valid today is needed.',
  ],
  BeyondEvidence: [
    'PA-2',
    'L’ammissibilità non può durare (fino al {until}) più delle sue prove (fino al {evidenceUntil}).',
    'Eligibility cannot last (until {until}) longer than its evidence (until {evidenceUntil}).',
  ],
  EligibilityOver: [
    'PA-2',
    'L’ammissibilità finirebbe il {until}, che è passato.',
    'Eligibility would end on {until}, which is past.',
  ],
  RegisterNumberMissing: [
    'PA-3',
    'Un ente del terzo settore è ammissibile con il suo numero RUNTS: registrarlo prima.',
    'A third-sector entity is eligible with its RUNTS number: record it first.',
  ],
  RepresentativesOverlap: [
    'PA-4',
    'In quel periodo c’è già un legale rappresentante (dal {from} al {until}): prima va chiuso quel mandato.',
    'There is a legal representative in that period already (from {from} to {until}): end that mandate first.',
  ],
  RepresentativeWithoutEnd: [
    'PA-4',
    'C’è già un legale rappresentante dal {from}, senza scadenza: prima va chiuso quel mandato.',
    'There is a legal representative since {from}, without an end: end that mandate first.',
  ],
  PeriodReversed: [
    'PA-4',
    'Il mandato finisce ({until}) prima di cominciare ({from}).',
    'The mandate ends ({until}) before it begins ({from}).',
  ],
  RepresentationGap: [
    'PA-4',
    'L’accordo {agreement} è in vigore dopo il {on}: dal giorno dopo serve un legale rappresentante. Indicare il successore con questo stesso atto.',
    'The agreement {agreement} is in force after {on}: from the day after somebody has to represent the partner. Name the successor with this same act.',
  ],
  ActsMissing: [
    'PA-5',
    'Un potere di firma dice per quali atti vale: indicarne almeno uno.',
    'A power to sign says for which acts it holds: name at least one.',
  ],
  PowerRepeated: [
    'PA-5',
    'La persona ha già in quel periodo un potere di firma per gli stessi atti ({acts}): prima va revocato.',
    'The person already has a power to sign for the same acts ({acts}) in that period: revoke it first.',
  ],
  CommitmentsOpen: [
    'PA-6',
    'Restano aperti {openCents} centesimi di impegni e {unreportedAdvanceCents} di anticipi non rendicontati: prima si riassegnano, si liquidano o si recuperano.',
    'There are {openCents} cents of commitments and {unreportedAdvanceCents} of unreported advances open: reassign, settle or recover them first.',
  ],
  NoticeMissing: [
    'PA-7',
    'L’esclusione comincia con un avvio notificato al partner: non ce n’è uno aperto.',
    'An exclusion begins with a notice to the partner: there is none open.',
  ],
  NoticeDocumentMissing: [
    'PA-7',
    'L’avvio dell’esclusione e la risposta sono documenti: allegarne almeno uno.',
    'The notice of an exclusion and the reply to it are documents: attach at least one.',
  ],
  TimeToReplyShort: [
    'PA-7',
    'Il termine per rispondere ({replyUntil}) è troppo breve: almeno {days} giorni da oggi.',
    'The time to reply (until {replyUntil}) is too short: at least {days} days from today.',
  ],
  TimeToReplyRuns: [
    'PA-7',
    'Il partner può rispondere fino al {replyUntil}: prima non si decide.',
    'The partner can reply until {replyUntil}: nothing is decided before.',
  ],
  TimeToReplyOver: [
    'PA-7',
    'Il termine per rispondere è scaduto il {replyUntil}.',
    'The time to reply ended on {replyUntil}.',
  ],
  ReplyOfAnother: [
    'PA-7',
    'All’avvio dell’esclusione risponde il partner stesso, per mano di chi lo rappresenta.',
    'The partner itself replies to the notice, by a person who acts for it.',
  ],
  DecisionNotReasoned: [
    'PA-7',
    'L’esclusione è una decisione motivata: servono la motivazione e l’atto.',
    'An exclusion is a reasoned decision: the reason and the act are needed.',
  ],
  SuccessorEnded: [
    'PA-9',
    'Il partner {partner} non può subentrare (stato «{status}»): gli obblighi passano a chi è attivo.',
    'The partner {partner} cannot succeed (state "{status}"): obligations pass to one that is active.',
  ],
  SucceedsItself: [
    'PA-9',
    'Un partner non subentra a se stesso, né ne è un doppione.',
    'A partner neither succeeds itself nor is a duplicate of itself.',
  ],
  NotYetHappened: [
    'X-2',
    'Si registra ciò che è avvenuto: il {on} non è ancora venuto.',
    'What is recorded has happened: {on} has not come yet.',
  ],
  DocumentsMissing: [
    'X-4',
    'Le prove di ammissibilità sono documenti: allegarne almeno uno.',
    'Evidence of eligibility is documents: attach at least one.',
  ],
  DeclarationMissing: [
    'X-4',
    'La dichiarazione di interesse è un documento: allegarla.',
    'The declaration of an interest is a document: attach it.',
  ],
  OwnProposal: [
    'X-5',
    'Chi ha avviato il procedimento non può anche deciderlo: serve un’altra persona.',
    'Whoever opened the procedure cannot also decide it: another person is needed.',
  ],
  OwnEvidence: [
    'X-5',
    'Chi ha presentato le prove non può verificarle: serve un’altra persona.',
    'Whoever submitted the evidence cannot verify it: another person is needed.',
  ],
  Interested: [
    'X-7',
    'Chi ha dichiarato un interesse nel partner non decide su di esso: serve un’altra persona.',
    'Whoever declared an interest in the partner does not decide on it: another person is needed.',
  ],
  InterestKnown: [
    'X-7',
    'L’interesse della persona in questa materia è già dichiarato.',
    'The interest of the person in this matter is declared already.',
  ],
  OutOfTurn: [
    'X-11',
    'Il partner è nello stato «{status}»: questo passo chiede lo stato «{needed}».',
    'The partner is in the state "{status}": this step asks for "{needed}".',
  ],
  DetailsKnown: [
    'X-11',
    'I dati del partner sono già questi.',
    'The details of the partner are these already.',
  ],
  KindKnown: [
    'X-11',
    'Il partner è già di tipo «{kind}».',
    'The partner is of the kind "{kind}" already.',
  ],
  OwnersKnown: [
    'X-11',
    'I titolari effettivi sono già questi.',
    'The beneficial owners are these already.',
  ],
  ExclusionOpen: [
    'X-11',
    'C’è già un’esclusione avviata: prima si decide o si archivia.',
    'There is an exclusion open already: decide it or drop it first.',
  ],
  ReplyGiven: [
    'X-11',
    'Il partner ha già risposto all’avvio dell’esclusione.',
    'The partner has replied to the notice already.',
  ],
  EligibilityLapsed: [
    'X-11',
    'L’ammissibilità è già decaduta, o non c’è mai stata.',
    'Eligibility has lapsed already, or never was.',
  ],
  RepresentationHolds: [
    'X-11',
    'Il mandato vale ancora (fino al {until}).',
    'The mandate still holds (until {until}).',
  ],
  RepresentationLapsed: [
    'X-11',
    'Che il mandato è cessato il {until} è già registrato.',
    'That the mandate ended on {until} is recorded already.',
  ],
  IdentifierKnown: [
    'X-11',
    'L’identificativo {kind} {value} è già registrato.',
    'The identifier {kind} {value} is recorded already.',
  ],
  EvidenceRepeated: [
    'X-11',
    'Queste prove sono già presentate e attendono la verifica.',
    'This evidence is submitted already and waits for its verification.',
  ],
  MandateEndsBefore: [
    'X-11',
    'Il mandato finisce già il {until}: può finire prima, non dopo.',
    'The mandate already ends on {until}: it can end earlier, not later.',
  ],
  PartnerUnknown: [
    'X-12',
    'Il partner {partner} non esiste o non è visibile.',
    'The partner {partner} does not exist or is not visible.',
  ],
  RepresentationUnknown: [
    'X-12',
    'Il partner non ha il mandato {representation}.',
    'The partner has no mandate {representation}.',
  ],
});
