import type { SittingAnswer } from './answers.js';
import type { Block } from './paper.js';
import type { Setting } from './setting.js';
import { inWords } from './words.js';

type Attended = Pick<SittingAnswer, 'attendance' | 'board' | 'endedAt' | 'notified' | 'openedAt'>;

/**
 * Who was there and when; every seat in office has its row, who was not there too. On the sheet
 * there is room to sign in; nobody is absent from a sitting that has not begun.
 */
export function attendanceTable(
  sitting: Attended,
  { say, word, formats, seat, person }: Setting,
  isSheet: boolean,
): Block {
  const { attendance, openedAt } = sitting;
  const room = isSheet ? [''] : [];
  const there = attendance.map((one) => {
    const as = inWords(word.as, one.as);
    const until = one.leftAt === null ? '—' : formats.hour(one.leftAt);
    return [
      ...[seat(one.seat), person(one.person), one.video ? `${as}, ${say.video}` : as],
      ...[formats.hour(one.arrivedAt), until, ...room],
    ];
  });
  const absent = openedAt === null ? '' : say.absent;
  const missing = seatsOf(sitting)
    .filter((held) => !attendance.some((one) => one.seat === held))
    .map((held) => [seat(held), '', absent, '', '', ...room]);
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

/** Seats that are in office; of a sitting that is over, those that were when it was convened. */
function seatsOf({ board, endedAt, notified }: Attended): readonly string[] {
  if (endedAt !== null) return notified;
  const held = (board?.seats ?? []).filter(({ status }) => status === 'APPOINTED');
  return held.map(({ seat }) => seat);
}
