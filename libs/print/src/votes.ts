import type { EndingAnswer, VoteAnswer } from './answers.js';
import { factsOf, text } from './paper.js';
import type { Block } from './paper.js';
import type { Setting } from './setting.js';
import { inWords } from './words.js';

/** A vote as the minutes tell it: its form, how it was counted, by whom, and each named vote. */
export function voteBlocks(vote: VoteAnswer, setting: Setting): readonly Block[] {
  const { say, word, formats } = setting;
  const { form, question, rulebookVersion, ending, paper } = vote;
  return [
    factsOf(
      [say.question, question && inWords(word.question, question.kind)],
      [say.form, inWords(word.form, form)],
      [say.rules, String(rulebookVersion)],
      [say.outcome, ending && inWords(word.outcome, ending.outcome)],
      [say.counted, ending && say.tally(ending.tally)],
      [say.tellers, paper?.tellers.map(setting.person).join(', ')],
      [say.closedAt, ending && formats.instant(ending.closedAt)],
      [say.text, vote.textSha256, true],
    ),
    ...namesOf(vote, setting),
    ...(ending ? [...tieOf(ending, setting), ...stepsOf(ending, setting)] : []),
  ];
}

/** The steps of the count, each a sentence; the rule as it was applied. */
export function stepsOf(
  { trace }: Pick<EndingAnswer, 'trace'>,
  { say, locale }: Setting,
): readonly Block[] {
  if (trace.length === 0) return [];
  return [text(`${say.steps}:`), { kind: 'list', items: trace.map((step) => step[locale]) }];
}

/** How each voted where that is known; of a secret vote who voted, and no more (D-3). */
export function namesOf(
  { ballots, voters }: Pick<VoteAnswer, 'ballots' | 'voters'>,
  { say, word, seat, person }: Setting,
): readonly Block[] {
  const cast = ballots.filter(({ cancelled }) => !cancelled);
  if (cast.length > 0) {
    const rows = cast.map((ballot) => [
      ...[seat(ballot.seat), person(ballot.person), inWords(word.choice, ballot.choice)],
    ]);
    const head = [say.seatHead, say.voterHead, say.choiceHead];
    return [{ kind: 'table', head, widths: [2, 2, 1], rows }];
  }
  const voted = voters.filter(({ cancelled }) => !cancelled);
  if (voted.length === 0) return [];
  return [text(`${say.votersOnly}: ${voted.map((one) => person(one.person)).join(', ')}.`)];
}

function tieOf({ tie }: EndingAnswer, { say, word, person }: Setting): readonly Block[] {
  if (!tie?.broken) return [];
  const { kind, person: who, side, record } = tie.broken;
  const by = say.tieBroken(kind, person(who));
  const broken = side === null ? by : `${by}: ${inWords(word.side, side)}`;
  return [factsOf([say.tie, broken], [say.tieRecord, record, true])];
}
