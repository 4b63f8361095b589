const ODD = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
const LETTERS = 26;

/** Whether the last character of a tax code is the one that its others give. */
export function isChecked(code: string): boolean {
  return /^\d{11}$/.test(code) ? isOrganisation(code) : isPerson(code.toUpperCase());
}

/** Eleven digits: every second one is doubled, and all add up to a multiple of ten. */
function isOrganisation(code: string): boolean {
  const digits = Array.from(code, Number);
  const sum = digits.reduce((total, digit, i) => {
    const doubled = i % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Sixteen characters: the last letter stands for the sum of the others, by the decree of 1976. */
function isPerson(code: string): boolean {
  if (!/^[A-Z0-9]{15}[A-Z]$/.test(code)) return false;
  const sum = Array.from(code.slice(0, -1)).reduce((total, character, i) => {
    const value = /\d/.test(character) ? Number(character) : (character.codePointAt(0) ?? 65) - 65;
    return total + (i % 2 === 0 ? (ODD[value] ?? 0) : value);
  }, 0);
  return code.at(-1) === String.fromCodePoint(65 + (sum % LETTERS));
}
