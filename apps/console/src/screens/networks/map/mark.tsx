import type { ReactNode } from 'react';

/** How far along something is, whatever its word: each has a shape of its own. */
export type Tone = 'firm' | 'coming' | 'halted' | 'over';

const tones: Readonly<Record<string, Tone>> = {
  ACTIVE: 'firm',
  PROPOSED: 'coming',
  CONSTITUTING: 'coming',
  INVITED: 'coming',
  ACCEPTED: 'coming',
  SUSPENDED: 'halted',
  DISSOLVING: 'halted',
};

/** The tone of a state of a network or of a member. */
export function toneOf(status: string): Tone {
  return tones[status] ?? 'over';
}

/** A full disc is in force, a ring is on its way, two bars are halted, a cross is over. */
const shapes: Readonly<Record<Tone, string>> = {
  firm: 'M8 1a7 7 0 1 0 .001 0Z',
  coming: 'M8 1a7 7 0 1 0 .001 0ZM8 4a4 4 0 1 1-.001 0Z',
  halted: 'M2 1h4v14H2ZM10 1h4v14h-4Z',
  over: 'M1 3 3 1l5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5Z',
};

/** The shape of a state; its word stands beside it. */
export function Mark({ tone }: Readonly<{ tone: Tone }>): ReactNode {
  return (
    <svg className="map-mark" data-tone={tone} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[tone]} fillRule="evenodd" />
    </svg>
  );
}
