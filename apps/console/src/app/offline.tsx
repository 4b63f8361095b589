import { onlineManager, useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { AskFailed } from '../data/ask.ts';
import { shellMessages } from './shell.messages.ts';
import { useText } from './text.ts';

const SOON_MS = 300;

/**
 * Says that the server is away: the browser has no network, or a question could not reach it; and,
 * once it has taken long enough to be noticed, that what is shown is being asked for anew.
 */
export function Offline(): ReactNode {
  const say = useText(shellMessages);
  const cache = useQueryClient().getQueryCache();
  const isUpdating = useLasting(useIsFetching() > 0);
  const isOnline = useSyncExternalStore(
    (heard) => onlineManager.subscribe(heard),
    () => onlineManager.isOnline(),
  );
  const isUnanswered = useSyncExternalStore(
    (heard) => cache.subscribe(heard),
    () =>
      cache
        .getAll()
        .some(({ state: { error } }) => error instanceof AskFailed && error.code === 'OFFLINE'),
  );
  return (
    <div role="status" className="shell-status">
      {(!isOnline || isUnanswered) && <p className="shell-offline">{say('offline')}</p>}
      {isUpdating && <span className="shell-updating">{say('updating')}</span>}
    </div>
  );
}

/** True once something has gone on for longer than nobody notices. */
function useLasting(goesOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!goesOn) return undefined;
    const timer = setTimeout(() => {
      setLong(true);
    }, SOON_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [goesOn]);
  return isLong;
}
