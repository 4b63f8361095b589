import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../app/text.ts';
import { voteMessages } from './vote.messages.ts';

type Step = Readonly<{ step: string; holds: boolean; it: string; en: string }>;

/** How an outcome came about: each step says what it asks, what there was, and whether it holds. */
export function Steps({ trace }: Readonly<{ trace: readonly Step[] }>): ReactNode {
  const say = useText(voteMessages);
  const { locale } = useIntl();
  return (
    <ol className="steps">
      {trace.map(({ step, holds, it, en }, place) => (
        // The steps of a trace have a fixed order, and a kind of step can come twice.
        <li key={`${step}${String(place)}`} data-holds={holds}>
          <span aria-hidden="true">{holds ? '✓' : '✗'}</span> {locale === 'en' ? en : it}{' '}
          <span className="visually-hidden">({say(holds ? 'holds' : 'fails')})</span>
        </li>
      ))}
    </ol>
  );
}
