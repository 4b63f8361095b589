/** Text as it is looked for: without case and accents, `Però` as `pero`. */
export function plainText(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The words that are looked for, each by itself: what is no letter and no digit parts them. */
export function wordsIn(text: string): readonly string[] {
  return plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether fields of a row hold every word, in whatever order, within longer words too. */
export function says(
  row: Readonly<Record<string, unknown>>,
  { fields, words }: Readonly<{ fields: readonly string[]; words: readonly string[] }>,
): boolean {
  const said = plainText(fields.map((field) => textOf(row[field])).join(' '));
  return words.every((word) => said.includes(word));
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
