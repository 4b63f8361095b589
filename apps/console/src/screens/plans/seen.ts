import { useState } from 'react';
import type { ComparedSection } from './compared.ts';

/** Which sections of a plan somebody has ticked off in this browser. */
export type Seen = Readonly<{
  has: (id: string) => boolean;
  count: number;
  toggle: (id: string) => void;
}>;

/** A tick is of words: a section that has changed since is not seen any more. */
export function useSeen(plan: string, sections: readonly ComparedSection[]): Seen {
  const place = `tavolo.seen.${plan}`;
  const [ticks, setTicks] = useState<Readonly<Record<string, string>>>(() => kept(place));
  const words = (id: string) =>
    sections
      .find((one) => one.id === id)
      ?.runs.filter(({ kind }) => kind !== 'deleted')
      .map(({ text }) => text)
      .join('') ?? '';
  const has = (id: string) => ticks[id] === markOf(words(id));
  return {
    has,
    count: sections.filter(({ id }) => has(id)).length,
    toggle: (id) => {
      const { [id]: _was, ...others } = ticks;
      const next = has(id) ? others : { ...others, [id]: markOf(words(id)) };
      setTicks(next);
      try {
        localStorage.setItem(place, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing forgets the ticks with the page.
      }
    },
  };
}

function kept(place: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Readonly<Record<string, string>>;
  } catch {
    return {};
  }
}

/** Tells one text from another; nobody's secret and no proof. */
function markOf(text: string): string {
  let mark = text.length;
  for (const sign of text) mark = (Math.imul(mark, FACTOR) + (sign.codePointAt(0) ?? 0)) >>> 0;
  return mark.toString(RADIX);
}

const FACTOR = 31;
const RADIX = 36;
