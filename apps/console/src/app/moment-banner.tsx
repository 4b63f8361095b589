import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useAsk } from '../data/use-ask.ts';
import { TheInstance } from './instance.documents.ts';
import { momentIn } from './moment.ts';
import { shellMessages } from './shell.messages.ts';
import { useFormats } from './formats.ts';
import { useText } from './text.ts';

/** On every page that shows the past: which moment, and the way back. */
export function MomentBanner(): ReactNode {
  const say = useText(shellMessages);
  const formats = useFormats();
  const { at } = useSearch({ strict: false });
  const moment = momentIn(at);
  const { data } = useAsk(TheInstance, {}, { enabled: moment !== null });
  if (!moment) return null;
  const shown = data?.shown ?? null;
  const when = 'at' in moment ? moment.at : (shown?.recordedAt ?? null);
  return (
    <div className="shell-past" role="region" aria-label={say('pastUnknown')}>
      <strong>
        {when === null ? say('pastUnknown') : say('past', { moment: formats.instant(when) })}
      </strong>
      {shown?.provisional === true && <span>{say('provisional')}</span>}
      <Link to="." search={(search) => ({ ...search, at: undefined })}>
        {say('toNow')}
      </Link>
    </div>
  );
}
