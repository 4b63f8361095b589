import type { ReactNode } from 'react';
import { Chip } from './chip.tsx';
import { ObjectLink } from './object-link.tsx';

/** An object by its name, and how it stands in a word. */
export type Named = Readonly<{ id: string; name: string; state: string }>;

/** Objects that belong to another, each with its state; a sentence where there are none. */
export function NamedList({
  title,
  none,
  of,
}: Readonly<{ title: string; none: string; of: readonly Named[] }>): ReactNode {
  return (
    <section>
      <h2>{title}</h2>
      {of.length === 0 && <p>{none}</p>}
      <ul>
        {of.map(({ id, name, state }) => (
          <li key={id}>
            <ObjectLink id={id}>{name}</ObjectLink> <Chip>{state}</Chip>
          </li>
        ))}
      </ul>
    </section>
  );
}
