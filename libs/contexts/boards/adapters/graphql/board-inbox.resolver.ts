import { momentsWhere, Nodes, Reading } from '@tavolo/graphql';
import type { At, RequestContext } from '@tavolo/graphql';
import { ReadModel } from '@tavolo/projection';
import type { Change, Moment, TableDefinition } from '@tavolo/projection';
import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
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
    private readonly reading: Reading,
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
    @Context() context: RequestContext,
  ): AsyncIterableIterator<Moment> {
    return momentsWhere(this.readModel, (change) => this.#concerns(board, change, context));
  }

  /** A change that who watches may know of: of what is kept from them, not even that there is one. */
  async #concerns(board: string, change: Change, context: RequestContext): Promise<boolean> {
    if (change.ids.has(board)) return true;
    const kinds = [
      this.#changed('sitting', sittingTable, change),
      this.#changed('decision', decisionTable, change),
      this.#changed('procedure', procedureTable, change),
    ];
    for (const { table, rows } of await Promise.all(kinds)) {
      const own = rows.filter((row) => row.board === board);
      const shown = await this.reading.shown({ table, rows: own, at: change.moment }, context);
      if (shown.some((row) => row !== null)) return true;
    }
    return false;
  }

  async #changed<Row extends OfBoard>(
    category: string,
    table: TableDefinition<Row>,
    { ids, moment }: Change,
  ): Promise<{ table: TableDefinition<Row>; rows: readonly OfBoard[] }> {
    const of = [...ids].filter((id) => id.startsWith(`${category}-`));
    return { table, rows: [...(await this.readModel.byIds(table, of, moment)).values()] };
  }
}

interface OfBoard {
  readonly id: string;
  readonly board: string;
}
