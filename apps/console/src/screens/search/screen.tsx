import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useText } from '../../app/text.ts';
import { useAsk } from '../../data/use-ask.ts';
import { HeldExport } from '../../parts/held-export.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { useFoundColumns } from './columns.ts';
import { Found } from './search.documents.ts';
import { searchMessages } from './search.messages.ts';
import { foundKinds, useFoundName } from './use-found-name.ts';
import type { FoundOne } from './use-found-name.ts';

/** The most of each kind that are shown. */
const MOST = 20;

/** Objects by the words of their names, wherever they are. */
export function SearchScreen(): ReactNode {
  const say = useText(searchMessages);
  const { q }: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const text = q?.trim() ?? '';
  return (
    <>
      <Heading title={text === '' ? say('title') : say('titleOf', { text })} />
      <Asked shown={text} />
      {text === '' ? <Empty>{say('hint')}</Empty> : <Results text={text} />}
    </>
  );
}

function Asked({ shown }: Readonly<{ shown: string }>): ReactNode {
  const say = useText(searchMessages);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const navigate = useNavigate();
  useEffect(() => {
    if (shown === '') field.current?.focus();
  }, [shown]);
  return (
    <search>
      <form
        className="filters no-print"
        onSubmit={(event) => {
          event.preventDefault();
          const q = field.current?.value.trim();
          void navigate({ to: '.', search: (old) => ({ ...old, q }) });
        }}
      >
        <div className="filter">
          <label htmlFor={id}>{say('label')}</label>
          <input
            key={shown}
            ref={field}
            id={id}
            type="search"
            maxLength={200}
            defaultValue={shown}
          />
        </div>
        <button type="submit" className="btn btn-primary">
          {say('go')}
        </button>
      </form>
    </search>
  );
}

function Results({ text }: Readonly<{ text: string }>): ReactNode {
  const say = useText(searchMessages);
  const columns = useFoundColumns();
  const asked = useAsk(Found, { text, first: MOST });
  return (
    <Shown of={asked}>
      {({ search }) => (
        <>
          <p role="status">{say('count', { count: search.length })}</p>
          {search.length > 0 && (
            <HeldExport name={say('titleOf', { text })} columns={columns} rows={search} />
          )}
          {search.length === 0 && <Empty>{say('none')}</Empty>}
          {foundKinds.map((kind) => (
            <Group key={kind} kind={kind} of={search.filter((one) => one.__typename === kind)} />
          ))}
        </>
      )}
    </Shown>
  );
}

function Group({
  kind,
  of,
}: Readonly<{ kind: (typeof foundKinds)[number]; of: readonly FoundOne[] }>): ReactNode {
  const say = useText(searchMessages);
  const nameOf = useFoundName();
  if (of.length === 0) return null;
  return (
    <section aria-labelledby={kind}>
      <h2 id={kind}>{say(kind)}</h2>
      <ul className="results">
        {of.map((one) => (
          <li key={one.id}>
            <ObjectLink id={one.id}>{nameOf(one)}</ObjectLink>
          </li>
        ))}
      </ul>
      {of.length === MOST && <p>{say('most')}</p>}
    </section>
  );
}
