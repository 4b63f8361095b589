import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../../data/session.ts';

const NAME = 'tavolo.desk.';

/**
 * When who is signed in last looked at the desk with this browser; null at a first visit, and where
 * the browser keeps nothing. Looking now is the last visit of the next time.
 */
export function useLastVisit(): string | null {
  const { data: session } = useQuery(sessionQuery);
  const person = session?.person.id ?? null;
  const [last, setLast] = useState<string | null>(null);
  useEffect(() => {
    if (person === null) return;
    try {
      setLast(localStorage.getItem(NAME + person));
      localStorage.setItem(NAME + person, new Date().toISOString());
    } catch {
      // Nothing is kept, and nothing is said of the last visit.
    }
  }, [person]);
  return last;
}

/** It waits since after that visit. */
export function isFresh({ since }: Readonly<{ since: string }>, last: string | null): boolean {
  return last !== null && Date.parse(since) > Date.parse(last);
}
