import type { MajorityBase, MajorityRule, Share, TieRule, Unanimity } from '../contract/index.js';

/** The same thing said in both languages of the house. */
export type Sentence = Readonly<{ it: string; en: string }>;

const baseWords: Readonly<Record<MajorityBase, Sentence>> = {
  cast: { it: 'i voti espressi, astensioni comprese', en: 'votes cast, abstentions included' },
  castLessAbstentions: {
    it: 'i voti favorevoli e contrari, senza le astensioni',
    en: 'votes for and against, without abstentions',
  },
  present: { it: 'i presenti', en: 'members present' },
  entitled: { it: 'gli aventi diritto al voto', en: 'members entitled to vote' },
  seats: { it: 'tutti i seggi', en: 'all seats' },
};

type Numbers = Readonly<{
  present: number;
  whole: number;
  needed: number;
  reached: boolean;
  uncovered: readonly string[];
}>;
type Tally = Readonly<{ for: number; against: number; abstain: number }>;

/** The sentences of a trace, one function a step; numbers in, words out. */
export const say = {
  quorum({ present, whole, needed, reached, uncovered }: Numbers): Sentence {
    const it = `Presenti e non astenuti per obbligo ${text(present)} su ${text(whole)}; ne servono ${text(needed)}: `;
    const en = `${text(present)} of ${text(whole)} present and not recused; ${text(needed)} are needed: `;
    if (uncovered.length > 0) {
      const missing = uncovered.join(', ');
      return {
        it: `${it}mancano componenti delle categorie ${missing}.`,
        en: `${en}members of the categories ${missing} are missing.`,
      };
    }
    return reached
      ? { it: `${it}il numero legale c’è.`, en: `${en}there is a quorum.` }
      : { it: `${it}manca il numero legale.`, en: `${en}there is no quorum.` };
  },
  votes({ for: inFavour, against, abstain }: Tally, recused: number): Sentence {
    return {
      it: `Favorevoli ${text(inFavour)}, contrari ${text(against)}, astenuti ${text(abstain)}; esclusi per conflitto ${text(recused)}.`,
      en: `For ${text(inFavour)}, against ${text(against)}, abstained ${text(abstain)}; recused ${text(recused)}.`,
    };
  },
  base(base: MajorityBase, count: number): Sentence {
    const { it, en } = baseWords[base];
    return {
      it: `La maggioranza si calcola su ${text(count)}: ${it}.`,
      en: `The majority is reckoned on ${text(count)}: ${en}.`,
    };
  },
  majority(
    { votes, base, needed }: Readonly<{ votes: number; base: number; needed: number }>,
    { num, den, strict }: MajorityRule,
    reached: boolean,
  ): Sentence {
    const share = `${text(num)}/${text(den)}`;
    const it = `${strict ? 'Serve più di' : 'Servono almeno'} ${share} di ${text(base)}, cioè ${text(needed)} voti favorevoli; sono ${text(votes)}`;
    const en = `${strict ? 'More than' : 'At least'} ${share} of ${text(base)}, that is ${text(needed)} votes in favour, are needed; there are ${text(votes)}`;
    return reached
      ? { it: `${it}: maggioranza raggiunta.`, en: `${en}: the majority is reached.` }
      : { it: `${it}: maggioranza non raggiunta.`, en: `${en}: the majority is not reached.` };
  },
  unanimity(
    unanimity: Unanimity,
    { votes, against, base }: Readonly<{ votes: number; against: number; base: number }>,
    reached: boolean,
  ): Sentence {
    const asked = {
      noObjection: {
        it: 'Serve l’unanimità: nessun contrario e almeno un favorevole',
        en: 'Unanimity is needed: nobody against and somebody in favour',
      },
      allYes: {
        it: `Serve l’unanimità: favorevoli tutti i ${text(base)}`,
        en: `Unanimity is needed: all ${text(base)} in favour`,
      },
    }[unanimity];
    const it = `${asked.it}; favorevoli ${text(votes)}, contrari ${text(against)}`;
    const en = `${asked.en}; ${text(votes)} are in favour, ${text(against)} against`;
    return reached
      ? { it: `${it}: unanimità raggiunta.`, en: `${en}: there is unanimity.` }
      : { it: `${it}: unanimità non raggiunta.`, en: `${en}: there is no unanimity.` };
  },
  weights(
    { for: votes, base, needed }: Readonly<{ for: number; base: number; needed: number }>,
    { num, den, strict }: Share,
    reached: boolean,
  ): Sentence {
    const share = `${text(num)}/${text(den)}`;
    const it = `${strict ? 'Serve più di' : 'Servono almeno'} ${share} del peso ${text(base)}, cioè ${text(needed)}; i favorevoli pesano ${text(votes)}`;
    const en = `${strict ? 'More than' : 'At least'} ${share} of the weight ${text(base)}, that is ${text(needed)}, is needed; those in favour weigh ${text(votes)}`;
    return reached
      ? { it: `${it}: raggiunto.`, en: `${en}: it is reached.` }
      : { it: `${it}: non raggiunto.`, en: `${en}: it is not reached.` };
  },
  earlier({ it, en }: Sentence): Sentence {
    return {
      it: `Come per la deliberazione su cui si torna: ${lower(it)}`,
      en: `As for the decision that the body comes back to: ${lower(en)}`,
    };
  },
  postponed(): Sentence {
    return {
      it: 'A parità di voti la proposta è rinviata.',
      en: 'With equal votes the proposal is postponed.',
    };
  },
  tie(tie: TieRule, chair: 'for' | 'against' | 'abstain' | null): Sentence {
    if (tie === 'falls') {
      return {
        it: 'A parità di voti la proposta non è approvata.',
        en: 'With equal votes the proposal falls.',
      };
    }
    if (chair === 'for' || chair === 'against') {
      const side =
        chair === 'for' ? { it: 'favorevole', en: 'for' } : { it: 'contrario', en: 'against' };
      return {
        it: `A parità di voti prevale il voto di chi presiede: ${side.it}.`,
        en: `With equal votes the vote of the chair prevails: ${side.en}.`,
      };
    }
    return {
      it: 'A parità di voti prevarrebbe il voto di chi presiede, che non ha votato né a favore né contro: la proposta non è approvata.',
      en: 'With equal votes the vote of the chair would prevail, but the chair voted neither for nor against: the proposal falls.',
    };
  },
  disclosed(): Sentence {
    return {
      it: 'La votazione segreta è unanime: il risultato rivela il voto di ciascuno.',
      en: 'The secret vote is unanimous: its result discloses every vote.',
    };
  },
  result(outcome: 'approved' | 'rejected' | 'inquorate' | 'postponed' | 'tied'): Sentence {
    return {
      approved: { it: 'La proposta è approvata.', en: 'The proposal is adopted.' },
      rejected: { it: 'La proposta non è approvata.', en: 'The proposal is not adopted.' },
      inquorate: {
        it: 'Votazione non valida: manca il numero legale.',
        en: 'The vote is void: there is no quorum.',
      },
      postponed: {
        it: 'La proposta non è decisa: è rinviata.',
        en: 'The proposal is not decided: it is postponed.',
      },
      tied: {
        it: 'I voti sono pari: la proposta non è ancora decisa.',
        en: 'The votes are equal: the proposal is not decided yet.',
      },
    }[outcome];
  },
} as const;

function lower(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function text(value: number): string {
  return String(value);
}
