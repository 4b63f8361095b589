import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../app/formats.ts';

/** An instant, to the minute; to the second and with its zone for who points at it. */
export function When({ at }: Readonly<{ at: string }>): ReactNode {
  const { instant } = useFormats();
  const { locale, timeZone } = useIntl();
  const tag = locale === 'en' ? 'en-IE' : 'it-IT';
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'long', timeZone });
  return (
    <time dateTime={at} title={exact.format(new Date(at))}>
      {instant(at)}
    </time>
  );
}

/** A calendar day, or the month or year that is known of one. */
export function OnDay({ day }: Readonly<{ day: string }>): ReactNode {
  const formats = useFormats();
  return <time dateTime={day}>{formats.day(day)}</time>;
}
