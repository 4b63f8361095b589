import { rules } from '@tavolo/kernel';

/** What is kept out of refusals, publication, the term and the end of an agreement. */
export const lifecycleRules = rules({
  OutOfCascade: [
    'A-8',
    'Un accordo di tipo {kind} non può stare sotto uno di tipo {parentKind}.',
    'An agreement of kind {kind} cannot stand below one of kind {parentKind}.',
  ],
  ChildrenOverTotal: [
    'A-8',
    'Gli accordi inferiori tengono {held} centesimi, più del nuovo totale di {total}.',
    'The agreements below hold {held} cents, more than the new total of {total}.',
  ],
  ChildrenOutlast: [
    'A-8',
    'Un accordo inferiore finisce il {latestEnd}, dopo la nuova fine del {end}.',
    'An agreement below ends on {latestEnd}, after the new end on {end}.',
  ],
  ParentHasEnded: [
    'A-8',
    'L’accordo superiore {parent} è finito il {endedOn}: sotto di esso niente entra più in vigore.',
    'The agreement above, {parent}, ended on {endedOn}: nothing enters into force below it any more.',
  ],
  AlreadyRefused: [
    'X-11',
    '{party} ha già rifiutato di firmare questo testo.',
    '{party} has already refused to sign this text.',
  ],
  RemindedToday: [
    'X-11',
    '{party} è già stato sollecitato oggi: non più di un sollecito al giorno.',
    '{party} has already been reminded today: no more than one reminder a day.',
  ],
  NotSigned: [
    'X-11',
    '{party} non ha firmato: non c’è nulla da invalidare.',
    '{party} has not signed: there is nothing to invalidate.',
  ],
  AlreadyPublished: [
    'X-11',
    'La pubblicazione è già registrata.',
    'The publication is already recorded.',
  ],
  PublishedBeforeSignature: [
    'A-7',
    'La pubblicazione è del {publishedOn}, prima dell’ultima firma del {lastSignedOn}.',
    'The publication is of {publishedOn}, before the last signature of {lastSignedOn}.',
  ],
  PublicationMissing: [
    'A-7',
    'La pubblicazione è condizione di efficacia e non è ancora registrata.',
    'Publication is a condition of effect and is not recorded yet.',
  ],
  TermAlreadyOver: [
    'A-10',
    'L’accordo è finito il {end}: ciò che è scaduto non si riapre.',
    'The agreement ended on {end}: what has expired is not revived.',
  ],
  NotLater: [
    'A-10',
    'La nuova fine, {end}, non è dopo quella di ora, {present}.',
    'The new end, {end}, is not after the present one, {present}.',
  ],
  ExtensionOpen: [
    'A-11',
    'Una proroga fino al {end} è già chiesta: i termini si cambiano uno alla volta.',
    'An extension until {end} is already asked for: terms are changed one at a time.',
  ],
  NoSuchExtension: [
    'X-11',
    'Nessuna proroga fino al {end} è stata chiesta.',
    'No extension until {end} was asked for.',
  ],
  ApproverAsked: [
    'X-5',
    'Chi ha chiesto la proroga non la approva.',
    'Who asked for the extension does not approve it.',
  ],
  NoticeAlreadyGiven: [
    'X-11',
    'Il recesso è già dato e ha effetto dal {effectiveOn}.',
    'Notice is already given and has effect on {effectiveOn}.',
  ],
  NoticeTooShort: [
    'A-12',
    'Il recesso ha effetto non prima del {earliest}.',
    'The notice has effect no earlier than {earliest}.',
  ],
  NoNotice: ['A-12', 'Nessuna parte ha dato recesso.', 'No party has given notice.'],
  NoticeRunning: [
    'A-12',
    'Il preavviso corre fino al {effectiveOn}.',
    'The period of notice runs until {effectiveOn}.',
  ],
  NotOverYet: [
    'A-10',
    'L’accordo dura fino al {end} compreso.',
    'The agreement lasts until {end}, that day included.',
  ],
  UnknownSignature: [
    'X-12',
    'Nella versione {version} non c’è una firma di {party}.',
    'Version {version} holds no signature of {party}.',
  ],
  SimpleSignature: [
    'A-14',
    'La firma di {party} è semplice: non ha un contenitore da verificare di nuovo.',
    'The signature of {party} is simple: it has no container to verify again.',
  ],
  VerifiedBeforeEnd: [
    'A-14',
    'La verifica è del {verifiedOn}, prima della fine dell’accordo il {endedOn}.',
    'The verification is of {verifiedOn}, before the agreement ended on {endedOn}.',
  ],
  SignaturesNotReverified: [
    'A-14',
    'Mancano le nuove verifiche di {missing} firme.',
    '{missing} signatures have not been verified again.',
  ],
  SignatureWasInvalid: [
    'A-14',
    'La firma di {party} non era valida quando fu apposta: l’accordo va annullato.',
    'The signature of {party} was not valid when it was made: the agreement is to be annulled.',
  ],
  SettledOverTotal: [
    'A-12',
    'Il saldo di {settled} centesimi supera l’importo di {total}.',
    'The settlement of {settled} cents is over the amount of {total}.',
  ],
});
