import type { Words } from '@tavolo/demo';
import { plain } from './columns.js';
import type { Taken } from './columns.js';
import { isChecked } from './tax-code.js';

const no = (it: string, en: string): { readonly why: Words } => ({ why: { it, en } });

/** `2024-03-31`, `31/03/2024`, `31.3.2024`: a day that is in the calendar. */
export function day(text: string): Taken<string> {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const own = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const [year, month, date] = iso ? iso.slice(1) : (own?.slice(1).toReversed() ?? []);
  if (year === undefined || month === undefined || date === undefined) {
    return no(
      'non è una data: scrivere 2024-03-31 o 31/03/2024',
      'is no date: write 2024-03-31 or 31/03/2024',
    );
  }
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const time = Date.parse(`${written}T00:00:00Z`);
  const isInCalendar = !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
  if (isInCalendar) return { value: written };
  return no('questo giorno non esiste', 'there is no such day');
}

/** `1.234,56`, `1234.56`, `1234`, with or without a euro sign: as cents, in digits. */
export function euro(text: string): Taken<string> {
  const bare = text.replaceAll(/[€\s]|EUR/gi, '');
  const italian = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?$/.exec(bare);
  const english = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(bare);
  const [, whole, part = ''] = italian ?? english ?? [];
  if (whole === undefined) {
    return no('non è un importo: scrivere 1234,56', 'is no amount: write 1234.56');
  }
  const cents = `${whole.replaceAll(/\D/g, '')}${part.padEnd(2, '0')}`.replace(/^0+(?=\d)/, '');
  if (Number(cents) > Number.MAX_SAFE_INTEGER) return no('è troppo grande', 'is too large');
  return { value: cents };
}

/** A whole number that is not negative. */
export function count(text: string): Taken<number> {
  if (/^\d{1,6}$/.test(text)) return { value: Number(text) };
  return no('non è un numero intero', 'is no whole number');
}

/** Yes or no. */
export function yes(text: string): Taken<boolean> {
  if (['si', 'yes', 'true', 'vero', 'x', '1'].includes(plain(text))) return { value: true };
  if (['no', 'false', 'falso', '0'].includes(plain(text))) return { value: false };
  return no('scrivere sì o no', 'write yes or no');
}

/** A tax code whose last character is right. A number may have lost the zeros before it. */
export function taxCode(text: string): Taken<string> {
  const code = /^\d{5,10}$/.test(text) ? text.padStart(11, '0') : text.toUpperCase();
  if (!/^(\d{11}|[A-Z0-9]{16})$/.test(code)) {
    return no(
      'un codice fiscale ha 11 cifre o 16 caratteri',
      'a tax code has 11 digits or 16 characters',
    );
  }
  if (isChecked(code)) return { value: code };
  return no(
    'il carattere di controllo del codice fiscale non torna: una cifra è sbagliata',
    'the check character of the tax code does not fit: a digit is wrong',
  );
}

/** One of the values that the server knows, by its own name or by one that people use. */
export function oneOf(names: Readonly<Record<string, readonly string[]>>) {
  return (text: string): Taken<string> => {
    const found = Object.entries(names).find(([value, known]) =>
      [value, ...known].some((each) => plain(each) === plain(text)),
    );
    if (found) return { value: found[0] };
    const all = Object.values(names).flatMap((known) => known[0] ?? []);
    return no(
      `non è previsto; uno di: ${all.join(', ')}`,
      `is not known; one of: ${Object.keys(names).join(', ')}`,
    );
  };
}

/** Several of them, between semicolons, bars or commas. */
export function manyOf(names: Readonly<Record<string, readonly string[]>>) {
  const one = oneOf(names);
  return (text: string): Taken<readonly string[]> => {
    const values: string[] = [];
    for (const part of text.split(/[;|,]/).filter((each) => each.trim() !== '')) {
      const taken = one(part.trim());
      if ('why' in taken) return taken;
      values.push(taken.value);
    }
    return { value: values };
  };
}
