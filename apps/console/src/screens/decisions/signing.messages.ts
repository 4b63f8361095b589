import { messages } from '../../app/text.ts';

/** A signature on a decision. */
export const signingMessages = messages({
  it: {
    signing: 'Firma',
    lead: 'Si registra la firma sul testo votato: il file firmato e il rapporto di verifica, salvo firma semplice.',
    hash: 'Testo da firmare',
    signatory: 'Chi ha firmato',
    signedAt: 'Firmato il',
    level: 'Livello della firma',
    container: 'File firmato',
    report: 'Rapporto di verifica',
    reason: 'Motivazione (per una firma semplice senza file)',
    sign: 'Registra la firma',
  },
  en: {
    signing: 'Signature',
    lead: 'A signature on the text that was voted on is recorded: the signed file and the report of its verification, unless it is simple.',
    hash: 'Text to be signed',
    signatory: 'Who signed',
    signedAt: 'Signed at',
    level: 'Level of the signature',
    container: 'Signed file',
    report: 'Report of its verification',
    reason: 'Reason (for a simple signature without a file)',
    sign: 'Record the signature',
  },
});
