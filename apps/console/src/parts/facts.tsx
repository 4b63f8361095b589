import type { ReactNode } from 'react';

/** What is known of an object, each with its name; what is unknown is left out. */
export function Facts({
  of,
}: Readonly<{ of: readonly (readonly [name: string, value: ReactNode])[] }>): ReactNode {
  const known = of.filter(
    ([, value]) => value !== null && value !== undefined && value !== '' && value !== false,
  );
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
