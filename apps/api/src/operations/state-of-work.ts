import type { Clock } from '@tavolo/command';
import type { EventStore, Position } from '@tavolo/event-store';
import { processMatters } from '@tavolo/process/projections';
import type { LeasedProcesses } from '@tavolo/process';
import type { Projections, ReadModel } from '@tavolo/projection';

/** How far somebody who reads the log is behind it. */
export type Lag = Readonly<{ reader: string; events: number; seconds: number }>;

/** What is left to do, and how old it is. */
export type StateOfWork = Readonly<{
  lags: readonly Lag[];
  queues: readonly Readonly<{ process: string; open: number }>[];
  matters: readonly Readonly<{ state: 'stopped' | 'waiting'; count: number }>[];
  projections: string;
  /** Events of a newer version of the program. */
  passedOver: number;
}>;

export type Watched = Readonly<{
  store: Pick<EventStore, 'readAll'>;
  projections: Pick<Projections, 'status'> & Readonly<{ readModel: Pick<ReadModel, 'page'> }>;
  clock: Clock;
  processes: Pick<LeasedProcesses, 'progress'> | null;
}>;

/** Counted one by one: a position of EventStoreDB is a place in its file and no number of events. */
const COUNTED = 1_000;

/** @throws StoreUnavailable */
export async function stateOfWork(watched: Watched): Promise<StateOfWork> {
  const { projections, processes } = watched;
  const { state, moment, passedOver } = projections.status();
  const running = processes?.progress() ?? [];
  const [slowest] = running.map(({ done }) => done).sort();
  return {
    lags: [
      await lagOf('projections', moment.position, watched),
      ...(slowest === undefined ? [] : [await lagOf('processes', slowest, watched)]),
    ],
    queues: running.map(({ process, open }) => ({ process, open })),
    matters: await Promise.all(
      (['stopped', 'waiting'] as const).map(async (kind) => {
        const request = { first: 1, where: { state: [kind] } };
        const page = await projections.readModel.page(processMatters, request, moment);
        return { state: kind, count: page.totalCount };
      }),
    ),
    projections: state,
    passedOver: passedOver.reduce((sum, { events }) => sum + events, 0),
  };
}

async function lagOf(reader: string, after: Position, { store, clock }: Watched): Promise<Lag> {
  const now = Date.parse(clock.now());
  let [events, seconds] = [0, 0];
  for await (const { meta } of store.readAll({ after, max: COUNTED })) {
    if (events === 0) seconds = Math.max(0, (now - Date.parse(meta.recordedAt)) / 1_000);
    events += 1;
  }
  return { reader, events, seconds };
}
