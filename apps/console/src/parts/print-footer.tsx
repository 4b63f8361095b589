import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useFormats } from '../app/formats.ts';
import { TheInstance } from '../app/instance.documents.ts';
import { useMoment } from '../app/moment.ts';
import { useText } from '../app/text.ts';
import { useAsk } from '../data/use-ask.ts';
import { filtersIn } from './about.ts';
import { fileMessages } from './file.messages.ts';
import { useNotes } from './noted.ts';

/**
 * On paper alone: of which page it is, as of when, filtered by what, and how many rows of how many.
 */
export function PrintFooter(): ReactNode {
  const say = useText(fileMessages);
  const { instant } = useFormats();
  const href = useRouterState({ select: ({ location }) => location.href });
  const filters = useNotes('filter');
  const rows = useNotes('rows');
  const printed = useTimeOfPrint();
  const past = usePast();
  return (
    <div className="print-footer">
      <p>{`Tavolo · ${location.origin}${href}`}</p>
      <p>
        {past === null
          ? say('printedNow', { printed: instant(printed) })
          : say('printedPast', { printed: instant(printed), moment: past })}
        {filters.length > 0 && ` · ${say('filter')}: ${filtersIn(filters)}`}
        {rows.map(([name, count]) => ` · ${name}: ${say('rowsOf', { count })}`)}
      </p>
    </div>
  );
}

/** The moment of a page that shows the past, in words; null where it shows what is now. */
function usePast(): string | null {
  const { instant } = useFormats();
  const moment = useMoment();
  const { data } = useAsk(TheInstance, {}, { enabled: moment !== null });
  if (moment === null) return null;
  const at = 'at' in moment ? moment.at : (data?.shown?.recordedAt ?? null);
  return at === null ? Object.values(moment).join('') : instant(at);
}

/** When the page was last printed, or else opened. */
function useTimeOfPrint(): string {
  const [time, setTime] = useState(() => new Date().toISOString());
  useEffect(() => {
    const note = () => {
      // The paper is drawn as soon as this returns.
      flushSync(() => {
        setTime(new Date().toISOString());
      });
    };
    addEventListener('beforeprint', note);
    return () => {
      removeEventListener('beforeprint', note);
    };
  }, []);
  return time;
}
