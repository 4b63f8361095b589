import { onlineManager, useIsFetching, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSyncExternalStore } from 'react';
import { AskFailed } from '../data/ask.ts';
import { shellMessages } from './shell.messages.ts';
import { useText } from './text.ts';

/** Says that the server is away: the browser has no network, or a question could not reach it. */
export function Offline(): ReactNode {
  const say = useText(shellMessages);
  const cache = useQueryClient().getQueryCache();
  const isFetching = useIsFetching() > 0;
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
      {isFetching && <span className="visually-hidden">{say('updating')}</span>}
    </div>
  );
}
