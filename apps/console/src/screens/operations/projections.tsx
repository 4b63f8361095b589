import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Column } from '../../parts/columns.ts';
import { Table } from '../../parts/table.tsx';
import { shortPosition } from '../events/columns.tsx';
import { operationsMessages } from './operations.messages.ts';
import { useRate } from './rate.ts';
import type { Machine } from './shape.ts';

/** The projections: where they stand, how far behind, at which rate, and what went wrong. */
export function Projections({ of: machine }: Readonly<{ of: Machine }>): ReactNode {
  const say = useText(operationsMessages);
  const columns = useColumns(machine);
  return (
    <section aria-labelledby="projections">
      <h2 id="projections">{say('projections')}</h2>
      <p>
        {say('projectionsHint')} {say('stepHint')}
      </p>
      <Table
        file={say('projections')}
        caption={say('projections')}
        columns={columns}
        rows={machine.projections}
        idOf={({ name }) => name}
      />
    </section>
  );
}

type Projection = Machine['projections'][number];

function useColumns(machine: Machine): readonly Column<Projection>[] {
  const say = useText(operationsMessages);
  const { instant } = useFormats();
  const rate = useRate(machine.events);
  const lag = machine.lags.find(({ reader }) => reader === 'projections');
  const { lastRebuild, failure } = machine;
  const errorOf = (name: string) =>
    failure?.projection === name
      ? say('stopped', { position: shortPosition(failure.position ?? '') })
      : say('noErrors');
  return [
    {
      ...{ key: 'name', title: say('projection'), value: ({ name }) => name },
      cell: ({ name }) => (
        <Link to="/esercizio/passi/$name" params={{ name }}>
          {name}
        </Link>
      ),
    },
    { key: 'version', title: say('version'), isNumber: true, value: ({ version }) => version },
    { key: 'position', title: say('position'), value: () => shortPosition(machine.position) },
    {
      ...{ key: 'lag', title: say('behind') },
      value: () =>
        lag && lag.events > 0
          ? say('lagOf', { events: lag.events, seconds: Math.round(lag.seconds) })
          : say('noLag'),
    },
    {
      ...{ key: 'rate', title: say('rate') },
      value: () => (rate === null ? say('measuring') : say('rateOf', { rate })),
    },
    { key: 'errors', title: say('errors'), value: ({ name }) => errorOf(name) },
    {
      ...{ key: 'rebuilt', title: say('rebuiltAt') },
      value: () => (lastRebuild?.endedAt == null ? '—' : instant(lastRebuild.endedAt)),
    },
  ];
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
          file={say('queues')}
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
