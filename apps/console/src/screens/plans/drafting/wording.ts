/** What a section says, in the language of the body and in English; empty where nothing was given. */
export type Wording = Readonly<{ title: string; titleEn: string; text: string; textEn: string }>;

/** The parts of a wording, in the order in which they are edited. */
export const wordingParts = ['title', 'text', 'titleEn', 'textEn'] as const;

type Written = Readonly<{
  title: string;
  titleEn: string | null;
  text: string;
  textEn: string | null;
}>;

/** The longest text of a section in characters: the server takes no longer one. */
export const TEXT_MAX = 20_000;

/** A section's wording as it is edited. */
export function wordingOf({ title, titleEn, text, textEn }: Written): Wording {
  return { title, text, titleEn: titleEn ?? '', textEn: textEn ?? '' };
}

/** Whether two wordings say the same, sign by sign. */
export function isSame(one: Wording, other: Wording): boolean {
  return wordingParts.every((part) => one[part] === other[part]);
}

/** Paragraphs, parted by an empty line: contributions count them from 1. */
export function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n\s*\n/u);
}

/** A text with another wording of one paragraph, or of the whole where none is named. */
export function withParagraph(text: string, paragraph: number | null, wording: string): string {
  if (paragraph === null) return wording;
  return paragraphsOf(text)
    .map((one, place) => (place + 1 === paragraph ? wording : one))
    .join('\n\n');
}

/** How many words a text has in a language. */
export function wordsIn(text: string, language: string): number {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  return Array.from(words.segment(text)).filter(({ isWordLike }) => isWordLike === true).length;
}

/**
 * Both changes of a common beginning in one wording, where no part and no paragraph was changed by
 * both; null where somebody has to choose.
 */
export function merged(base: Wording, mine: Wording, theirs: Wording): Wording | null {
  const parts = wordingParts.map((part) => {
    const whole = chosen(base[part], mine[part], theirs[part]);
    return [part, whole ?? mergedText(base[part], mine[part], theirs[part])] as const;
  });
  if (parts.some(([, text]) => text === null)) return null;
  return Object.fromEntries(parts) as Wording;
}

/** What one of the two has changed, or both alike; null where each has changed it otherwise. */
function chosen(base: string, mine: string, theirs: string): string | null {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : null;
}

/** Only where all three have as many paragraphs is it known which one is which. */
function mergedText(base: string, mine: string, theirs: string): string | null {
  const [before, own, other] = [base, mine, theirs].map(paragraphsOf);
  if (!before || !own || !other) return null;
  if (before.length !== own.length || before.length !== other.length) return null;
  const parts = before.map((one, place) => chosen(one, own[place] ?? '', other[place] ?? ''));
  return parts.some((one) => one === null) ? null : parts.join('\n\n');
}

/** What is proposed in place of a text: one paragraph where no other differs, else the whole. */
export type Proposal = Readonly<{ paragraph: number | null; text: string }>;

/** What there is to propose of a draft; null where its text is that of the plan. */
export function proposalIn(now: string, mine: string): Proposal | null {
  if (now === mine) return null;
  const [before, after] = [paragraphsOf(now), paragraphsOf(mine)];
  const changed = after.flatMap((one, place) => (one === before[place] ? [] : [place]));
  const [only = 0] = changed;
  if (before.length !== after.length || changed.length !== 1)
    return { paragraph: null, text: mine };
  return { paragraph: only + 1, text: after[only] ?? '' };
}
