import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { useAsk } from '../../data/use-ask.ts';
import type { Column } from '../../parts/columns.ts';
import { Shown } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import { DifferenceOf } from './time.documents.ts';
import { timeMessages } from './time.messages.ts';

/** One place in which an object shows something else. */
export type Change = ResultOf<typeof DifferenceOf>['difference']['changes'][number];

/** What an object shows otherwise after `to` than after `from`. */
export function Changes({
  of,
  from,
  to,
}: Readonly<{ of: string; from: string | null; to: string }>): ReactNode {
  const say = useText(timeMessages);
  // Before the first event there was nothing: the instant before all of them says so.
  const earlier = from === null ? { at: '1970-01-01T00:00:00.000Z' } : { eventId: from };
  const variables = { of, from: earlier, to: { eventId: to } };
  const asked = useAsk(DifferenceOf, variables, { isOfNow: true });
  const columns: readonly Column<Change>[] = [
    { key: 'path', title: say('where'), value: ({ path }) => path },
    {
      ...{ key: 'before', title: say('before') },
      value: ({ before }) => written(before, say('absent')),
      cell: ({ kind, before }) =>
        kind === 'added' ? say('absent') : <del>{written(before, say('absent'))}</del>,
    },
    {
      ...{ key: 'after', title: say('after') },
      value: ({ after }) => written(after, say('absent')),
      cell: ({ kind, after }) =>
        kind === 'removed' ? say('absent') : <ins>{written(after, say('absent'))}</ins>,
    },
  ];
  return (
    <Shown of={asked}>
      {({ difference: { changes } }) =>
        changes.length === 0 ? (
          <p>{say('noChange')}</p>
        ) : (
          <Table
            caption={say('changes')}
            file={say('changes')}
            columns={columns}
            rows={changes}
            idOf={({ path }) => path}
          />
        )
      }
    </Shown>
  );
}

/** A value as it stands in a table. */
export function written(value: unknown, absent: string): string {
  if (value === null || value === undefined) return absent;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
