import { messages } from '../app/text.ts';

/** What is asked of every signature. */
export const signatureMessages = messages({
  it: {
    hash: 'Impronta del testo',
    level: 'Livello della firma',
    container: 'File firmato',
    report: 'Rapporto di verifica',
    reason: 'Motivazione',
    reasonHint:
      'Per esempio l’atto che autorizza a firmare. Sta accanto alla firma, fuori dal registro.',
  },
  en: {
    hash: 'Hash of the text',
    level: 'Level of the signature',
    container: 'Signed file',
    report: 'Verification report',
    reason: 'Reason',
    reasonHint:
      'For instance the act that authorises the signature. It is kept beside it, outside the log.',
  },
});
