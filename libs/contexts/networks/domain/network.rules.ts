import { rules } from '@tavolo/kernel';

/** What a network keeps out. */
export const networkRules = rules({
  LeadNotEligible: [
    'N-2',
    'Il capofila {partner} non è un partner ammissibile oggi: prima se ne verifica l’ammissibilità.',
    'The lead {partner} is no eligible partner today: its eligibility has to be verified first.',
  ],
  LeadOfOtherKind: [
    'N-2',
    'L’avviso non ammette come capofila un ente di tipo «{kind}» (ammessi: {allowed}).',
    'The call does not allow a body of kind "{kind}" as lead (allowed: {allowed}).',
  ],
  LeadNotActive: [
    'N-2',
    'Il capofila è un membro attivo della rete: {partner} è nello stato «{status}».',
    'The lead is an active member of the network: {partner} is in the state "{status}".',
  ],
  LeadTaken: [
    'N-1',
    'La rete ha già un capofila ({lead}): ce n’è uno solo.',
    'The network has a lead already ({lead}): there is only one.',
  ],
  LeadMissing: [
    'N-1',
    'La rete resterebbe senza capofila: dalla costituzione in poi ce n’è sempre uno.',
    'The network would be without a lead: from its constitution on there is always one.',
  ],
  LeadStays: [
    'N-1',
    'Il partner {partner} è il capofila: prima lo si sostituisce.',
    'The partner {partner} is the lead: replace it first.',
  ],
  MemberHasCeased: [
    'N-2',
    'L’ente {partner} è cessato: il suo posto si lascia o si dà a un altro, non si riprende.',
    'The organisation {partner} has ended: its place is given up or taken by another, not resumed.',
  ],
  AgreementNotInForce: [
    'N-3',
    'La rete diventa attiva con un suo accordo in vigore: {agreement} non lo è.',
    'The network becomes active by an agreement of its own in force: {agreement} is none.',
  ],
  LeadNotAbove: [
    'N-5',
    'Il nuovo capofila {partner} non è membro attivo della rete superiore: prima va ammesso lì.',
    'The new lead {partner} is no active member of the network above: admit it there first.',
  ],
  LeadsBelow: [
    'N-5',
    'Il partner {partner} è capofila di una rete nidificata in questa: prima lo si sostituisce lì.',
    'The partner {partner} leads a network nested in this one: replace it there first.',
  ],
  CategoryMissing: [
    'N-7',
    'Mancano membri obbligatori: {missing}.',
    'Mandatory members are missing: {missing}.',
  ],
  MembersFixed: [
    'N-8',
    'La rete è attiva: i membri cambiano solo con l’autorizzazione e una modifica dell’accordo.',
    'The network is active: members change only by an approval and an amendment of the agreement.',
  ],
  AmendmentMissing: [
    'N-8',
    'La modifica nomina la versione {version} di {agreement}, che non è un accordo della rete in vigore.',
    'The change names version {version} of {agreement}, which is no agreement of the network in force.',
  ],
  VersionNoAmendment: [
    'N-8',
    'La versione {version} di {agreement} non è una modifica in vigore: la 1 è il testo originario, in vigore è la {inForce}.',
    'Version {version} of {agreement} is no amendment in force: 1 is the original text, the one in force is {inForce}.',
  ],
  AgreementStillBinds: [
    'N-10',
    'L’accordo {agreement} della rete vincola ancora: prima va concluso.',
    'The agreement {agreement} of the network still binds: bring it to its end first.',
  ],
  ObligationsOpen: [
    'N-10',
    'Restano aperti {openCents} centesimi di impegni e {openReports} rendiconti: prima si chiudono.',
    'There are {openCents} cents of commitments and {openReports} reports open: close them first.',
  ],
  NetworksNested: [
    'N-10',
    'Nella rete ci sono ancora altre reti ({nested}): prima si sciolgono o si fondono.',
    'There are networks nested in it still ({nested}): dissolve or merge them first.',
  ],
  AlreadyMember: [
    'N-9',
    'Il partner {partner} è già nella rete (stato «{status}», ruolo «{role}»): un ruolo per volta.',
    'The partner {partner} is in the network already (state "{status}", role "{role}"): one role at a time.',
  ],
  PartnerNotEligible: [
    'PA-2',
    'Il partner {partner} non è ammissibile oggi (stato «{status}», ammissibile fino al {eligibleUntil}).',
    'The partner {partner} is not eligible today (state "{status}", eligible until {eligibleUntil}).',
  ],
  PartnerIsSuspended: [
    'PA-8',
    'Il partner {partner} è sospeso: non assume nuovi impegni, e quindi non entra in una rete.',
    'The partner {partner} is suspended: it takes on nothing new, and so joins no network.',
  ],
  PowerMissing: [
    'PA-5',
    'Il mandato indicato non vale per l’adesione a una rete: serve un potere per quell’atto.',
    'The mandate named does not hold for joining a network: a power for that act is needed.',
  ],
  OtherRegion: [
    'PA-10',
    'Nel piano di un’altra Regione una Regione entra solo come soggetto aderente.',
    'In the plan of another Region a Region takes part only as an adhering body.',
  ],
  OutOfTurn: [
    'X-11',
    'La rete è nello stato «{status}»: questo passo chiede lo stato «{needed}».',
    'The network is in the state "{status}": this step asks for "{needed}".',
  ],
  MemberOutOfTurn: [
    'X-11',
    'Il membro {partner} è nello stato «{status}»: questo passo chiede lo stato «{needed}».',
    'The member {partner} is in the state "{status}": this step asks for "{needed}".',
  ],
  PlanRefused: [
    'X-11',
    'Il piano {plan} non è stato avviato: Regione e avviso erano già di un altro piano.',
    'The plan {plan} was not initiated: region and call were those of another plan.',
  ],
  InvitationOver: [
    'X-11',
    'L’invito valeva fino al {until}, che è passato.',
    'The invitation was valid until {until}, which is past.',
  ],
  InvitationHolds: [
    'X-11',
    'L’invito vale ancora, fino al {until}.',
    'The invitation is still valid, until {until}.',
  ],
  ExitRequested: [
    'X-11',
    'Il membro {partner} ha già chiesto di uscire.',
    'The member {partner} has asked to leave already.',
  ],
  ExitNotRequested: [
    'X-11',
    'Il membro {partner} non ha chiesto di uscire: lo chiede, o lo si esclude.',
    'The member {partner} has not asked to leave: it asks, or it is expelled.',
  ],
  MovedAlready: [
    'X-11',
    'I membri della rete {network} sono già passati.',
    'The members of the network {network} have moved already.',
  ],
  RoleKnown: [
    'X-11',
    'Il membro {partner} ha già il ruolo «{role}».',
    'The member {partner} has the role "{role}" already.',
  ],
  PlanUnknown: [
    'X-12',
    'Il piano {plan} non esiste o non è visibile.',
    'The plan {plan} does not exist or is not visible.',
  ],
  PartnerUnknown: [
    'X-12',
    'Il partner {partner} non esiste o non è visibile.',
    'The partner {partner} does not exist or is not visible.',
  ],
  MemberUnknown: [
    'X-12',
    'Il partner {partner} non è nella rete.',
    'The partner {partner} is not in the network.',
  ],
  NotMember: [
    'X-12',
    'L’organizzazione per cui si agisce non è in questa rete.',
    'The organisation acted for is not in this network.',
  ],
  NotInvited: [
    'X-12',
    'L’organizzazione per cui si agisce non è stata invitata in questa rete.',
    'The organisation acted for was not invited to this network.',
  ],
});
