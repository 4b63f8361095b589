// What Titillium Web and Libertinus Serif have between them: Latin, Greek, Cyrillic, punctuation.
const KNOWN =
  /[\n\u{20}-\u{7E}\u{A0}-\u{17F}\u{192}\u{1CD}-\u{1DC}\u{1E6}-\u{1E7}\u{1FA}-\u{21B}\u{391}-\u{3A1}\u{3A3}-\u{3A9}\u{3AC}-\u{3CE}\u{400}-\u{45F}\u{490}-\u{491}\u{1E80}-\u{1E85}\u{1E9E}\u{1EA0}-\u{1EF9}\u{2013}-\u{2014}\u{2018}-\u{201A}\u{201C}-\u{201E}\u{2020}-\u{2022}\u{2026}\u{2030}\u{2039}-\u{203A}\u{20AC}\u{2116}\u{2122}\u{2212}]/u;

/**
 * A text that our fonts can show whole. PDF/A forbids a character without a glyph, and would give
 * no paper at all: such a one is written by its number, `[U+6F22]`, which tells the reader that
 * something stands there and what.
 */
export function legible(text: string): string {
  const whole = text.normalize('NFC').replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n');
  return Array.from(whole, (character) =>
    KNOWN.test(character) ? character : shown(character),
  ).join('');
}

function shown(character: string): string {
  if (character === '\t') return ' ';
  if (character === '\u2011') return '-'; // A hyphen that does not break.
  if (/[\p{Zs}]/u.test(character)) return ' ';
  // What is not seen anyway: joiners, marks of direction, control characters.
  if (/[\p{Cc}\p{Cf}]/u.test(character)) return '';
  const code = character.codePointAt(0) ?? 0;
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The same in every text of a value, however deep. */
export function legibleThroughout<Value>(value: Value): Value {
  if (typeof value === 'string') return legible(value) as Value;
  if (Array.isArray(value)) return value.map((each) => legibleThroughout(each as unknown)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    legibleThroughout(each as unknown),
  ]);
  return Object.fromEntries(entries) as Value;
}
