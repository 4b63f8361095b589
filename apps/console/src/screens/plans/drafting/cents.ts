/** An amount in euro as people write it, `1.250,5` or `1250.5`. */
export const EURO_PATTERN = String.raw`\s*\d{1,3}(\.\d{3})+(,\d{1,2})?\s*|\s*\d+([,.]\d{1,2})?\s*`;

const CENT_DIGITS = 2;

/** Integer cents, as text, of an amount in euro as people write it; null for anything else. */
export function centsIn(written: string): string | null {
  if (!new RegExp(`^(?:${EURO_PATTERN})$`, 'u').test(written)) return null;
  const plain = written.trim();
  const isGrouped = /^\d{1,3}(?:\.\d{3})+(?:,|$)/u.test(plain);
  const [euros = '', cents = ''] = (isGrouped ? plain.replaceAll('.', '') : plain).split(/[,.]/u);
  return BigInt(euros + cents.padEnd(CENT_DIGITS, '0')).toString();
}
