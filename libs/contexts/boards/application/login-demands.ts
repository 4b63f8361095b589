import { assurances, isAtLeast, levelScope } from '@tavolo/access';
import type { DemandOf, LoginDemand, LoginDemands, Realm } from '@tavolo/access';
import type { Transactions } from '@tavolo/command';
import type { JsonObject } from '@tavolo/event-store';
import type { BoardState } from '../domain/board.state.js';
import { boards, decisions, procedures, sittings } from './aggregates.js';

/** The boards that may be set over one of these scopes, as the read model lists them; all without scopes. */
export type BoardsOver = (scopes: readonly string[] | null) => Promise<readonly string[]>;

type Asked = Readonly<{
  demands: LoginDemands;
  transactions: Transactions;
  realm: Pick<Realm, 'around'>;
  boardsOver: BoardsOver;
}>;

/**
 * What rulebooks ask of the login of who votes, signs, approves or changes rules. Of what
 * lies in a body it is that body's. An agreement, a plan, a programme or a call lies in none: there
 * it is asked for what every body asks that is set over it, or over something above it; so in a
 * network. For what binds all bodies, policies, who administers and whether a partner is one, it
 * is asked for what any of them asks.
 */
export function registerLoginDemands(asked: Asked): void {
  const { demands, transactions } = asked;
  const ofBoard = async (stream: string | undefined) =>
    stream === undefined ? null : demandIn((await transactions.load(boards, stream))?.state);
  const ofObject: DemandOf = ({ target }) => overObject(asked, target);
  const ofAny: DemandOf = () => overScopes(asked, null);
  const sources: Readonly<Record<string, DemandOf>> = {
    board: ({ target }) => ofBoard(target),
    sitting: async ({ target }) =>
      await ofBoard((await transactions.load(sittings, target))?.state.board),
    procedure: async ({ target }) =>
      await ofBoard((await transactions.load(procedures, target))?.state.board),
    decision: async ({ target }) =>
      await ofBoard((await transactions.load(decisions, target))?.state.board),
    ...{ agreement: ofObject, plan: ofObject, programme: ofObject, call: ofObject },
    network: ofObject,
    // A tree lies nowhere: its commands name a network.
    tree: ({ data }) => ofObject({ target: networkIn(data), data }),
    ...{ policy: ofAny, appointment: ofAny, partner: ofAny },
  };
  for (const [category, demandOf] of Object.entries(sources)) demands.register(category, demandOf);
}

function networkIn({ into, network }: JsonObject): string {
  const named = into ?? network;
  return typeof named === 'string' ? named : '';
}

/** What the rulebook of a board asks for. */
function demandIn(board: BoardState | undefined): LoginDemand | null {
  const login = board?.rulebook?.login;
  if (!login) return null;
  return { assurance: login.assurance, withinMinutes: login.withinMinutes ?? null };
}

async function overObject(asked: Asked, target: string): Promise<LoginDemand | null> {
  const around = await asked.realm.around(target);
  return around && (await overScopes(asked, [target, ...around.slice.above]));
}

/** Which boards there may be the read model says; what each is set over, its own stream. */
async function overScopes(
  { transactions, boardsOver }: Asked,
  scopes: readonly string[] | null,
): Promise<LoginDemand | null> {
  const found: LoginDemand[] = [];
  for (const id of await boardsOver(scopes)) {
    const board = (await transactions.load(boards, id))?.state;
    const over = scopeOf(board);
    const isOver = over !== null && (scopes === null || scopes.includes(over));
    const demand = isOver ? demandIn(board) : null;
    if (demand) found.push(demand);
  }
  return strictest(found);
}

/** What a board is set over; null for none that is there. */
function scopeOf(board: BoardState | undefined): string | null {
  if (!board || board.level === null || board.dissolved) return null;
  return board.network ?? board.plan ?? levelScope(board.level);
}

/** The highest level and the shortest time that any of them asks for; null where none asks. */
export function strictest(demands: readonly LoginDemand[]): LoginDemand | null {
  if (demands.length === 0) return null;
  const asked = demands.map(({ assurance }) => assurance);
  const highest = assurances.findLast((level) => asked.some((one) => isAtLeast(one, level)));
  const times = demands.flatMap(({ withinMinutes }) => withinMinutes ?? []);
  return {
    assurance: highest ?? 'none',
    withinMinutes: times.length > 0 ? Math.min(...times) : null,
  };
}
