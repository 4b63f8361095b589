import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { Table } from '../../parts/table.tsx';
import { operationsMessages } from './operations.messages.ts';
import type { Machine } from './shape.ts';

/** The projections, and the one position at which they stand. */
export function Projections({
  of,
  position,
}: Readonly<{ of: Machine['projections']; position: string }>): ReactNode {
  const say = useText(operationsMessages);
  return (
    <section aria-labelledby="projections">
      <h2 id="projections">{say('projections')}</h2>
      <p>{say('projectionsHint')}</p>
      <Table
        caption={say('projections')}
        columns={[
          { key: 'name', title: say('projection'), value: ({ name }) => name },
          {
            ...{ key: 'version', title: say('version'), isNumber: true },
            value: ({ version }) => version,
          },
          { key: 'position', title: say('position'), value: () => position },
        ]}
        rows={of}
        idOf={({ name }) => name}
      />
    </section>
  );
}

/** What processes have still to take up; those with nothing are only counted. */
export function Queues({ of }: Readonly<{ of: Machine['queues'] }>): ReactNode {
  const say = useText(operationsMessages);
  const busy = of.filter(({ open }) => open > 0);
  const idle = of.length - busy.length;
  return (
    <section aria-labelledby="queues">
      <h2 id="queues">{say('queues')}</h2>
      {of.length === 0 && <p>{say('noQueues')}</p>}
      {idle > 0 && <p>{say('idle', { count: idle })}</p>}
      {busy.length > 0 && (
        <Table
          caption={say('queues')}
          columns={[
            { key: 'process', title: say('process'), value: ({ process }) => process },
            { key: 'open', title: say('open'), isNumber: true, value: ({ open }) => open },
          ]}
          rows={busy}
          idOf={({ process }) => process}
        />
      )}
    </section>
  );
}
