import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Moment } from '../data/ask.ts';
import { useAsk } from '../data/use-ask.ts';
import { TheInstance } from './instance.documents.ts';
import { momentIn } from './moment.ts';
import { shellMessages } from './shell.messages.ts';
import { useFormats } from './formats.ts';
import { useText } from './text.ts';

/** On every page that shows the past: which moment, and the way back. */
export function MomentBanner(): ReactNode {
  const { at } = useSearch({ strict: false });
  if (!at) return null;
  const moment = momentIn(at);
  return moment ? <Past moment={moment} /> : <NoMoment at={at} />;
}

function Past({ moment }: Readonly<{ moment: Moment }>): ReactNode {
  const say = useText(shellMessages);
  const formats = useFormats();
  const shown = useAsk(TheInstance, {}).data?.shown ?? null;
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

/** Of a link that was cut or mistyped: what shows is now, and nobody shall take it for the past. */
function NoMoment({ at }: Readonly<{ at: string }>): ReactNode {
  const say = useText(shellMessages);
  return (
    <div className="shell-past" role="alert">
      <strong>{say('noMoment', { at })}</strong>
      <Link to="." search={(search) => ({ ...search, at: undefined })}>
        {say('toNow')}
      </Link>
    </div>
  );
}
