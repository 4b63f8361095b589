import { useEffect, useRef } from 'react';

/** What is listened to: a subscription of ours, and what it is asked with. */
export type Listened = Readonly<{
  document: object;
  variables: Readonly<Record<string, unknown>>;
}>;

/**
 * Listens to subscriptions for as long as the page shows, and is told the data of each answer, and
 * whether it is the first of its subscription. The connection is loaded when one first listens.
 */
export function useListening(
  to: readonly Listened[],
  heard: (data: unknown, isFirst: boolean) => void,
): void {
  const latest = useRef({ to, heard });
  latest.current = { to, heard };
  const key = JSON.stringify(to.map(({ variables }) => variables));
  useEffect(() => {
    const listened = latest.current.to;
    if (listened.length === 0) return undefined;
    let isOpen = true;
    const stops: (() => void)[] = [];
    void import('./live.ts').then(({ listen }) => {
      if (!isOpen) return;
      for (const { document, variables } of listened) {
        let isFirst = true;
        const told = (data: unknown) => {
          latest.current.heard(data, isFirst);
          isFirst = false;
        };
        stops.push(listen(document, variables, told));
      }
    });
    return () => {
      isOpen = false;
      for (const stop of stops) stop();
    };
  }, [key]);
}
