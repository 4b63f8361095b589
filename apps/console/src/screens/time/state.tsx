import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import { useAsk } from '../../data/use-ask.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { Shown } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import { written } from './changes.tsx';
import type { Change } from './changes.tsx';
import { DifferenceOf } from './time.documents.ts';
import { timeMessages } from './time.messages.ts';

type Props = Readonly<{ of: string; from: string | null; to: string }>;

/** All that an object shows after an event, and which of it the event changed; asked for when opened. */
export function WholeState(props: Props): ReactNode {
  const say = useText(timeMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="whole-state"
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>{say('state')}</summary>
      {isOpen && <State {...props} />}
    </details>
  );
}

/** Before all events there was nothing: whatever differs from that is there. */
const NOTHING = { at: '1970-01-01T00:00:00.000Z' };

function State({ of, from, to }: Props): ReactNode {
  const say = useText(timeMessages);
  const isOfNow = true;
  const state = useAsk(DifferenceOf, { of, from: NOTHING, to: { eventId: to } }, { isOfNow });
  const earlier = from === null ? NOTHING : { eventId: from };
  const changed = useAsk(DifferenceOf, { of, from: earlier, to: { eventId: to } }, { isOfNow });
  const lit = changed.data?.data.difference.changes ?? [];
  // Each field stands here as a whole; what changed may be a part of it.
  const isLit = (field: string) =>
    lit.some(({ path }) => path === field || path.startsWith(`${field}/`));
  const columns: readonly Column<Change>[] = [
    {
      ...{ key: 'path', title: say('where'), value: ({ path }) => path },
      cell: ({ path }) => <span className="whole">{path}</span>,
    },
    {
      ...{ key: 'value', title: say('value'), value: ({ after }) => written(after, say('absent')) },
      cell: ({ path, after }) =>
        isLit(path) ? (
          <>
            <mark>{written(after, say('absent'))}</mark> <Chip tone="soon">{say('lit')}</Chip>
          </>
        ) : (
          written(after, say('absent'))
        ),
    },
  ];
  return (
    <Shown of={state}>
      {({ difference: { changes } }) => (
        <Table caption={say('state')} columns={columns} rows={changes} idOf={({ path }) => path} />
      )}
    </Shown>
  );
}
