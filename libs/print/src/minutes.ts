import type { ItemAnswer, SittingAnswer } from './answers.js';
import { attendanceTable } from './attendance.js';
import { delegationsOf, keptOf, quorumOf, recordHashes } from './notice.js';
import { signaturesOf, sittingFacts } from './notice.js';
import { factsOf, heading, text } from './paper.js';
import type { Block, Paper } from './paper.js';
import { frameOf, isOfTheFund, settingOf } from './setting.js';
import type { Circumstances, Setting } from './setting.js';
import { voteBlocks } from './votes.js';
import { inWords } from './words.js';

const OVER: ReadonlySet<string> = new Set([
  ...['CLOSED', 'DESERTED', 'MINUTES_DRAFTED', 'MINUTES_APPROVED'],
]);

/** Minutes tell of a sitting that is over. */
export function hasMinutes({ status }: Pick<SittingAnswer, 'status'>): boolean {
  return OVER.has(status);
}

/**
 * The minutes of a sitting (verbale, GB-9): attendance with its hours, and for each item its
 * quorum, conflicts, votes and outcome, from the facts alone.
 */
export function minutesOf(sitting: SittingAnswer, about: Circumstances): Paper {
  const { board, items } = sitting;
  const setting = settingOf(about, board);
  const { say } = setting;
  return {
    ...{ ...frameOf(about, board), title: say.minutes },
    isCofinanced: isOfTheFund(board?.plan, board?.network?.plan),
    hashes: recordHashes(sitting, setting),
    blocks: [
      ...[
        sittingFacts(sitting, setting),
        heading(say.attendance),
        attendanceTable(sitting, setting, false),
      ],
      ...delegationsOf(sitting, setting),
      ...items.flatMap((item, index) => itemBlocks(item, index + 1, setting)),
      ...keptOf(sitting, setting),
      factsOf(
        [say.recordDrafted, sitting.minutesRecord, true],
        [say.minutesDocument, sitting.minutes, true],
      ),
      ...approvalOf(sitting, setting),
      ...signaturesOf(sitting, setting),
    ],
  };
}

function itemBlocks(item: ItemAnswer, number: number, setting: Setting): readonly Block[] {
  const { say, word, person, titleOf } = setting;
  const conflicts = item.conflicts.map(
    (conflict) => `${person(conflict.person)}: ${inWords(word.conflict, conflict.status)}`,
  );
  return [
    heading(`${String(number)}. ${titleOf(item)}`),
    factsOf(
      [say.itemHead, inWords(word.item, item.status)],
      [say.quorum, quorumOf(item, setting)],
      [say.conflicts, conflicts.join('; ')],
      [say.papers, item.papers.map(({ title }) => title).join('; ')],
      ...(item.vote === null ? ([[say.text, item.textSha256, true]] as const) : []),
    ),
    ...item.questions.flatMap((vote) => voteBlocks(vote, setting)),
    ...(item.vote === null ? [] : voteBlocks(item.vote, setting)),
  ];
}

function approvalOf(
  { minutesApprovedBy }: SittingAnswer,
  { say, person }: Setting,
): readonly Block[] {
  return minutesApprovedBy === null ? [] : [text(`${say.approvedBy(person(minutesApprovedBy))}.`)];
}
