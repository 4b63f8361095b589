import { rules } from '@tavolo/kernel';

/** What a partner keeps out. */
export const partnerRules = rules({
  TaxCodeHeld: [
    'PA-1',
    'Il codice fiscale è già di un altro partner ({heldBy}): un codice, un partner.',
    'The tax code is already that of another partner ({heldBy}): one code, one partner.',
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
  DocumentsMissing: [
    'X-4',
    'Le prove di ammissibilità sono documenti: allegarne almeno uno.',
    'Evidence of eligibility is documents: attach at least one.',
  ],
  OwnEvidence: [
    'X-5',
    'Chi ha presentato le prove non può verificarle: serve un’altra persona.',
    'Whoever submitted the evidence cannot verify it: another person is needed.',
  ],
  OutOfTurn: [
    'X-11',
    'Il partner è nello stato «{status}»: questo passo chiede lo stato «{needed}».',
    'The partner is in the state "{status}": this step asks for "{needed}".',
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
  RepresentationUnknown: [
    'X-12',
    'Il partner non ha il mandato {representation}.',
    'The partner has no mandate {representation}.',
  ],
});
