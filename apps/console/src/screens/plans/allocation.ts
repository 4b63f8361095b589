import { hierarchy, treemap } from 'd3-hierarchy';
import type { Plan } from './compared.ts';

/** A budget line with its share of the plan; lines are numbered as the table beside has them. */
export type Allotted = Readonly<{
  id: string;
  number: number;
  action: string;
  line: string;
  cents: bigint;
  /** Of all lines, from 0 to 1. */
  share: number;
}>;

/** A line as a box, in pixels; `action` counts the actions from 0. */
export type Box = Readonly<{
  of: Allotted;
  action: number;
  left: number;
  top: number;
  width: number;
  height: number;
}>;

/** The lines of a plan that have money, the largest first. */
export function allotted({ actions }: Pick<Plan, 'actions'>): readonly Allotted[] {
  const lines = actions.flatMap(({ code, title, budgetLines }) =>
    budgetLines.map(({ id, category, amount }) => ({
      ...{
        id,
        action: [code, title].filter(Boolean).join(' '),
        line: category,
        cents: BigInt(amount.cents),
      },
    })),
  );
  const total = lines.reduce((sum, { cents }) => sum + cents, 0n);
  return lines
    .filter(({ cents }) => cents > 0n)
    .sort((one, other) => Number(other.cents - one.cents))
    .map((line, place) => ({
      ...{ ...line, number: place + 1, share: Number(line.cents) / Number(total) },
    }));
}

type Branch = Readonly<{ of: Allotted | null; children: readonly Branch[] }>;

const BETWEEN_ACTIONS = 4;

/** The lines as boxes as large as their money; those of one action stand together. */
export function boxesOf(
  lines: readonly Allotted[],
  { width, height }: Readonly<{ width: number; height: number }>,
): readonly Box[] {
  const byAction = [...Map.groupBy(lines, ({ action }) => action).values()];
  const leaf = (of: Allotted): Branch => ({ of, children: [] });
  const children = byAction.map((of): Branch => ({ of: null, children: of.map(leaf) }));
  const weighed = hierarchy<Branch>({ of: null, children }, (branch) => branch.children).sum(
    ({ of }) => (of === null ? 0 : Number(of.cents)),
  );
  const placed = treemap<Branch>()
    .size([width, height])
    .paddingInner((node) => (node.depth === 0 ? BETWEEN_ACTIONS : 0))(weighed);
  return placed.leaves().flatMap(({ data: { of }, x0, y0, x1, y1, parent }) =>
    of === null
      ? []
      : [
          {
            ...{ of, action: placed.children?.indexOf(parent ?? placed) ?? 0 },
            ...{ left: x0, top: y0, width: x1 - x0, height: y1 - y0 },
          },
        ],
  );
}

/** What a letter takes at the size of labels, and a line of them. */
export const LETTER = { width: 8, height: 18 } as const;
const AROUND = 8;

/** A label in lines that fit a box under its number; none where it would be cut off. */
export function labelIn(
  text: string,
  { width, height }: Pick<Box, 'width' | 'height'>,
): readonly string[] {
  const letters = Math.floor((width - 2 * AROUND) / LETTER.width);
  const most = Math.floor((height - AROUND) / LETTER.height) - 1;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const fits = lines.length <= most && lines.every(({ length }) => length <= letters);
  return fits ? lines : [];
}
