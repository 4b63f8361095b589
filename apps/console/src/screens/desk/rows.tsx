import type { KeyboardEvent, ReactNode } from 'react';
import { keyIn } from '../../app/keys.ts';

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** Rows that j and k go through; only while the focus is among them, so that no letter is taken. */
export function Rows({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const go = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = steps[keyIn(event) ?? ''];
    if (step === undefined) return;
    const links = [...event.currentTarget.querySelectorAll<HTMLElement>('th[scope="row"] a')];
    const at = links.findIndex((link) => link === document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
  };
  return <div onKeyDown={go}>{children}</div>;
}
