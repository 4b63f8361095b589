/** What is awaited, said to who has to do it; in each language a phrase that can stand alone. */
export type Phrase = Readonly<{ it: string; en: string }>;

const say = (it: string, en: string): Phrase => ({ it, en });

/**
 * Every move that somebody may be waited for, by its code. The list is closed: a new move gets
 * its code here, and with it its words in both languages and its value in the schema.
 */
export const moves = {
  settleMatter: say('Sbloccare una pratica ferma', 'Settle a matter that has stopped'),

  confirmAdministrator: say(
    'Confermare l’amministratore proposto',
    'Confirm the proposed administrator',
  ),

  confirmRegistration: say('Confermare la registrazione', 'Confirm the registration'),
  submitEvidence: say('Depositare i documenti di ammissibilità', 'Submit evidence of eligibility'),
  verifyEligibility: say('Verificare l’ammissibilità', 'Verify eligibility'),
  renewEligibility: say('Rinnovare l’ammissibilità', 'Renew eligibility'),
  reinstatePartner: say('Decidere sulla sospensione', 'Decide on the suspension'),
  confirmWithdrawal: say('Confermare il recesso', 'Confirm the withdrawal'),
  answerExclusion: say('Rispondere alla proposta di esclusione', 'Answer the proposed exclusion'),
  decideExclusion: say('Decidere sull’esclusione', 'Decide on the exclusion'),

  answerInvitation: say('Rispondere all’invito', 'Answer the invitation'),
  admitMember: say('Ammettere il partner nella rete', 'Admit the partner to the network'),
  reinstateMember: say('Decidere sul membro sospeso', 'Decide on the suspended member'),
  releaseMember: say('Rispondere alla richiesta di uscita', 'Answer the request to leave'),
  endMembership: say(
    'Concludere la partecipazione di un partner cessato',
    'End the membership of a partner that has ended',
  ),
  replaceLead: say('Sostituire il capofila cessato', 'Replace the lead that has ended'),
  settleLead: say(
    'Rinnovare l’ammissibilità del capofila, o sostituirlo',
    'Renew the eligibility of the lead, or replace it',
  ),
  constituteNetwork: say('Costituire la rete', 'Constitute the network'),
  activateNetwork: say(
    'Portare in vigore l’accordo di rete',
    'Bring the network’s agreement into force',
  ),
  resumeNetwork: say('Far ripartire la rete', 'Resume the network'),
  dissolveNetwork: say('Concludere lo scioglimento', 'Complete the dissolution'),

  reviseText: say('Completare il testo', 'Complete the text'),
  freezeText: say('Esaminare e congelare il testo', 'Review and freeze the text'),
  reserveAmount: say('Riservare l’importo', 'Reserve the amount'),
  approveText: say('Approvare il testo con un atto', 'Approve the text by an act'),
  openForSignature: say('Aprire alla firma', 'Open for signature'),
  signAgreement: say('Firmare l’accordo', 'Sign the agreement'),
  settleRefusal: say('Superare il rifiuto di una firma', 'Settle the refusal of a signature'),
  registerAgreement: say('Protocollare l’accordo', 'Register the agreement'),
  meetCondition: say('Documentare una condizione', 'Show that a condition is met'),
  publishAgreement: say('Pubblicare l’accordo', 'Publish the agreement'),
  bringIntoForce: say('Portare in vigore l’accordo', 'Bring the agreement into force'),
  decideExtension: say('Decidere sulla proroga', 'Decide on the extension'),
  terminateAgreement: say('Chiudere per disdetta', 'Terminate on notice'),
  expireAgreement: say('Scadenza dell’accordo', 'End of the agreement'),
  resumeAgreement: say('Riprendere o risolvere l’accordo', 'Resume or terminate the agreement'),
  closeAgreement: say('Regolare i conti e chiudere', 'Settle and close'),

  confirmInitiation: say('Confermare l’avvio del piano', 'Confirm the initiation of the plan'),
  appointOfficer: say('Nominare il responsabile del procedimento', 'Appoint the procedure officer'),
  designPlan: say('Preparare il piano e aprire i tavoli', 'Prepare the plan and open the tables'),
  decideContribution: say('Decidere su un contributo', 'Decide on a contribution'),
  approveSessionMinutes: say('Approvare il verbale del tavolo', 'Approve the minutes of the table'),
  closeTable: say('Concludere il tavolo', 'Close the table'),
  consolidateDraft: say('Consolidare la bozza', 'Consolidate the draft'),
  validatePlan: say('Validare la bozza', 'Validate the draft'),
  bringToDecision: say('Portare il piano alla delibera', 'Bring the plan to a decision'),
  submitPlan: say('Presentare il piano', 'Submit the plan'),
  appraisePlan: say('Valutare il piano', 'Appraise the plan'),
  answerIntegration: say(
    'Rispondere alla richiesta di integrazione',
    'Answer the request for integration',
  ),
  startExecution: say('Avviare l’esecuzione', 'Start execution'),
  scrollReserveList: say('Scorrere la graduatoria', 'Scroll the reserve list'),
  completePlan: say('Concludere il piano', 'Complete the plan'),
  endIntervention: say('Concludere l’intervento', 'End the intervention'),
  reachMilestone: say('Raggiungere il traguardo', 'Reach the milestone'),
  resumePlan: say('Decidere sul piano sospeso', 'Decide on the suspended plan'),
  submitFinalReport: say('Presentare la relazione finale', 'Submit the final report'),
  closePlan: say('Chiudere il piano', 'Close the plan'),
  followUpFinding: say('Dar seguito a un rilievo', 'Follow up a finding'),
  requestChange: say('Chiedere la modifica del piano', 'Request the change of the plan'),
  assessChange: say('Decidere sulla modifica del piano', 'Decide on the change of the plan'),
  applyChange: say('Applicare la modifica del piano', 'Apply the change of the plan'),

  adoptProgramme: say('Adottare il programma', 'Adopt the programme'),
  activateProgramme: say('Avviare il programma', 'Activate the programme'),
  closeProgramme: say('Chiudere il programma', 'Close the programme'),
  approveCall: say('Approvare l’avviso', 'Approve the call'),
  registerCall: say('Registrare l’avviso', 'Register the call'),
  publishCall: say('Pubblicare l’avviso', 'Publish the call'),
  closeCall: say('Chiudere i termini dell’avviso', 'Close the call for applications'),
  startEvaluation: say('Avviare la valutazione', 'Start the evaluation'),
  approveRanking: say('Approvare la graduatoria', 'Approve the ranking'),
  awardFunding: say('Assegnare i fondi', 'Award the funding'),
  startImplementation: say('Avviare l’attuazione', 'Start the implementation'),
  concludeCall: say('Concludere l’avviso', 'Conclude the call'),
  resumeCall: say('Decidere sull’avviso sospeso', 'Decide on the suspended call'),

  appointMember: say('Nominare chi è designato', 'Appoint who is designated'),
  appointChair: say('Nominare chi presiede', 'Appoint a chair'),
  appointSecretary: say('Nominare chi fa da segretario', 'Appoint a secretary'),
  fillSeat: say('Coprire il seggio vacante', 'Fill the vacant seat'),
  decideSuspension: say('Decidere sul seggio sospeso', 'Decide on the suspended seat'),
  constituteBoard: say('Completare la composizione', 'Complete the membership'),
  renewBoard: say('Rinnovare l’organo', 'Renew the body'),
  openSitting: say('Aprire la seduta', 'Open the sitting'),
  attendSitting: say('Partecipare alla seduta', 'Attend the sitting'),
  verifyQuorum: say('Verificare il numero legale', 'Verify the quorum'),
  settleConflict: say('Decidere su un conflitto di interessi', 'Decide on a conflict of interest'),
  openVote: say('Aprire la votazione', 'Open the vote'),
  castVote: say('Votare', 'Vote'),
  closeVote: say('Chiudere la votazione', 'Close the vote'),
  breakTie: say('Sciogliere la parità', 'Break the tie'),
  castReply: say('Rispondere nella procedura scritta', 'Reply in the written procedure'),
  considerSilence: say(
    'Obiettare, o lasciare che il silenzio valga assenso',
    'Object, or let silence be assent',
  ),
  closeProcedure: say('Chiusura della procedura', 'Close of the procedure'),
  answerRoute: say('Rispondere all’iter', 'Answer the route'),
  considerObjection: say(
    'Opporsi, o lasciare che il silenzio valga assenso',
    'Object to the route, or let silence be assent',
  ),
  openRouteStage: say('Apertura della prossima fase', 'Opening of the next stage'),
  resubmitToRoute: say('Ripresentare all’iter', 'Put it to the route again'),
  closeSitting: say('Chiudere la seduta', 'Close the sitting'),
  draftMinutes: say('Redigere il verbale', 'Draft the minutes'),
  approveMinutes: say('Approvare il verbale', 'Approve the minutes'),
  giveOpinion: say('Istruire la proposta', 'Instruct the proposal'),
  markReady: say('Dichiarare pronta la proposta', 'Mark the proposal ready'),
  putOnAgenda: say('Iscrivere all’ordine del giorno', 'Put on an agenda'),
  deliberate: say('Deliberare', 'Deliberate'),
  awaitRoute: say('Attendere l’esito dell’iter', 'Wait for the result of the route'),
  signDecision: say('Firmare la delibera', 'Sign the decision'),
  numberDecision: say('Numerare la delibera', 'Number the decision'),
  publishDecision: say('Pubblicare la delibera', 'Publish the decision'),
  makeEffective: say('Decorrenza della delibera', 'Effect of the decision'),
  submitConditionEvidence: say('Documentare la condizione', 'Submit evidence for the condition'),
  verifyCondition: say('Verificare la condizione', 'Verify the condition'),
  noteFailure: say(
    'Prendere atto della condizione non adempiuta',
    'Take note of the unmet condition',
  ),
  answerObjection: say('Rispondere all’opposizione', 'Answer the objection'),
  confirmImplementation: say('Attuare e darne conferma', 'Carry out and confirm it'),
  ratifyAct: say('Ratificare l’atto urgente', 'Ratify the act of urgency'),
  decideAgain: say('Decidere sulla delibera sospesa', 'Decide on the suspended decision'),
} as const satisfies Readonly<Record<string, Phrase>>;

/** The code of a move. */
export type MoveCode = keyof typeof moves;

/** Every code, in the order of the lifecycles. */
export const moveCodes = Object.keys(moves) as readonly MoveCode[];

/** The end of a term of office: in calendars only, for nobody has to do anything before it. */
export const termEnds = say('Fine di un mandato', 'End of a term of office');
