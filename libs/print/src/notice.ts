import type { SittingAnswer } from './answers.js';
import { attendanceTable } from './attendance.js';
import { factsOf, heading, text } from './paper.js';
import type { Block, Paper } from './paper.js';
import { frameOf, isOfTheFund, settingOf } from './setting.js';
import type { Circumstances, Setting } from './setting.js';
import { inWords } from './words.js';

/** The notice of a sitting (convocazione, GB-1): when, where, on what, and who was sent it. */
export function noticeOf(sitting: SittingAnswer, about: Circumstances): Paper {
  const { board } = sitting;
  const setting = settingOf(about, board);
  const { say } = setting;
  const frame = frameOf(about, board);
  return {
    ...{
      ...frame,
      title: say.notice,
      isCofinanced: isOfTheFund(board?.plan, board?.network?.plan),
    },
    hashes: sitting.items.map((item) => [setting.titleOf(item), item.textSha256, true]),
    blocks: [
      ...[text(say.noticeOpening(frame.body)), sittingFacts(sitting, setting)],
      ...[heading(say.agenda), ...agendaOf(sitting, setting)],
      ...[heading(say.sentTo), servedTable(sitting, setting)],
    ],
  };
}

/** The attendance sheet (foglio presenze, GB-2): who was there when, and the quorum of each item. */
export function sheetOf(sitting: SittingAnswer, about: Circumstances): Paper {
  const { board } = sitting;
  const setting = settingOf(about, board);
  const { say } = setting;
  const quorums = sitting.items.map((item, index) => [
    `${String(index + 1)}. ${setting.titleOf(item)}`,
    quorumOf(item, setting),
  ]);
  return {
    ...{ ...frameOf(about, board), title: say.sheet },
    isCofinanced: isOfTheFund(board?.plan, board?.network?.plan),
    hashes: recordHashes(sitting, setting),
    blocks: [
      ...[
        sittingFacts(sitting, setting),
        heading(say.attendance),
        attendanceTable(sitting, setting, true),
      ],
      ...delegationsOf(sitting, setting),
      heading(say.quorumPerItem),
      { kind: 'table', head: [say.itemHead, say.quorum], widths: [3, 2], rows: quorums },
      ...keptOf(sitting, setting),
      ...signaturesOf(sitting, setting),
    ],
  };
}

/** When and where, and who presides. */
export function sittingFacts(
  sitting: SittingAnswer,
  { say, word, formats, person }: Setting,
): Block {
  const { at, place, call, convenedAt, openedAt, endedAt, chair, secretary, status } = sitting;
  return factsOf(
    [say.when, formats.instant(at)],
    [say.where, place],
    [say.call, inWords(word.call, call)],
    [say.convenedAt, formats.instant(convenedAt)],
    [say.status, inWords(word.sitting, status)],
    [say.opened, openedAt && formats.instant(openedAt)],
    [say.ended, endedAt && formats.instant(endedAt)],
    [say.chair, chair && person(chair)],
    [say.secretary, secretary && person(secretary)],
  );
}

/** The quorum of an item as it was verified. */
export function quorumOf({ quorum }: SittingAnswer['items'][number], { say }: Setting): string {
  if (quorum === null) return say.notVerified;
  const reached = quorum.reached ? say.reached : say.notReached;
  return `${reached}: ${say.quorumOf(quorum.counted, quorum.needed)}`;
}

/** Says where something of a sitting is kept from the reader: no paper passes that over. */
export function keptOf({ record, items }: SittingAnswer, { say }: Setting): readonly Block[] {
  const none = items.length === 0 ? [text(say.noItems)] : [];
  return record === null ? [...none, text(say.kept)] : none;
}

/** The record that a paper of a sitting was made beside. */
export function recordHashes({ record }: SittingAnswer, { say }: Setting): Paper['hashes'] {
  return record === null ? [] : [[say.record, record.sha256, true]];
}

/** Where who presides and who keeps the minutes sign. */
export function signaturesOf(
  { chair, secretary }: Pick<SittingAnswer, 'chair' | 'secretary'>,
  { say, person }: Setting,
): readonly Block[] {
  const rows = [
    [say.chair, chair ? person(chair) : ''],
    [say.secretary, secretary ? person(secretary) : ''],
  ] as const;
  return [heading(say.signatures), { kind: 'signatures', rows }];
}

/** Seats given to the holder of another for this sitting (deleghe, GB-5). */
export function delegationsOf(
  { delegations }: SittingAnswer,
  { say, seat }: Setting,
): readonly Block[] {
  if (delegations.length === 0) return [];
  const items = delegations.map(({ seat: from, to, revoked }) => {
    const given = say.delegation(seat(from), seat(to));
    return revoked ? `${given} (${say.revoked})` : given;
  });
  return [heading(say.delegations), { kind: 'list', items }];
}

function agendaOf(sitting: SittingAnswer, setting: Setting): readonly Block[] {
  const items = sitting.items.map((item) => {
    const papers = item.papers.map(({ title }) => title).join('; ');
    const title = setting.titleOf(item);
    return papers === '' ? title : `${title} — ${setting.say.papers}: ${papers}`;
  });
  const kept = keptOf(sitting, setting);
  return items.length === 0 ? kept : [{ kind: 'numbered', items }, ...kept];
}

function servedTable(
  { notified, services }: SittingAnswer,
  { say, word, formats, seat }: Setting,
): Block {
  const rows = notified.map((each) => {
    const served = services.filter((service) => service.seat === each);
    const how = served.map(
      ({ channel, servedAt }) => `${inWords(word.channel, channel)}, ${formats.instant(servedAt)}`,
    );
    return [seat(each), how.join('; ') || say.notServed];
  });
  return { kind: 'table', head: [say.member, say.served], widths: [1, 1], rows };
}
