import type { BoardRow, SeatRow } from './board.rows.js';

/** Something that a board needs to sit. */
type Needed = 'category' | 'chair' | 'quorum' | 'secretary';

/**
 * What it needs to sit and has not: a chair and a secretary (GB-8), the categories that its rules
 * want represented (GB-7), and as many members as its quorum takes (GB-2).
 */
export function lacks(row: BoardRow): readonly Needed[] {
  const { secretaries, rulebook } = row;
  const held = row.seats.filter(({ status }) => status === 'Appointed');
  const isFilled = ({ category, min }: Readonly<{ category: string; min: number }>) =>
    held.filter((seat) => seat.category === category).length >= min;
  const met: Readonly<Record<Needed, boolean>> = {
    chair: held.some((seat) => presides(row, seat)),
    secretary: secretaries.length > 0,
    category: rulebook.representation.every(isFilled),
    quorum: (rulebook.quorum.categories ?? []).every(isFilled) && isQuorate(row, held.length),
  };
  return (Object.keys(met) as readonly Needed[]).filter((needed) => !met[needed]);
}

/** Whether all who hold a seat would make the quorum, nobody recused. */
function isQuorate({ seatCount, rulebook: { quorum } }: BoardRow, held: number): boolean {
  if (quorum.kind === 'count') return held >= quorum.n;
  const { num, den, strict, of } = quorum;
  const [part, share] = [held * den, (of === 'seatsFilled' ? held : seatCount) * num];
  return held > 0 && (strict ? part > share : part >= share);
}

/** Whether who holds the seat was appointed to chair from it, in the present term. */
export function presides({ chairs }: BoardRow, { seat, person, from }: SeatRow): boolean {
  return chairs.some(
    (office) => office.seat === seat && office.person === person && office.until >= (from ?? ''),
  );
}
