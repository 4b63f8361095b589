import type { ReactNode } from 'react';

/** A state in a word; its colour only repeats it. */
export function Chip({
  tone,
  children,
}: Readonly<{ tone?: 'late' | 'soon' | 'ok' | undefined; children: ReactNode }>): ReactNode {
  return (
    <span className="chip" data-tone={tone}>
      {children}
    </span>
  );
}
