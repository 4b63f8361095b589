import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useNote } from './noted.ts';

type Words = Readonly<Record<string, string | undefined>>;

/** A word, or a day, that stands in the address once it was written: at Enter, or on leaving it. */
export function TextFilter({
  name,
  label,
  type = 'search',
}: Readonly<{ name: string; label: string; type?: 'search' | 'date' }>): ReactNode {
  const id = useId();
  const navigate = useNavigate();
  const search: Words = useSearch({ strict: false });
  const shown = search[name] ?? '';
  useNote(id, { kind: 'filter', name: label, value: shown === '' ? null : shown });
  const take = (value: string) => {
    if (value === shown) return;
    const chosen = value.trim() === '' ? undefined : value.trim();
    void navigate({ to: '.', search: { ...search, [name]: chosen }, replace: true });
  };
  return (
    <div className="filter">
      <label htmlFor={id}>{label}</label>
      <input
        // What the address says anew, by a link or the way back, is shown anew.
        key={shown}
        id={id}
        type={type}
        defaultValue={shown}
        onBlur={({ target }) => {
          take(target.value);
        }}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') take(currentTarget.value);
        }}
      />
    </div>
  );
}
