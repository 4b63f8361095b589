import { eventSentences } from './sentences.ts';

/** What was recorded of organisations. */
export const partnersEvents = eventSentences({
  it: {
    PartnerRegistered: '{who} ha registrato l’ente {title}',
    PartnerRegistrationConfirmed: 'La registrazione dell’ente è confermata',
    PartnerRegistrationRefused:
      'La registrazione è rifiutata: un altro ente ha lo stesso codice fiscale',
    PartnerIdentifierRecorded: '{who} ha registrato un codice dell’ente',
    PartnerDetailsUpdated: '{who} ha aggiornato i dati dell’ente',
    PartnerClassified: '{who} ha cambiato la categoria dell’ente',
    BeneficialOwnersRecorded: '{who} ha registrato i titolari effettivi dell’ente',
    InterestDeclared: '{who} ha dichiarato un interesse',
    EligibilityEvidenceSubmitted:
      '{who} ha presentato le prove dei requisiti, valide fino al {until}',
    PartnerEligibilityConfirmed: '{who} ha confermato i requisiti dell’ente fino al {until}',
    PartnerEligibilityRejected: '{who} non ha riconosciuto i requisiti dell’ente',
    PartnerEligibilityLapsed: 'I requisiti dell’ente sono scaduti il {until}',
    LegalRepresentativeAppointed: '{who} ha registrato il legale rappresentante, dal {from}',
    LegalRepresentativeMandateEnded: 'Il mandato del legale rappresentante è terminato il {on}',
    SignatoryAuthorised: '{who} ha autorizzato un firmatario, dal {from}',
    SignatoryRevoked: '{who} ha revocato un firmatario autorizzato, dal {on}',
    RepresentationLapsed: 'Il mandato di chi rappresenta l’ente è scaduto il {until}',
    PartnerSuspended: '{who} ha sospeso l’ente',
    PartnerReinstated: '{who} ha posto fine alla sospensione dell’ente',
    PartnerWithdrawalRequested: '{who} ha chiesto il recesso dell’ente',
    PartnerWithdrawn: 'L’ente è receduto',
    PartnerExclusionProposed:
      '{who} ha proposto l’esclusione dell’ente: può rispondere fino al {replyUntil}',
    PartnerExclusionAnswered: '{who} ha risposto alla proposta di esclusione',
    PartnerReplyTimeLapsed:
      'Il tempo per rispondere alla proposta di esclusione è scaduto il {replyUntil}',
    PartnerExclusionDropped: '{who} ha lasciato cadere la proposta di esclusione',
    PartnerExcluded: '{who} ha escluso l’ente',
    PartnerSucceeded: '{who} ha registrato il subentro di un altro ente dal {on}',
    PartnerDissolved: '{who} ha registrato lo scioglimento dell’ente il {on}',
    PartnerDuplicateMarked: '{who} ha segnato l’ente come doppione di un altro',
    PartnerInvolved: 'L’ente ha una parte in un altro oggetto',
  },
  en: {
    PartnerRegistered: '{who} registered the organisation {title}',
    PartnerRegistrationConfirmed: 'The registration of the organisation was confirmed',
    PartnerRegistrationRefused:
      'The registration was refused: another organisation holds the tax code',
    PartnerIdentifierRecorded: '{who} recorded an identifier of the organisation',
    PartnerDetailsUpdated: '{who} updated the details of the organisation',
    PartnerClassified: '{who} changed the kind of the organisation',
    BeneficialOwnersRecorded: '{who} recorded the beneficial owners of the organisation',
    InterestDeclared: '{who} declared an interest',
    EligibilityEvidenceSubmitted: '{who} submitted evidence of eligibility, good until {until}',
    PartnerEligibilityConfirmed:
      '{who} confirmed the eligibility of the organisation until {until}',
    PartnerEligibilityRejected: '{who} rejected the eligibility of the organisation',
    PartnerEligibilityLapsed: 'The eligibility of the organisation lapsed on {until}',
    LegalRepresentativeAppointed: '{who} recorded the legal representative from {from}',
    LegalRepresentativeMandateEnded: 'The mandate of the legal representative ended on {on}',
    SignatoryAuthorised: '{who} authorised a signatory from {from}',
    SignatoryRevoked: '{who} revoked an authorised signatory from {on}',
    RepresentationLapsed: 'The mandate of who represents the organisation lapsed on {until}',
    PartnerSuspended: '{who} suspended the organisation',
    PartnerReinstated: '{who} reinstated the organisation',
    PartnerWithdrawalRequested: '{who} requested the withdrawal of the organisation',
    PartnerWithdrawn: 'The organisation has withdrawn',
    PartnerExclusionProposed:
      '{who} proposed to exclude the organisation: it may reply until {replyUntil}',
    PartnerExclusionAnswered: '{who} answered the proposal of exclusion',
    PartnerReplyTimeLapsed:
      'The time to reply to the proposal of exclusion was over on {replyUntil}',
    PartnerExclusionDropped: '{who} dropped the proposal of exclusion',
    PartnerExcluded: '{who} excluded the organisation',
    PartnerSucceeded: '{who} recorded the succession of another organisation from {on}',
    PartnerDissolved: '{who} recorded that the organisation was dissolved on {on}',
    PartnerDuplicateMarked: '{who} marked the organisation as a duplicate of another',
    PartnerInvolved: 'The organisation has a part in another object',
  },
});
