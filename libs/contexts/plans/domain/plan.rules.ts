import { rules } from '@tavolo/kernel';

/** What keeps commands of a plan out, in the order of its lifecycle. */
export const planRules = rules({
  WrongState: [
    'X-11',
    'Il piano è nello stato {status}: il comando vale solo in {allowed}.',
    'The plan is in state {status}: the command fits only {allowed}.',
  ],
  AlreadyInitiated: ['X-11', 'Il piano è già avviato.', 'The plan was already initiated.'],
  CallUnknown: [
    'X-12',
    'Non esiste, o non è visibile, un avviso {call}.',
    'There is no call {call}, or it is not visible.',
  ],
  CallNotPublished: [
    'X-11',
    'L’avviso è nello stato {status}: accoglie piani solo tra la pubblicazione e la chiusura.',
    'The call is in state {status}: it takes plans only from its publication to its closing.',
  ],
  DeadlinePassed: [
    'B-12',
    'Il termine dell’avviso per la regione era {deadline}: dopo non accoglie piani.',
    'The deadline of the call for the region was {deadline}: it takes no plan after that.',
  ],
  PartnerUnknown: [
    'X-12',
    'Non esiste, o non è visibile, il partner {partner}.',
    'There is no partner {partner}, or it is not visible.',
  ],
  LeadKindNotAllowed: [
    'N-2',
    'L’avviso ammette come capofila solo: {allowed}; questo ente è {kind}.',
    'The call allows as lead only: {allowed}; this body is {kind}.',
  ],
  PeriodReversed: [
    'X-11',
    'Il periodo finisce ({end}) prima di cominciare ({start}).',
    'The period ends ({end}) before it begins ({start}).',
  ],
  RegionTaken: [
    'PL-1',
    'La regione {regionCode} ha già un piano per questo avviso: {heldBy}.',
    'Region {regionCode} already has a plan under this call: {heldBy}.',
  ],
  PersonUnknown: [
    'X-12',
    'Non esiste, o non è visibile, la persona {person}.',
    'There is no person {person}, or it is not visible.',
  ],
  OfficerStands: [
    'X-11',
    'È già responsabile del procedimento.',
    'That person is the procedure officer already.',
  ],
  BaselineFrozen: [
    'PL-14',
    'Il testo approvato è la base di riferimento: non si modifica.',
    'The approved text is the frozen baseline: it is not edited.',
  ],
  SectionStands: [
    'X-11',
    'La sezione {section} ha già questo testo.',
    'Section {section} has this text already.',
  ],
  ActionUnknown: [
    'X-12',
    'Il piano non ha un’azione {action}.',
    'The plan has no action {action}.',
  ],
  PartThere: [
    'X-11',
    'La parte {part} è già nel piano.',
    'The part {part} is in the plan already.',
  ],
  IndicatorUnknown: [
    'X-12',
    'Il piano non ha un indicatore {indicator}.',
    'The plan has no indicator {indicator}.',
  ],
  InterventionUnknown: [
    'X-12',
    'Il piano non ha un intervento {intervention}.',
    'The plan has no intervention {intervention}.',
  ],
  OutsideEligibility: [
    'PL-11',
    'Le date {start} - {end} escono dal periodo di ammissibilità {eligibleFrom} - {eligibleUntil}.',
    'The dates {start} - {end} lie outside the eligibility period {eligibleFrom} - {eligibleUntil}.',
  ],
  NetworkUnknown: [
    'X-12',
    'Non esiste, o non è visibile, una rete {network} di questo piano.',
    'There is no network {network} of this plan, or it is not visible.',
  ],
  OwnerNotActive: [
    'PL-2',
    'Il partner {partner} non è membro attivo della rete {network}: non può rispondere di un intervento.',
    'Partner {partner} is no active member of network {network}: it cannot answer for an intervention.',
  ],
  OwnerStands: [
    'X-11',
    'Il partner {partner} risponde già di questo intervento.',
    'Partner {partner} answers for this intervention already.',
  ],
  LineUnknown: [
    'X-12',
    'Il piano non ha una voce di costo {line}.',
    'The plan has no budget line {line}.',
  ],
  RegionWithShare: [
    'PA-10',
    'Una Regione partecipa al piano di un’altra solo come soggetto aderente, senza quota di budget.',
    'A Region takes part in the plan of another only as adhering body, without a share of the budget.',
  ],
  ShareStands: [
    'X-11',
    'La quota del partner su questa voce è già {cents} centesimi.',
    'The share of the partner in this line is {cents} cents already.',
  ],
  SharesAboveLine: [
    'PL-7',
    'Le quote ({shares} centesimi) supererebbero la voce ({line} centesimi).',
    'The shares ({shares} cents) would exceed the line ({line} cents).',
  ],
  TableUnknown: ['X-12', 'Il piano non ha un tavolo {table}.', 'The plan has no table {table}.'],
  TableClosed: ['X-11', 'Il tavolo {table} è chiuso.', 'Table {table} is closed.'],
  DayToCome: [
    'X-11',
    'Il {on} deve ancora venire: si registra solo ciò che è avvenuto.',
    '{on} is still to come: only what happened is recorded.',
  ],
  SessionUnknown: [
    'X-12',
    'Il piano non ha una seduta di tavolo {session}.',
    'The plan has no table session {session}.',
  ],
  MinutesStand: [
    'X-11',
    'Il verbale della seduta {session} è già approvato.',
    'The minutes of session {session} are approved already.',
  ],
  OtherMinutes: [
    'X-8',
    'Il verbale registrato è {recorded}: si approva quello.',
    'The minutes recorded are {recorded}: those are to be approved.',
  ],
  SamePerson: [
    'X-5',
    'Chi propone non verifica: deve farlo un’altra persona.',
    'Who proposes does not verify: another person has to.',
  ],
  ContributionSubjectUnknown: [
    'X-12',
    'Il piano non ha una sezione o un’azione {on}.',
    'The plan has no section or action {on}.',
  ],
  ContributionUnknown: [
    'X-12',
    'Il piano non ha un contributo {contribution}.',
    'The plan has no contribution {contribution}.',
  ],
  ContributionDecided: [
    'X-11',
    'Il contributo {contribution} è già deciso.',
    'Contribution {contribution} is decided already.',
  ],
  ContributionReasonMissing: [
    'PL-4',
    'Un contributo si accoglie o si respinge con una motivazione o un documento che la contiene.',
    'A contribution is accepted or rejected with a reason, or a document that holds it.',
  ],
  DraftStands: [
    'X-11',
    'Il contenuto è già consolidato nella versione {version}.',
    'The content is consolidated already, as version {version}.',
  ],
  ActionMissing: ['PL-3', 'Il piano non ha azioni.', 'The plan has no action.'],
  OtherText: [
    'X-8',
    'La versione attuale del piano è {current}, non {given}: rileggerla e ripetere.',
    'The present version of the plan is {current}, not {given}: read it again, then repeat.',
  ],
  ActionWithoutTargetGroup: [
    'PL-3',
    'Mancano destinatari per un’azione. Da completare: {missing}.',
    'An action has no target group. To be completed: {missing}.',
  ],
  ActionWithoutIndicator: [
    'PL-3',
    'Mancano indicatori per un’azione. Da completare: {missing}.',
    'An action has no indicator. To be completed: {missing}.',
  ],
  InterventionWithoutOwner: [
    'PL-2',
    'Un intervento non ha un partner che ne risponde. Da completare: {missing}.',
    'An intervention has no owner partner. To be completed: {missing}.',
  ],
  OwnerNoLongerActive: [
    'PL-2',
    'Il partner che risponde di un intervento non è più membro attivo. Da completare: {missing}.',
    'The owner of an intervention is no active member any more. To be completed: {missing}.',
  ],
  TableOpen: [
    'PL-4',
    'Un tavolo è ancora aperto. Da completare: {missing}.',
    'A table is still open. To be completed: {missing}.',
  ],
  MinutesNotApproved: [
    'PL-4',
    'Il verbale di una seduta non è approvato. Da completare: {missing}.',
    'The minutes of a session are not approved. To be completed: {missing}.',
  ],
  ContributionOpen: [
    'PL-4',
    'Un contributo non è deciso. Da completare: {missing}.',
    'A contribution is not decided. To be completed: {missing}.',
  ],
  SharesBelowLine: [
    'PL-7',
    'Le quote dei partner non coprono una voce. Da completare: {missing}.',
    'The shares of the partners do not add up to a line. To be completed: {missing}.',
  ],
  DecisionUnknown: [
    'X-12',
    'Non esiste, o non è visibile, una decisione {decision}.',
    'There is no decision {decision}, or it is not visible.',
  ],
  DecisionNotEffective: [
    'D-9',
    'La decisione è nello stato {status}, efficace dal {effectiveOn}: il piano si adotta solo con una decisione efficace.',
    'The decision is in state {status}, effective from {effectiveOn}: a plan is adopted only by an effective one.',
  ],
  DecisionOnAnotherText: [
    'PL-4',
    'La decisione riguarda un altro testo: il piano si adotta solo sul testo deciso.',
    'The decision is about another text: a plan is adopted only on the text decided.',
  ],
  AmountDiffers: [
    'PL-7',
    'L’importo approvato ({approved} centesimi) non è la somma delle voci ({lines} centesimi).',
    'The approved amount ({approved} cents) is not the sum of the lines ({lines} cents).',
  ],
  IndicatorClosed: [
    'PL-12',
    'L’indicatore ha già il valore finale {value}.',
    'The indicator has its final value {value} already.',
  ],
  ValueBelowLast: [
    'PL-12',
    'I valori sono cumulativi: dopo {value} al {on} non può seguire questo.',
    'Values are cumulative: after {value} on {on} this one cannot follow.',
  ],
  ValueStands: ['X-11', 'Questo valore è già registrato.', 'This value is recorded already.'],
  InterventionRunning: [
    'PL-13',
    'Un intervento non è né concluso né annullato. Da completare: {missing}.',
    'An intervention has neither ended nor been cancelled. To be completed: {missing}.',
  ],
  FinalValueMissing: [
    'PL-13',
    'Un indicatore non ha il valore finale. Da completare: {missing}.',
    'An indicator has no final value. To be completed: {missing}.',
  ],
  ChangeOnItsWay: [
    'PL-13',
    'Una modifica del piano è ancora in corso. Da completare: {missing}.',
    'A change of the plan is still on its way. To be completed: {missing}.',
  ],
  FindingOpen: [
    'PL-13',
    'Un rilievo della valutazione non è chiuso. Da completare: {missing}.',
    'A finding of the evaluation is not closed. To be completed: {missing}.',
  ],
  TargetStands: ['X-11', 'Il valore obiettivo è già {target}.', 'The target is {target} already.'],
  ParagraphUnknown: [
    'X-12',
    'La parte {on} non ha un paragrafo {paragraph}.',
    'The part {on} has no paragraph {paragraph}.',
  ],
  NotConsolidated: [
    'PL-4',
    'Il contenuto attuale non è consolidato in una versione. Da completare: {missing}.',
    'The present content is not consolidated as a version. To be completed: {missing}.',
  ],
  NotValidated: [
    'PL-4',
    'La versione non è validata. Da completare: {missing}.',
    'The version is not validated. To be completed: {missing}.',
  ],
  DecisionMissing: [
    'PL-4',
    'Manca la decisione efficace dell’organo sulla versione validata. Da completare: {missing}.',
    'The effective decision of the board on the validated version is missing. To be completed: {missing}.',
  ],
  FinalReportMissing: ['PL-13', 'Manca la relazione finale.', 'The final report is missing.'],
});
