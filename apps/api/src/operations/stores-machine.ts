import type { RecordedEvent } from '@tavolo/event-store';
import { Machine } from '@tavolo/operations';
import type { MachineState, Operated } from '@tavolo/operations';
import type { Moment, Rebuilt, RebuildOptions, Replay } from '@tavolo/projection';
import { knowsEvent } from '../stores/known-events.js';
import { projections as written } from '../stores/projections.js';
import type { Stores } from '../stores/stores.js';
import type { Metrics } from './metrics.js';
import { stateOfWork } from './state-of-work.js';

type Parts = Pick<Stores, 'clock' | 'projections' | 'store'> &
  Readonly<{ metrics: Pick<Metrics, 'processes'> }>;

/** The machine of a server: what its stores say of themselves. */
export class StoresMachine extends Machine {
  constructor(private readonly parts: Parts) {
    super();
  }

  async state(): Promise<MachineState> {
    const { store, clock, projections, metrics } = this.parts;
    const { processes } = metrics;
    const { lags, queues } = await stateOfWork({ store, clock, projections, processes });
    return {
      ...{ status: projections.status(), behind: lags, queues },
      projections: this.projections(),
    };
  }

  projections(): readonly Operated[] {
    return written.map(({ name, version, categories }) => ({ name, version, categories }));
  }

  async replay(projection: string, event: RecordedEvent, at: Moment): Promise<Replay> {
    const last = written.findIndex(({ name }) => name === projection);
    const projections = written.slice(0, last + 1);
    const { readModel } = this.parts.projections;
    return await readModel.replay({ event, projections, knows: knowsEvent }, at);
  }

  async rebuild(options: RebuildOptions): Promise<Rebuilt> {
    return await this.parts.projections.rebuild(options);
  }
}
