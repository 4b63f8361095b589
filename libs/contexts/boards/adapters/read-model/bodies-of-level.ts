import { Injectable } from '@nestjs/common';
import { EventStore } from '@tavolo/event-store';
import type { NetworkId } from '@tavolo/networks';
import { ReadModel } from '@tavolo/projection';
import { BodiesOfLevel } from '../../application/route/bodies.js';
import type { BoardId, BoardLevel } from '../../contract/index.js';
import { boardTable } from '../../read-model/board.projection.js';

const TIMEOUT_MS = 2_000;

/**
 * Finds them in the read model, once that has read all that was recorded before the question:
 * a board established a moment ago is among them. @throws NotYet
 */
@Injectable()
export class ReadBodiesOfLevel extends BodiesOfLevel {
  constructor(
    private readonly readModel: ReadModel,
    private readonly store: EventStore,
  ) {
    super();
  }

  async find(level: BoardLevel, network: NetworkId | null): Promise<readonly BoardId[]> {
    const at = await this.readModel.reach(await this.store.head(), TIMEOUT_MS);
    const found = await this.readModel.where(boardTable, 'level', [level], at);
    return (found.get(level) ?? [])
      .filter((board) => network === null || board.network === network)
      .map(({ id }) => id as BoardId);
  }
}
