import { messages } from '../../app/text.ts';

/** A signature on a decision. */
export const signingMessages = messages({
  it: {
    signing: 'Firma',
    lead: 'Si registra la firma sul testo votato: il file firmato e il rapporto di verifica, salvo firma semplice.',
    signatory: 'Chi ha firmato',
    signedAt: 'Firmato il',
    sign: 'Registra la firma',
  },
  en: {
    signing: 'Signature',
    lead: 'A signature on the text that was voted on is recorded: the signed file and the report of its verification, unless it is simple.',
    signatory: 'Who signed',
    signedAt: 'Signed at',
    sign: 'Record the signature',
  },
});
