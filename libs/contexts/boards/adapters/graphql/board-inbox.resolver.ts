import { momentsWhere, Nodes } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { Change, Moment } from '@tavolo/projection';
import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { boardTable } from '../../read-model/board.projection.js';
import type { BoardRow } from '../../read-model/board.projection.js';
import { decisionTable } from '../../read-model/decision.projection.js';
import { procedureTable } from '../../read-model/procedure.rows.js';
import { sittingTable } from '../../read-model/sitting.rows.js';
import { Board } from './board.types.js';

/** Pushes a board to who watches its table: what comes before it, and how its sittings and procedures go on. */
@Resolver()
export class BoardInboxResolver {
  constructor(
    private readonly readModel: ReadModel,
    private readonly nodes: Nodes,
  ) {}

  @Subscription(() => Board, {
    nullable: true, // Until there is such a board.
    description:
      'A board, now and whenever it, a sitting, procedure or decision of it changes (scrivania).',
    // eslint-disable-next-line max-params -- the signature is that of graphql-js
    resolve(
      this: BoardInboxResolver,
      at: Moment,
      { board: id }: { board: string },
      context: RequestContext,
    ): Promise<At<BoardRow> | null> {
      return this.nodes.one(boardTable, { id, at, context });
    },
  })
  boardInbox(
    @Args('board', { type: () => ID, description: 'The board.' }) board: string,
  ): AsyncIterableIterator<Moment> {
    return momentsWhere(this.readModel, (change) => this.#concerns(board, change));
  }

  async #concerns(board: string, { ids, moment }: Change): Promise<boolean> {
    if (ids.has(board)) return true;
    const of = (category: string) => [...ids].filter((id) => id.startsWith(`${category}-`));
    const sittings = await this.readModel.byIds(sittingTable, of('sitting'), moment);
    const decisions = await this.readModel.byIds(decisionTable, of('decision'), moment);
    const procedures = await this.readModel.byIds(procedureTable, of('procedure'), moment);
    const rows = [...sittings.values(), ...decisions.values(), ...procedures.values()];
    return rows.some((row) => row.board === board);
  }
}
