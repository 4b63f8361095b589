import { RequestRefused } from '../door/refused.js';

/** Why a print is not given out. */
export const refusals = {
  unknown: () =>
    new RequestRefused(404, 'NOT_FOUND', {
      it: 'Questo atto non c’è, o non è visibile a chi lo chiede.',
      en: 'There is no such act, or you may not see it.',
    }),
  noSuchPrint: () =>
    new RequestRefused(404, 'NOT_FOUND', {
      it: 'Di una seduta si stampano notice.pdf, attendance.pdf e minutes.pdf; di una decisione resolution.pdf.',
      en: 'Of a sitting there are notice.pdf, attendance.pdf and minutes.pdf; of a decision resolution.pdf.',
    }),
  noMinutesYet: () =>
    new RequestRefused(409, 'NOT_YET_THERE', {
      it: 'Il verbale si stampa quando la seduta è terminata: ora c’è il foglio presenze.',
      en: 'Minutes are printed when the sitting has ended: for now there is the attendance sheet.',
    }),
  noResolutionYet: () =>
    new RequestRefused(409, 'NOT_YET_THERE', {
      it: 'La deliberazione si stampa dopo il voto: finora c’è la proposta.',
      en: 'A resolution is printed after the vote: so far there is the proposal.',
    }),
  badStandard: () =>
    new RequestRefused(400, 'BAD_USER_INPUT', {
      it: 'Il parametro standard è a-2a (PDF/A-2a, da conservare) o ua-1 (PDF/UA-1, per lettori di schermo).',
      en: 'The parameter standard is a-2a (PDF/A-2a, to be kept) or ua-1 (PDF/UA-1, for screen readers).',
    }),
  noCompiler: () =>
    new RequestRefused(503, 'PRINTING_UNAVAILABLE', {
      it: 'Questa installazione non può comporre PDF: manca @myriaddreamin/typst-ts-node-compiler per questa piattaforma. Chi amministra il server lo installi con npm ci.',
      en: 'This installation cannot make PDF: @myriaddreamin/typst-ts-node-compiler is missing for this platform. Whoever administers the server installs it with npm ci.',
    }),
};
