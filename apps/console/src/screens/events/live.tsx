import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { trusted } from '../../data/ask.ts';
import { useListening } from '../../data/use-listening.ts';
import { EventsRecorded, LogEvents } from './events.documents.ts';
import { eventsMessages } from './events.messages.ts';
import type { EventsAsked } from './filter.ts';

/** How often the list is asked anew while it is followed, at most. */
const EVERY_MS = 2_000;

/** The list as it grows: paused, how many came; live, they appear. Nothing of it in the past. */
export function LiveBar({ asked }: Readonly<{ asked: EventsAsked }>): ReactNode {
  const isPast = useMoment() !== null;
  return isPast ? null : <Following key={JSON.stringify(asked)} asked={asked} />;
}

function Following({ asked }: Readonly<{ asked: EventsAsked }>): ReactNode {
  const say = useText(eventsMessages);
  const navigate = useNavigate();
  const client = useQueryClient();
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const isLive = search.diretta === '1';
  const came = useCame(asked);
  const [shown, setShown] = useState(0);
  const fresh = came - shown;
  const show = () => {
    setShown(came);
    void client.invalidateQueries({ queryKey: [trusted(LogEvents).name] });
  };
  useThrottled(isLive && fresh > 0, show);
  return (
    <div className="live-bar no-print">
      <button
        type="button"
        className="btn btn-outline-primary"
        aria-pressed={isLive}
        onClick={() => {
          const diretta = isLive ? undefined : '1';
          void navigate({ to: '.', search: { ...search, diretta }, replace: true });
        }}
      >
        {say('live')}
      </button>
      <span role="status">
        {isLive ? say('following') : `${say('paused')}: ${say('fresh', { count: fresh })}`}
      </span>
      {!isLive && fresh > 0 && (
        <button type="button" className="btn btn-primary" onClick={show}>
          {say('show', { count: fresh })}
        </button>
      )}
    </div>
  );
}

/** How many events of a filter came since the page listens. */
function useCame(asked: EventsAsked): number {
  const [{ before, now }, setCame] = useState({ before: 0, now: 0 });
  useListening([{ document: EventsRecorded, variables: asked }], (answer) => {
    const { eventsRecorded: told } = answer as { readonly eventsRecorded: number };
    // A connection that was lost counts from nothing when it is there again.
    setCame((came) => ({
      before: told < came.now ? came.before + came.now : came.before,
      now: told,
    }));
  });
  return before + now;
}

/** Does something while it is due, but not oftener than the eye follows. */
function useThrottled(isDue: boolean, act: () => void): void {
  const last = useRef(0);
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!isDue) return undefined;
    const wait = Math.max(0, last.current + EVERY_MS - performance.now());
    const timer = setTimeout(() => {
      last.current = performance.now();
      latest.current();
    }, wait);
    return () => {
      clearTimeout(timer);
    };
  }, [isDue]);
}
