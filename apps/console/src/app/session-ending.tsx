import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { sessionQuery } from '../data/session.ts';
import { asksIn, isEnding } from '../data/session-end.ts';

const Warning = lazy(async () => ({
  default: (await import('./session-warning.tsx')).SessionWarning,
}));
const Over = lazy(async () => ({ default: (await import('./session-warning.tsx')).SessionOver }));

/** Warns who is signed in before their session ends, and says when it has (WCAG 2.2.1). */
export function SessionEnding(): ReactNode {
  const { data: session, dataUpdatedAt: at, errorUpdatedAt, refetch } = useQuery(sessionQuery);
  const wasSignedIn = useRef(false);
  if (session) wasSignedIn.current = true;
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!session) return undefined;
    const timer = setTimeout(() => void refetch(), asksIn(session, { at, now: Date.now() }));
    return () => {
      clearTimeout(timer);
    };
    // What could not be asked is asked again.
  }, [session, at, errorUpdatedAt, refetch]);
  const state = stateOf(session, wasSignedIn.current);
  useEffect(() => {
    setSeen(false);
  }, [state]);
  if (state === 'on' || isSeen) return null;
  const close = () => {
    setSeen(true);
  };
  return (
    <Suspense>
      {state === 'ending' && session && <Warning session={session} at={at} close={close} />}
      {state === 'over' && <Over close={close} />}
    </Suspense>
  );
}

function stateOf(
  session: Parameters<typeof isEnding>[0] | null | undefined,
  wasSignedIn: boolean,
): 'ending' | 'on' | 'over' {
  if (session) return isEnding(session) ? 'ending' : 'on';
  return session === null && wasSignedIn ? 'over' : 'on';
}
