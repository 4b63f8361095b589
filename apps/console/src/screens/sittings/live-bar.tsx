import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useConnection } from '../../data/connection.ts';
import { liveMessages } from './live.messages.ts';

/**
 * Says when the page does not hear what happens in the sitting, and once it does again, how many
 * facts it has caught up with: by the revision of the sitting, so that none is passed over.
 */
export function LiveBar({ revision }: Readonly<{ revision: number }>): ReactNode {
  const say = useText(liveMessages);
  const connection = useConnection();
  const isPast = useMoment() !== null;
  const known = useRef(revision);
  if (connection !== 'away' && connection !== 'back') known.current = revision;
  if (isPast) return null;
  const missed = revision - known.current;
  return (
    <div role="status" className="live-bar no-print" data-state={connection}>
      {connection === 'away' && <p>{say('away')}</p>}
      {connection === 'back' && <p>{say('back', { count: missed })}</p>}
    </div>
  );
}
