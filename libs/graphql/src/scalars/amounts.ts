import type { Cents as CentsNumber, Sha256 as Sha256Text } from '@tavolo/kernel';
import { BadForm, scalarOf } from './bad-form.js';

/** Integer cents, as a number or as digits; never negative. @throws BadForm */
export function centsFrom(value: unknown): CentsNumber {
  const cents = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  if (typeof cents === 'number' && Number.isSafeInteger(cents) && cents >= 0) {
    return Math.abs(cents) as CentsNumber; // Of -0 there is no canonical JSON.
  }
  throw new BadForm(
    'un importo è un numero intero di centesimi, da zero in su: 1250,50 euro si scrive 125050',
    'an amount is an integer number of cents, from zero up: 1250.50 euro is written 125050',
  );
}

/** 64 hexadecimal digits. @throws BadForm */
export function sha256From(value: unknown): Sha256Text {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value as Sha256Text;
  throw new BadForm(
    'uno SHA-256 ha 64 cifre esadecimali minuscole',
    'a SHA-256 has 64 lower-case hexadecimal digits',
  );
}

export const Cents = scalarOf({
  name: 'Cents',
  description: 'Integer cents; given out as text, for they may be large (centesimi).',
  parse: centsFrom,
  serialize: String,
});

export const Sha256 = scalarOf({
  name: 'Sha256',
  description: 'SHA-256 of a document’s bytes, in hexadecimal (impronta).',
  parse: sha256From,
});
