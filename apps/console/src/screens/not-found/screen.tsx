import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { partsMessages } from '../../parts/parts.messages.ts';
import { Heading } from '../../parts/screen.tsx';

/** An address that leads nowhere. */
export function NotFound(): ReactNode {
  const say = useText(partsMessages);
  return (
    <>
      <Heading title={say('missingTitle')} />
      <p>{say('missing')}</p>
      <Link to="/" className="btn btn-primary">
        {say('home')}
      </Link>
    </>
  );
}
