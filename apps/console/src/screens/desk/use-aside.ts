import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../../data/session.ts';
import { asideIn, putAside, standsAside, takeBack, tomorrowMorning } from './aside.ts';
import type { Aside } from './aside.ts';
import type { Move } from './move.ts';

const NAME = 'tavolo.aside.';

/** What is on the desk, what stands aside, and how one moves it from one to the other. */
export type Desk = Readonly<{
  shown: readonly Move[];
  aside: readonly Move[];
  /** Until tomorrow morning. */
  snooze: (move: Move) => void;
  /** For as long as it waits: it was dealt with, and the act is somebody else's or elsewhere. */
  setDone: (move: Move) => void;
  takeBack: (move: Move) => void;
}>;

/**
 * What waits for who is signed in, less what they put aside in this browser. Nothing of it is
 * told to the server: what waits is waited for, whoever looks away.
 */
export function useDesk(moves: readonly Move[]): Desk {
  const { data: session } = useQuery(sessionQuery);
  const name = session ? NAME + session.person.id : null;
  const [aside, setAside] = useState<readonly Aside[]>([]);
  useEffect(() => {
    setAside(asideIn(kept(name)));
  }, [name]);
  const change = (next: readonly Aside[]) => {
    setAside(next);
    keep(name, next);
  };
  const now = new Date();
  const put = (move: Move, until: string | null) => {
    change(putAside(aside, move, { until, waiting: moves }));
  };
  return {
    shown: moves.filter((move) => !standsAside(move, aside, now)),
    aside: moves.filter((move) => standsAside(move, aside, now)),
    snooze: (move) => {
      put(move, tomorrowMorning(now));
    },
    setDone: (move) => {
      put(move, null);
    },
    takeBack: ({ id }) => {
      change(takeBack(aside, id));
    },
  };
}

function kept(name: string | null): string | null {
  try {
    return name === null ? null : localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string | null, aside: readonly Aside[]): void {
  try {
    if (name !== null) localStorage.setItem(name, JSON.stringify(aside));
  } catch {
    // A browser that keeps nothing has them aside until the page is left.
  }
}
