import { messages } from '../../app/text.ts';

/** The vote bar and the quorum meter. */
export const voteMessages = messages({
  it: {
    for: '{count, plural, one {favorevole} other {favorevoli}}',
    against: '{count, plural, one {contrario} other {contrari}}',
    abstain: '{count, plural, one {astenuto} other {astenuti}}',
    silent: '{count, plural, one {non ha votato} other {non hanno votato}}',
    recused: '{count, plural, one {escluso per conflitto} other {esclusi per conflitto}}',
    base: 'Su chi si misura',
    entitled: 'Aventi diritto',
    present: 'Presenti',
    finding:
      'Favorevoli {inFavour} su {whole} {base, select, present {presenti} other {aventi diritto}}, contrari {against}, astenuti {abstain}.',
    neededFor: 'Favorevoli necessari: {needed}.',
    quorumFor: 'Numero legale: {quorum}.',
    threshold: 'soglia: {needed}',
    quorum: 'numero legale: {quorum}',
    table: 'I numeri della votazione',
    what: 'Voto',
    count: 'Seggi',
    share: 'Quota',
    neededRow: 'Favorevoli necessari',
    quorumRow: 'Numero legale',
    meter:
      'Presenti {present} su {whole}; ne servono {needed}: {reached, select, yes {il numero legale c’è} other {manca il numero legale}}.',
    uncovered: 'Mancano componenti delle categorie: {categories}.',
    holds: 'vale',
    fails: 'non vale',
  },
  en: {
    for: '{count, plural, other {in favour}}',
    against: '{count, plural, other {against}}',
    abstain: '{count, plural, other {abstained}}',
    silent: '{count, plural, one {has not voted} other {have not voted}}',
    recused: '{count, plural, other {recused}}',
    base: 'Measured on',
    entitled: 'Entitled',
    present: 'Present',
    finding:
      '{inFavour} in favour of {whole} {base, select, present {present} other {entitled}}, {against} against, {abstain} abstained.',
    neededFor: 'Votes in favour needed: {needed}.',
    quorumFor: 'Quorum: {quorum}.',
    threshold: 'threshold: {needed}',
    quorum: 'quorum: {quorum}',
    table: 'The numbers of the vote',
    what: 'Vote',
    count: 'Seats',
    share: 'Share',
    neededRow: 'Votes in favour needed',
    quorumRow: 'Quorum',
    meter:
      '{present} of {whole} present; {needed} are needed: {reached, select, yes {there is a quorum} other {there is no quorum}}.',
    uncovered: 'Members of these categories are missing: {categories}.',
    holds: 'holds',
    fails: 'does not hold',
  },
});
