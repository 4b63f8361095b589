/** Stands in the words of a reminder for the name of who is reminded, in either language. */
const PLACES = /\{(?:parte|party)\}/giu;

/** The words as one party will read them. */
export function wordsFor(words: string, name: string): string {
  return words.replaceAll(PLACES, () => name).trim();
}
