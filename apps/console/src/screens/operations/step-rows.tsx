import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { Table } from '../../parts/table.tsx';
import { JsonTree } from '../events/json-tree.tsx';
import type { Step } from './shape.ts';
import { steppingMessages } from './stepping.messages.ts';

type Row = Step['rows'][number];
type Change = Row['changes'][number];

/** The rows that an event changed, each with what is otherwise in it. */
export function StepRows({ rows }: Readonly<{ rows: readonly Row[] }>): ReactNode {
  const say = useText(steppingMessages);
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{say('changes')}</h2>
      {rows.length === 0 && <p>{say('nothing')}</p>}
      {rows.map((row, place) => (
        // Rows that are kept have no id, and the order is that of the event.
        <OneRow key={`${row.table} ${row.id ?? String(place)}`} row={row} />
      ))}
    </section>
  );
}

function OneRow({ row }: Readonly<{ row: Row }>): ReactNode {
  const say = useText(steppingMessages);
  const { table, id, kept, asStored, before, after } = row;
  if (kept || id === null) return <p>{say('keptRow', { table })}</p>;
  const kind = kindOf(row);
  return (
    <article className="step-row" data-kind={kind}>
      <h3>
        <ObjectLink id={id}>{say('rowOf', { table, id })}</ObjectLink>
      </h3>
      <p>
        <Chip>{say(kind)}</Chip>{' '}
        <Chip tone={asStored ? 'ok' : 'late'}>{say(asStored ? 'asStored' : 'notAsStored')}</Chip>
      </p>
      {kind === 'changed' && <ChangedFields row={row} />}
      {before !== null && kind !== 'opened' && (
        <Whole name={say('wholeBefore')} of={before} isOpen={kind === 'closed'} />
      )}
      {after !== null && <Whole name={say('whole')} of={after} isOpen={kind === 'opened'} />}
    </article>
  );
}

function kindOf({ before, after }: Row): 'changed' | 'closed' | 'opened' {
  if (before === null) return 'opened';
  return after === null ? 'closed' : 'changed';
}

function ChangedFields({ row }: Readonly<{ row: Row }>): ReactNode {
  const say = useText(steppingMessages);
  const columns: readonly Column<Change>[] = [
    { key: 'path', title: say('where'), value: ({ path }) => path },
    {
      ...{ key: 'before', title: say('before'), value: ({ before }) => written(before) },
      cell: ({ before }) => <Value of={before} mark="del" />,
    },
    {
      ...{ key: 'after', title: say('after'), value: ({ after }) => written(after) },
      cell: ({ after }) => <Value of={after} mark="ins" />,
    },
  ];
  const caption = say('rowOf', { table: row.table, id: row.id ?? '' });
  return <Table caption={caption} columns={columns} rows={row.changes} idOf={({ path }) => path} />;
}

/** What was there is struck through, what came is underlined: it does not rest on a colour. */
function Value({ of, mark: Mark }: Readonly<{ of: unknown; mark: 'del' | 'ins' }>): ReactNode {
  const say = useText(steppingMessages);
  if (of === null || of === undefined) return say('absent');
  return <Mark>{written(of)}</Mark>;
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function Whole({
  name,
  of,
  isOpen,
}: Readonly<{ name: string; of: unknown; isOpen: boolean }>): ReactNode {
  return (
    <details open={isOpen}>
      <summary>{name}</summary>
      <JsonTree of={of} />
    </details>
  );
}
