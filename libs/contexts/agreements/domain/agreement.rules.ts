import { rules } from '@tavolo/kernel';

/** What is kept out of an agreement. Read top to bottom it is its specification. */
export const agreementRules = rules({
  UnknownAgreement: ['X-12', 'Non c’è un tale accordo.', 'There is no such agreement.'],
  UnknownObject: [
    'X-12',
    'Non esiste, o non è visibile, {id}.',
    '{id} does not exist, or is not visible.',
  ],
  AlreadyDrafted: ['X-11', 'L’accordo è già stato redatto.', 'The agreement is already drafted.'],
  EndBeforeStart: [
    'X-11',
    'L’accordo finirebbe il {end}, prima di cominciare il {start}.',
    'The agreement would end on {end}, before it starts on {start}.',
  ],
  NetworkMissing: [
    'N-3',
    'Un accordo di rete deve indicare la rete che costituisce.',
    'A network agreement must name the network that it constitutes.',
  ],
  TextImmutable: [
    'A-2',
    'Il testo è aperto alla firma e non cambia più: lo stato è {status}.',
    'The text is open for signature and no longer changes: the state is {status}.',
  ],
  WrongState: [
    'X-11',
    'Lo stato è {status}: questo passo richiede {needed}.',
    'The state is {status}: this step needs {needed}.',
  ],
  AlreadyAParty: ['X-11', '{party} è già parte.', '{party} is already a party.'],
  NotAParty: [
    'X-12',
    '{party} non è parte di questo accordo.',
    '{party} is not a party of this agreement.',
  ],
  ClauseTwice: [
    'X-11',
    'La clausola {clause} compare due volte.',
    'The clause {clause} appears twice.',
  ],
  TextEmpty: [
    'X-11',
    'Il testo non ha clausole: non c’è nulla da congelare.',
    'The text has no clauses: there is nothing to freeze.',
  ],
  NotAPdf: [
    'X-6',
    'Un testo caricato dev’essere un PDF, questo è {mediaType}.',
    'An uploaded text must be a PDF, this is {mediaType}.',
  ],
  TooFewParties: [
    'A-1',
    'Un accordo vuole almeno due parti: qui {parties}.',
    'An agreement needs at least two parties: here {parties}.',
  ],
  SharesDiffer: [
    'A-8',
    'Le quote delle parti sommano a {shares} centesimi, il totale è {total}.',
    'The shares of the parties add up to {shares} cents, the total is {total}.',
  ],
  ChecklistIncomplete: [
    'A-9',
    'Nessuna clausola tratta il contenuto obbligatorio: {topics}.',
    'No clause covers the mandatory content: {topics}.',
  ],
  ParentNotSettled: [
    'A-8',
    'Il testo dell’accordo superiore può ancora cambiare: il suo stato è {status}.',
    'The text of the parent agreement can still change: its state is {status}.',
  ],
  ChildOverParent: [
    'A-8',
    'L’importo di {cents} centesimi supera il residuo dell’accordo superiore, {residual}.',
    'The amount of {cents} cents is over what the parent agreement has left, {residual}.',
  ],
  ChildOutlastsParent: [
    'A-8',
    'La fine, {end}, è dopo quella dell’accordo superiore, {parentEnd}.',
    'The end, {end}, is after that of the parent agreement, {parentEnd}.',
  ],
  ReservationPending: [
    'A-8',
    'Il registro dell’accordo superiore non ha ancora riservato l’importo.',
    'The ledger of the parent agreement has not reserved the amount yet.',
  ],
  OtherVersion: [
    'X-11',
    'La risposta riguarda la versione {version} del testo, non quella congelata ora.',
    'The answer is about version {version} of the text, not about the one frozen now.',
  ],
  TextDiffers: [
    'A-1',
    'Il testo indicato non è quello congelato, {textSha256}.',
    'The text named is not the frozen one, {textSha256}.',
  ],
  AlreadyApproved: [
    'X-11',
    'L’approvazione di {party} è già registrata.',
    'The approval of {party} is already recorded.',
  ],
  ApprovalMissing: [
    'A-4',
    'Manca l’atto di approvazione di: {parties}.',
    'The approving act is missing of: {parties}.',
  ],
  ApprovalAfterSignature: [
    'A-4',
    'L’atto che approva è del {date}, dopo la firma del {signedOn}.',
    'The approving act is of {date}, after the signature of {signedOn}.',
  ],
  InFuture: [
    'X-2',
    'Il {when} deve ancora venire: si registra solo ciò che è avvenuto.',
    '{when} is still to come: only what has happened is recorded.',
  ],
  AlreadySigned: ['X-11', '{party} ha già firmato.', '{party} has already signed.'],
  SignedBeforeOpening: [
    'A-2',
    'La firma è del {signedOn}, ma il testo è aperto alla firma dal {openedOn}.',
    'The signature is of {signedOn}, but the text is open for signature since {openedOn}.',
  ],
  SignatureTooWeak: [
    'A-3',
    'Tra amministrazioni la firma dev’essere avanzata, qualificata o digitale, altrimenti è nulla.',
    'Between administrations a signature is advanced, qualified or digital, else it is null.',
  ],
  ContainerMissing: [
    'A-3',
    'Una firma non semplice vuole il file firmato e il rapporto di verifica.',
    'A signature that is not simple needs the signed file and its verification report.',
  ],
  PartnerNotEligible: [
    'PA-2',
    '{party} non è ammissibile: il suo stato è {status}.',
    '{party} is not eligible: its state is {status}.',
  ],
  EligibilityLapsed: [
    'PA-2',
    'L’ammissibilità di {party} valeva fino al {until}, la firma è del {signedOn}.',
    'The eligibility of {party} held until {until}, the signature is of {signedOn}.',
  ],
  RegisterNumberMissing: [
    'PA-3',
    '{party} è un ente del terzo settore senza numero di iscrizione.',
    '{party} is a third-sector entity without a register number.',
  ],
  SimpleForAnother: [
    'A-5',
    'Una firma semplice la appone solo chi firma: per un’altra persona servono il file firmato e il rapporto di verifica.',
    'Only the signatory gives a simple signature: for another person the signed file and the report of its verification are needed.',
  ],
  SignatoryWithoutMandate: [
    'A-5',
    'Chi firma non ha mai avuto un mandato di {party}.',
    'The signatory never had a mandate of {party}.',
  ],
  MandateNotValid: [
    'A-5',
    'Il mandato di chi firma non valeva il {signedOn}.',
    'The mandate of the signatory was not valid on {signedOn}.',
  ],
  PowerNotOverAgreements: [
    'PA-5',
    'Il potere di firma non si estende agli accordi.',
    'The signatory power does not extend to agreements.',
  ],
  AmountOverPower: [
    'PA-5',
    'Il potere di firma arriva a {maxCents} centesimi, qui sono {cents}.',
    'The signatory power reaches {maxCents} cents, here they are {cents}.',
  ],
  RegistrationAlreadyAsked: [
    'X-11',
    'La registrazione è già stata chiesta.',
    'The registration has already been asked for.',
  ],
  RegistrationPending: [
    'X-11',
    'Un numero di protocollo è già proposto e in verifica.',
    'A protocol number is already proposed and being checked.',
  ],
  NoSuchRegistration: [
    'X-11',
    'Il protocollo n. {protocolNo} non è quello in verifica.',
    'Protocol no. {protocolNo} is not the one being checked.',
  ],
  RegisteredBeforeSignature: [
    'X-11',
    'Il protocollo è del {protocolDate}, prima dell’ultima firma del {lastSignedOn}.',
    'The protocol entry is of {protocolDate}, before the last signature of {lastSignedOn}.',
  ],
  ProtocolNumberTaken: [
    'A-7',
    'Il protocollo n. {protocolNo} del {protocolDate} è già di un altro accordo.',
    'Protocol no. {protocolNo} of {protocolDate} already belongs to another agreement.',
  ],
  UnknownCondition: [
    'X-12',
    'L’accordo non ha la condizione {condition}.',
    'The agreement has no condition {condition}.',
  ],
  ConditionAlreadyMet: [
    'X-11',
    'La condizione {condition} è già avverata.',
    'The condition {condition} is already met.',
  ],
  ConditionsOpen: [
    'A-6',
    'Mancano ancora {open} condizioni sospensive.',
    '{open} precedent conditions are still open.',
  ],
  TermOver: [
    'A-6',
    'L’effetto comincerebbe il {from}, dopo la fine del {end}.',
    'The effect would begin on {from}, after the end on {end}.',
  ],
});
