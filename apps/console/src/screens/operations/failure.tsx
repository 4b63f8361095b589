import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { shortPosition } from '../events/columns.tsx';
import { operationsMessages } from './operations.messages.ts';
import type { Failure } from './shape.ts';

/** What went wrong; at which event of the log, and the way to it, where it was at one. */
export function FailureOf({ failure }: Readonly<{ failure: Failure }>): ReactNode {
  const say = useText(operationsMessages);
  const { projection, position, eventId, message } = failure;
  if (eventId === null || position === null) return message;
  return (
    <>
      {message}{' '}
      <Link to="/eventi/$id" params={{ id: eventId }}>
        {say('failureAt', { position: shortPosition(position) })}
      </Link>
      {projection !== null && (
        <>
          {' · '}
          <Link
            to="/esercizio/passi/$name"
            params={{ name: projection }}
            search={{ evento: eventId }}
          >
            {say('replayIt')}
          </Link>
        </>
      )}
    </>
  );
}
