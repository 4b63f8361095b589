import type { Quorum } from './outcome.js';
import type { Sentence } from './outcome.sentences.js';

/** The sentences of a trace that only a procedure without a sitting has; numbers in, words out. */
export const sayOfProcedures = {
  replies(quorum: Quorum): Sentence {
    return ending(quorum, {
      it: `Risposte valide ${text(quorum.present)} su ${text(quorum.whole)}`,
      en: `${text(quorum.present)} valid answers of ${text(quorum.whole)}`,
    });
  },
  free(quorum: Quorum): Sentence {
    return ending(quorum, {
      it: `Possono esprimersi ${text(quorum.present)} su ${text(quorum.whole)}`,
      en: `${text(quorum.present)} of ${text(quorum.whole)} may speak`,
    });
  },
  silence(
    { free, objections, needed }: Readonly<{ free: number; objections: number; needed: number }>,
    holds: boolean,
  ): Sentence {
    const it = `Su ${text(free)} seggi, obiezioni motivate ${text(objections)}; ne bastano ${text(needed)} per impedire l’assenso`;
    const en = `Of ${text(free)} seats, ${text(objections)} objected with reasons; ${text(needed)} are enough to prevent assent`;
    return holds
      ? { it: `${it}: il silenzio vale assenso.`, en: `${en}: silence is assent.` }
      : { it: `${it}: non c’è assenso.`, en: `${en}: there is no assent.` };
  },
} as const;

function ending({ needed, reached, uncovered = [] }: Quorum, start: Sentence): Sentence {
  const it = `${start.it}; ne servono ${text(needed)}: `;
  const en = `${start.en}; ${text(needed)} are needed: `;
  if (uncovered.length > 0) {
    const missing = uncovered.join(', ');
    return {
      it: `${it}mancano le categorie ${missing}.`,
      en: `${en}the categories ${missing} are missing.`,
    };
  }
  return reached
    ? { it: `${it}bastano.`, en: `${en}they are enough.` }
    : { it: `${it}non bastano.`, en: `${en}they are not enough.` };
}

function text(value: number): string {
  return String(value);
}
