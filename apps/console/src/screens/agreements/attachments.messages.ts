import { messages } from '../../app/text.ts';

/** Documents of an agreement. */
export const attachmentsMessages = messages({
  it: {
    title: 'Allegati',
    count: '{count, plural, one {un documento} other {# documenti}}',
    act: 'Atto di approvazione',
    container: 'File firmato',
    report: 'Rapporto di verifica della firma',
    refusal: 'Dichiarazione di rifiuto',
    condition: 'Condizione avverata',
  },
  en: {
    title: 'Attachments',
    count: '{count, plural, one {one document} other {# documents}}',
    act: 'Approving act',
    container: 'Signed file',
    report: 'Report on the signature',
    refusal: 'Statement of refusal',
    condition: 'Condition met',
  },
});
