import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../app/text.ts';
import { partsMessages } from './parts.messages.ts';

/** A print of an object: its address on the server, and what it is called. */
export type Print = Readonly<{ address: string; name: string }>;

/** Where a print is given out, in a language and, in the past, as of the page's moment. */
export function printAddress(address: string, lang: string, at: string | undefined): string {
  const asked = new URLSearchParams({ lang, ...(at !== undefined && at !== '' && { at }) });
  return `${address}?${asked.toString()}`;
}

/** Links to the prints of an object, each as PDF/A to be kept and as PDF/UA to be read aloud. */
export function PrintLinks({ prints }: Readonly<{ prints: readonly Print[] }>): ReactNode {
  const say = useText(partsMessages);
  const { locale } = useIntl();
  const { at } = useSearch({ strict: false });
  if (prints.length === 0) return null;
  return (
    <ul className="print-links no-print" aria-label={say('prints')}>
      {prints.map(({ address, name }) => {
        const href = printAddress(address, locale, at);
        return (
          <li key={address}>
            <a href={href}>{say('printNamed', { name })}</a>{' '}
            <a href={`${href}&standard=ua-1`}>{say('printToRead', { name })}</a>
          </li>
        );
      })}
    </ul>
  );
}
