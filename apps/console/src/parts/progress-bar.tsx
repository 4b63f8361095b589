import type { ReactNode } from 'react';

/** How far a long work has come, in numbers and as a bar; without a total the bar only moves. */
export function ProgressBar({
  label,
  done,
  total,
}: Readonly<{ label: string; done: number; total: number }>): ReactNode {
  return (
    <label className="progress-bar-of">
      <span>{label}</span>
      <progress {...(total > 0 && { value: done, max: total })} />
    </label>
  );
}
