import { describe, expect, it } from '@jest/globals';
import { Nodes } from '@tavolo/graphql';
import type { FoundRows, Reading, RequestContext } from '@tavolo/graphql';
import { BEGINNING } from '@tavolo/projection';
import type { Change, Moment, ReadModel } from '@tavolo/projection';
import { BoardInboxResolver } from './board-inbox.resolver.js';

const rows: Readonly<Record<string, object>> = {
  'sitting-1': { id: 'sitting-1', board: 'board-1' },
  'sitting-2': { id: 'sitting-2', board: 'board-2' },
  'procedure-1': { id: 'procedure-1', board: 'board-1' },
  'decision-1': { id: 'decision-1', board: 'board-1' },
  'decision-2': { id: 'decision-2', board: 'board-1' },
};
const moment = (ordinal: number): Moment => ({ ...BEGINNING, ordinal });
const change = (ordinal: number, ...ids: string[]): Change => ({
  ...{ moment: moment(ordinal), ids: new Set(ids) },
});

/** A read model in which these changes happen, one after another. */
function readModelWith(changes: readonly Change[]): ReadModel {
  const find = (ids: readonly string[]) => new Map(ids.map((id) => [id, rows[id]]));
  return {
    now: () => moment(0),
    changes: () => changes[Symbol.iterator](),
    byIds: (_: unknown, ids: readonly string[]) => Promise.resolve(find(ids)),
  } as unknown as ReadModel;
}

/** Everything may be read, but what is about the hidden decision. */
const reading = {
  shown: <Row extends { readonly id: string }>({ rows }: FoundRows<Row>) =>
    Promise.resolve(rows.map((row) => (row.id === 'decision-2' ? null : row))),
} as unknown as Reading;
const context = {} as RequestContext;

async function heard(board: string, changes: readonly Change[]): Promise<readonly number[]> {
  const readModel = readModelWith(changes);
  const inbox = new BoardInboxResolver(readModel, new Nodes(readModel, reading), reading);
  const ordinals: number[] = [];
  for await (const { ordinal } of inbox.boardInbox(board, context)) ordinals.push(ordinal);
  return ordinals;
}

describe('the inbox of a board', () => {
  it('tells of the board, its sittings, procedures and decisions, and of nobody else’s', async () => {
    const changes = [
      change(1, 'sitting-2', 'partner-1'),
      change(2, 'sitting-1'),
      change(3, 'board-2'),
      change(4, 'decision-1'),
      change(5, 'board-1'),
      change(6, 'procedure-1'),
      change(7, 'decision-2'),
    ];
    expect(await heard('board-1', changes)).toStrictEqual([0, 2, 4, 5, 6]);
    expect(await heard('board-2', changes)).toStrictEqual([0, 1, 3]);
  });
});
