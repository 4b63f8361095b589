import { onlineManager, useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { AskFailed } from '../data/ask.ts';
import { shellMessages } from './shell.messages.ts';
import { useText } from './text.ts';
import { useSettled } from './use-settled.ts';

const SOON_MS = 300;

/**
 * Says that the server is away: the browser has no network, or a question could not reach it; and
 * that what is shown is being asked anew.
 */
export function Offline(): ReactNode {
  const say = useText(shellMessages);
  const cache = useQueryClient().getQueryCache();
  const isFetching = useIsFetching() > 0;
  // What is answered at once is not told of.
  const isLate = useSettled(isFetching, SOON_MS) && isFetching;
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
      {isLate && <span className="shell-updating">{say('updating')}</span>}
    </div>
  );
}
