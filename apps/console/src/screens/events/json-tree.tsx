import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { eventMessages } from './event.messages.ts';

/** A JSON value part by part; of each the path can be copied, and objects are links. */
export function JsonTree({ of }: Readonly<{ of: unknown }>): ReactNode {
  const say = useText(eventMessages);
  const entries = entriesOf(of) ?? [];
  if (entries.length === 0) return <p>{say('noData')}</p>;
  return <Entries of={entries} path="" />;
}

type Entry = readonly [key: string, value: unknown];

/** The parts of an object or a list; null of a value that has none. */
function entriesOf(value: unknown): readonly Entry[] | null {
  return typeof value === 'object' && value !== null ? Object.entries(value) : null;
}

function Entries({ of, path }: Readonly<{ of: readonly Entry[]; path: string }>): ReactNode {
  return (
    <ul className="json-tree">
      {of.map(([key, value]) => (
        <li key={key}>
          <EntryOf name={key} value={value} path={`${path}/${pointer(key)}`} />
        </li>
      ))}
    </ul>
  );
}

function EntryOf({
  name,
  value,
  path,
}: Readonly<{ name: string; value: unknown; path: string }>): ReactNode {
  const say = useText(eventMessages);
  const entries = entriesOf(value);
  const copy = <CopyButton text={path} label={say('copyPath', { path })} />;
  if (entries === null || entries.length === 0)
    return (
      <>
        <span className="json-name">{name}</span>: <Leaf value={value} /> {copy}
      </>
    );
  return (
    <details open>
      <summary>
        <span className="json-name">{name}</span> ({say('entries', { count: entries.length })})
      </summary>
      {copy}
      <Entries of={entries} path={path} />
    </details>
  );
}

function Leaf({ value }: Readonly<{ value: unknown }>): ReactNode {
  if (typeof value !== 'string') return <code>{JSON.stringify(value)}</code>;
  return <code>{OBJECT.test(value) ? <ObjectLink id={value}>{value}</ObjectLink> : value}</code>;
}

const OBJECT = /^[a-z]+-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** RFC 6901: `~` and `/` in a key are written `~0` and `~1`. */
function pointer(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
