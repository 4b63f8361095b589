import { rules } from '@tavolo/kernel';

/** What keeps changes of an approved plan out. */
export const changeRules = rules({
  ChangeUnknown: [
    'X-12',
    'Il piano non ha una modifica {change}.',
    'The plan has no change {change}.',
  ],
  ChangeInState: [
    'X-11',
    'La modifica è nello stato {status}: il comando vale solo in {allowed}.',
    'The change is in state {status}: the command fits only {allowed}.',
  ],
  AnotherChangeOpen: [
    'X-11',
    'È già in corso la modifica {change}: si conclude prima quella.',
    'Change {change} is on its way: it is to be ended first.',
  ],
  LineTwice: ['X-11', 'La voce {line} è indicata due volte.', 'Line {line} is named twice.'],
  SharesNotLine: [
    'PL-7',
    'Le quote ({shares} centesimi) non sono la voce {line} ({cents} centesimi).',
    'The shares ({shares} cents) do not add up to line {line} ({cents} cents).',
  ],
  ShareOfStranger: [
    'X-12',
    'Il partner {partner} non ha parte nel piano.',
    'Partner {partner} has no part in the plan.',
  ],
  NothingShifted: [
    'X-11',
    'Gli importi sono quelli attuali: non cambia nulla.',
    'The amounts are the present ones: nothing changes.',
  ],
  TotalMoved: [
    'PL-9',
    'La rimodulazione lascia il totale: {after} centesimi non sono {before}.',
    'A remodulation keeps the total: {after} cents are not {before}.',
  ],
  BelowCommitted: [
    'PL-9',
    'Sulla voce {line} sono già impegnati {bound} centesimi: non si scende a {cents}.',
    'On line {line} {bound} cents are bound already: it cannot go down to {cents}.',
  ],
  NotAuthorised: [
    'PL-9',
    'La rimodulazione supera la soglia dell’avviso: vale solo se autorizzata.',
    'The remodulation is above the threshold of the call: it needs an authorisation first.',
  ],
  EndNotLater: [
    'PL-10',
    'Una proroga sposta la fine in avanti: {end} non è dopo {current}.',
    'An extension moves the end forward: {end} is not after {current}.',
  ],
  NoCostChangesDateOnly: [
    'PL-10',
    'Una proroga non onerosa cambia solo la data, non gli importi.',
    'A no-cost extension changes only the date, not the amounts.',
  ],
  AddedNotOnLines: [
    'PL-10',
    'L’importo aggiunto ({added} centesimi) non è quello che le voci crescono ({lines} centesimi).',
    'The amount added ({added} cents) is not what the lines grow by ({lines} cents).',
  ],
  EndOutsideEligibility: [
    'PL-11',
    'La nuova fine {end} è dopo il periodo di ammissibilità, {eligibleUntil}.',
    'The new end {end} is after the eligibility period, {eligibleUntil}.',
  ],
  OtherKind: [
    'PL-10',
    'La proroga è {kind}: il comando vale per l’altro tipo.',
    'The extension is {kind}: the command is for the other kind.',
  ],
  ExtensionDecisionUnknown: [
    'X-12',
    'Non esiste, o non è visibile, la decisione che concede la proroga.',
    'The decision that grants the extension does not exist, or is not visible.',
  ],
  ExtensionDecisionNotEffective: [
    'D-9',
    'La decisione è nello stato {status}: una proroga si concede solo con una decisione efficace.',
    'The decision is in state {status}: an extension is granted only by an effective one.',
  ],
  DecisionOnAnotherPlan: [
    'D-9',
    'La decisione riguarda un altro piano.',
    'The decision is about another plan.',
  ],
  DecisionOnAnotherChange: [
    'D-9',
    'La decisione finanzia un’altra proroga di questo piano.',
    'The decision funds another extension of this plan.',
  ],
  DecisionFundsNothing: [
    'A-13',
    'La decisione non finanzia questa proroga: serve una decisione sulla proroga onerosa del piano.',
    'The decision does not fund this extension: one on the costed extension of the plan is needed.',
  ],
  DecisionOnAnotherAgreement: [
    'A-13',
    'La decisione finanzia la modifica di un altro accordo, {agreement}.',
    'The decision funds the amendment of another agreement, {agreement}.',
  ],
  AgreementUnknown: [
    'X-12',
    'Non esiste, o non è visibile, l’accordo da modificare.',
    'The agreement to be amended does not exist, or is not visible.',
  ],
  ExtensionPending: [
    'PL-10',
    'La proroga onerosa resta sospesa. Mancano: {missing}.',
    'The costed extension stays pending. Missing: {missing}.',
  ],
  NothingRevoked: [
    'X-11',
    'Una revoca parziale abbassa almeno una voce e non ne alza nessuna.',
    'A partial revocation lowers at least one line, and raises none.',
  ],
});
