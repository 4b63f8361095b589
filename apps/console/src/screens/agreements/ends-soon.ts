const SOON_DAYS = 90;
const A_DAY = 86_400_000;

/** Whether a last day is within ninety days from a moment: time enough to extend it. */
export function endsSoon(end: string, now: Date): boolean {
  const left = Date.parse(`${end}T24:00:00Z`) - now.getTime();
  return left >= 0 && left <= SOON_DAYS * A_DAY;
}
