import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useText } from '../app/text.ts';
import { useNote } from './noted.ts';
import { partsMessages } from './parts.messages.ts';

/** What stands in an address, by its name. */
type Words = Readonly<Record<string, string | undefined>>;

/** What a list is filtered by; every choice stands in the address. */
export function Filters({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const say = useText(partsMessages);
  return (
    <form
      className="filters no-print"
      aria-label={say('filters')}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {children}
    </form>
  );
}

/** One of several words, or all; with `unset` that one, where the address names none. */
export function ChoiceFilter({
  name,
  label,
  options,
  unset = null,
}: Readonly<{
  name: string;
  label: string;
  options: readonly (readonly [value: string, word: string])[];
  unset?: string | null;
}>): ReactNode {
  const say = useText(partsMessages);
  const id = useId();
  const navigate = useNavigate();
  const search: Words = useSearch({ strict: false });
  const chosen = options.find(([value]) => value === (search[name] ?? unset));
  useNote(id, { kind: 'filter', name: label, value: chosen?.[1] ?? null });
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={search[name] ?? unset ?? ''}
        onChange={({ target: { value } }) => {
          const wanted = value === '' ? undefined : value;
          void navigate({
            ...{ to: '.', search: { ...search, [name]: wanted } },
            ...{ replace: true, resetScroll: false },
          });
        }}
      >
        {unset === null && <option value="">{say('all')}</option>}
        {options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The value of a filter in the address, where it is one of those that there are. */
export function useFilter<Value extends string>(
  name: string,
  values: readonly Value[],
): Value | null {
  const search: Words = useSearch({ strict: false });
  return values.find((value) => value === search[name]) ?? null;
}
