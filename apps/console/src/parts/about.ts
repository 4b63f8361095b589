import type { Say } from '../app/text.ts';
import type { Shown } from '../data/ask.ts';
import type { fileMessages } from './file.messages.ts';
import type { About } from './list-files.ts';

/** What is known of a list when it is written to a file. */
export type AboutList = Readonly<{
  instance: string;
  list: string;
  address: string;
  /** What it is filtered by, as its page says it. */
  filters: About;
  rows: number;
  shown: Shown | null;
  /** Of the CSV file of the same rows, in hexadecimal; null where the browser reckons none. */
  sha256: string | null;
}>;

type Words = Readonly<{
  say: Say<keyof typeof fileMessages.it>;
  instant: (instant: string) => string;
}>;

/**
 * What a file says of itself, in the language of its page: from where, filtered by what, as of when
 * and which position, how many rows, and their hash.
 */
export function aboutOf(
  { instance, list, address, filters, rows, shown, sha256 }: AboutList,
  { say, instant }: Words,
): About {
  const asOf = shown?.recordedAt ?? null;
  return [
    ['Tavolo', instance],
    [say('list'), list],
    [say('address'), address],
    [say('filter'), filtersIn(filters) || say('unfiltered')],
    [say('asOf'), asOf === null ? say('unknown') : instant(asOf)],
    [say('position'), shown?.position ?? say('unknown')],
    [say('rows'), String(rows)],
    [say('sha256'), sha256 ?? say('notReckoned')],
  ];
}

/** Filters in one line: `Stato: Approvata; Anno: 2026`. */
export function filtersIn(filters: About): string {
  return filters.map(([name, value]) => `${name}: ${value}`).join('; ');
}

/** In hexadecimal; null where a browser reckons no hashes, as over plain http. */
export async function sha256Of(blob: Blob): Promise<string | null> {
  // By its type always there, and by what browsers do not.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
