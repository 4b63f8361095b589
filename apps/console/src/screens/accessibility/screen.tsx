import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useInstance } from '../../app/instance.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Heading } from '../../parts/screen.tsx';
import { accessibilityMessages } from './accessibility.messages.ts';

/** How accessible the console is, what is not, and whom to tell. */
export function AccessibilityScreen(): ReactNode {
  const say = useText(accessibilityMessages);
  const known = useInstance();
  const instance = known?.name ?? 'Tavolo';
  return (
    <div className="prose">
      <Heading title={say('title')}>
        <p className="lead">{say('lead', { instance })}</p>
      </Heading>
      <h2>{say('statusTitle')}</h2>
      <p>{say('status')}</p>
      <h2>{say('contentTitle')}</h2>
      <ul>
        <li>{say('contentDocuments')}</li>
        <li>{say('contentApi')}</li>
      </ul>
      <h2>{say('alternativesTitle')}</h2>
      <p>{say('alternatives')}</p>
      <h2>{say('methodTitle')}</h2>
      <p>{say('method')}</p>
      <Feedback instance={instance} contact={known?.accessibilityContact ?? null} />
      <h2>{say('enforcementTitle')}</h2>
      <p>{say('enforcement')}</p>
      <h2>{say('helpTitle')}</h2>
      <p>
        {say('help')}{' '}
        <Link to="/aiuto" search={keepMoment}>
          {say('helpLink')}
        </Link>
      </p>
    </div>
  );
}

function Feedback({
  instance,
  contact,
}: Readonly<{ instance: string; contact: string | null }>): ReactNode {
  const say = useText(accessibilityMessages);
  const text = say('feedbackText', { page: location.origin, browser: navigator.userAgent });
  return (
    <>
      <h2>{say('feedbackTitle')}</h2>
      {contact === null ? (
        <p>{say('feedback', { instance })}</p>
      ) : (
        <p>
          {say('feedbackTo', { instance })}{' '}
          <a href={contact.includes('://') ? contact : `mailto:${contact}`}>{contact}</a>
        </p>
      )}
      <p>{say('feedbackReady')}</p>
      <blockquote>{text}</blockquote>
      <CopyButton text={text} label={say('copy')} />
    </>
  );
}
