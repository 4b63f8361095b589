import type { KeyboardEvent, ReactNode } from 'react';

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** Rows that j and k go through; only while the focus is among them, so that no letter is taken. */
export function Rows({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const go = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('th[scope="row"] a')];
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  };
  return <div onKeyDown={go}>{children}</div>;
}
