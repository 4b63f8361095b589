import type { Place } from './layout.ts';

/** The arrows that move over a map, by what they are named in events of the keyboard. */
export const arrows = {
  arrowleft: [-1, 0],
  arrowright: [1, 0],
  arrowup: [0, -1],
  arrowdown: [0, 1],
} as const;

const ASIDE = 3;

/** The nearest place in a direction, one straight ahead before one aside; null at the edge. */
export function nearestTo(
  from: string,
  [right, down]: (typeof arrows)[keyof typeof arrows],
  places: ReadonlyMap<string, Place>,
): string | null {
  const here = places.get(from);
  if (!here) return null;
  const ahead = [...places].flatMap(([id, { x, y }]) => {
    const along = (x - here.x) * right + (y - here.y) * down;
    const aside = Math.abs((x - here.x) * down) + Math.abs((y - here.y) * right);
    return along > 0 ? [{ id, far: along + ASIDE * aside }] : [];
  });
  ahead.sort((one, other) => one.far - other.far);
  return ahead[0]?.id ?? null;
}
