import type { Sentence } from './outcome.sentences.js';

/** The sentences of a tie that waits for a draw or a second vote, and of what ends it. */
export const sayOfTies = {
  waits(rule: 'chairSecond' | 'lot'): Sentence {
    return {
      lot: {
        it: 'A parità di voti decide la sorte: l’estrazione è da verbalizzare.',
        en: 'With equal votes the matter is decided by lot: the drawing is to be recorded.',
      },
      chairSecond: {
        it: 'A parità di voti decide il secondo voto di chi presiede, che è da esprimere.',
        en: 'With equal votes a second vote of who presides decides: it is to be cast.',
      },
    }[rule];
  },
  unpresided(): Sentence {
    return {
      it: 'A parità di voti deciderebbe il secondo voto di chi presiede, ma nessuno presiede: la proposta non è approvata.',
      en: 'With equal votes a second vote of who presides would decide, but nobody presides: the proposal falls.',
    };
  },
  drawn(side: 'against' | 'for'): Sentence {
    return {
      for: {
        it: 'Alla parità l’estrazione a sorte è favorevole.',
        en: 'The tie is broken by lot: for.',
      },
      against: {
        it: 'Alla parità l’estrazione a sorte è contraria.',
        en: 'The tie is broken by lot: against.',
      },
    }[side];
  },
  votedAgain(side: 'against' | 'for'): Sentence {
    return {
      for: {
        it: 'Alla parità il secondo voto di chi presiede è favorevole.',
        en: 'The tie is broken by the second vote of who presides: for.',
      },
      against: {
        it: 'Alla parità il secondo voto di chi presiede è contrario.',
        en: 'The tie is broken by the second vote of who presides: against.',
      },
    }[side];
  },
  putOff(): Sentence {
    return {
      it: 'La parità non è stata sciolta: chi presiede rinvia la proposta.',
      en: 'The tie was not broken: who presides postpones the proposal.',
    };
  },
  resultByLot(side: 'against' | 'for'): Sentence {
    return {
      for: { it: 'La proposta è approvata per sorteggio.', en: 'The proposal is adopted by lot.' },
      against: {
        it: 'La proposta non è approvata, per sorteggio.',
        en: 'The proposal is not adopted, by lot.',
      },
    }[side];
  },
  resultBySecondVote(side: 'against' | 'for'): Sentence {
    return {
      for: {
        it: 'La proposta è approvata con il secondo voto di chi presiede.',
        en: 'The proposal is adopted by the second vote of who presides.',
      },
      against: {
        it: 'La proposta non è approvata, con il secondo voto di chi presiede.',
        en: 'The proposal is not adopted, by the second vote of who presides.',
      },
    }[side];
  },
} as const;
