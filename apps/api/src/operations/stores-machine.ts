import { Machine } from '@tavolo/operations';
import type { MachineState } from '@tavolo/operations';
import type { Rebuilt, RebuildOptions } from '@tavolo/projection';
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
      projections: written.map(({ name, version }) => ({ name, version })),
    };
  }

  async rebuild(options: RebuildOptions): Promise<Rebuilt> {
    return await this.parts.projections.rebuild(options);
  }
}
