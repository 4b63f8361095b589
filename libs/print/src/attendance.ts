import type { SittingAnswer } from './answers.js';
import type { Block } from './paper.js';
import type { Setting } from './setting.js';
import { inWords } from './words.js';

/**
 * Who was there and when; every seat in office has its row, who was not there too. On the sheet
 * there is room to sign in.
 */
export function attendanceTable(
  { attendance, board }: Pick<SittingAnswer, 'attendance' | 'board'>,
  { say, word, formats, seat, person }: Setting,
  isSheet: boolean,
): Block {
  const room = isSheet ? [''] : [];
  const there = attendance.map((one) => {
    const as = inWords(word.as, one.as);
    const until = one.leftAt === null ? '—' : formats.hour(one.leftAt);
    return [
      ...[seat(one.seat), person(one.person), one.video ? `${as}, ${say.video}` : as],
      ...[formats.hour(one.arrivedAt), until, ...room],
    ];
  });
  const missing = (board?.seats ?? [])
    .filter(({ status }) => status === 'APPOINTED')
    .filter((held) => !attendance.some((one) => one.seat === held.seat))
    .map((held) => [seat(held.seat), '', say.absent, '', '', ...room]);
  return {
    kind: 'table',
    head: [
      ...[say.seatHead, say.member, say.as, say.from, say.until],
      ...(isSheet ? [say.signature] : []),
    ],
    widths: [4, 3, 2.5, 1.5, 1.5, ...(isSheet ? [3] : [])],
    rows: [...there, ...missing],
  };
}
