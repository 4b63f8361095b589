/** A decision by its number, which is its own within its body and its year alone. */
export type Numbered = Readonly<{ id: string; number: string | null }>;

type Placed = Readonly<{ year: number; place: number }>;

const NUMBER = /^(?<place>\d+)\/(?<year>\d{4})$/u;
const SEGMENT = /^(?<year>\d{4})-(?<place>\d+)$/u;
const DIGITS = 3;

/** `12/2026` as it stands in an address, `2026-012`; null of what is no number. */
export function segmentOf(number: string | null): string | null {
  const placed = placedBy(NUMBER, number ?? '');
  return placed && `${String(placed.year)}-${String(placed.place).padStart(DIGITS, '0')}`;
}

/** The decision that an address names by its number; null where no such one is there. */
export function numberedIn<One extends Numbered>(all: readonly One[], segment: string): One | null {
  const asked = placedBy(SEGMENT, segment);
  if (!asked) return null;
  return (
    all.find(({ number }) => {
      const placed = placedBy(NUMBER, number ?? '');
      return placed?.year === asked.year && placed.place === asked.place;
    }) ?? null
  );
}

/** The decisions of a body that were numbered right before and right after one. */
export function besides<One extends Numbered>(
  all: readonly One[],
  id: string,
): Readonly<{ previous: One | null; next: One | null }> {
  const numbered = all
    .flatMap((one) => {
      const placed = placedBy(NUMBER, one.number ?? '');
      return placed ? [{ one, ...placed }] : [];
    })
    .sort((a, b) => a.year - b.year || a.place - b.place)
    .map(({ one }) => one);
  const at = numbered.findIndex((one) => one.id === id);
  if (at < 0) return { previous: null, next: null };
  return { previous: numbered[at - 1] ?? null, next: numbered[at + 1] ?? null };
}

function placedBy(form: RegExp, text: string): Placed | null {
  const { year, place } = form.exec(text)?.groups ?? {};
  return year === undefined ? null : { year: Number(year), place: Number(place) };
}
