import type { IncomingMessage } from 'node:http';
import type { Principal } from '@tavolo/access';
import { GraphQLError } from 'graphql';
import type { Context } from 'graphql-ws';
import type { Journal } from '../journal/journal.js';
import { noteLimit, tooManySentence } from './rate-limit.js';
import { addressOf } from './rates.js';
import type { Counted, Rates } from './rates.js';

/** What one person, or one address where nobody is signed in, may hold open. */
export const socketLimits = { connections: 10, operationsOfSocket: 20, operations: 50 } as const;

/** A WebSocket, as the transport gives it. */
export type Socket = Context<
  Record<string, unknown> | undefined,
  Readonly<{ request: IncomingMessage }>
>;

/**
 * Every WebSocket that is open and whose it is. What runs on it is counted where the transport
 * keeps it, so that no count goes wrong when something breaks.
 */
export class Sockets {
  readonly #open = new Map<string, Set<Socket>>();
  readonly #owners = new WeakMap<Socket, Counted>();

  constructor(
    private readonly rates: Rates | null,
    private readonly journal: Journal,
  ) {}

  /** Whether its owner may hold one more open; then it is counted until it is closed. */
  opened(socket: Socket, principal: Principal | null): boolean {
    const owner: Counted = principal
      ? { of: 'person', name: principal.person }
      : { of: 'address', name: addressOf(socket.extra.request) };
    const key = keyOf(owner);
    const open = this.#open.get(key) ?? new Set();
    if (open.size >= socketLimits.connections) {
      noteLimit(this.journal, 'sockets', owner);
      return false;
    }
    this.#open.set(key, open.add(socket));
    this.#owners.set(socket, owner);
    return true;
  }

  /** Whose it is; null where it is not open. */
  ownerOf(socket: Socket): Counted | null {
    return this.#owners.get(socket) ?? null;
  }

  closed(socket: Socket): void {
    const owner = this.#owners.get(socket);
    if (!owner) return;
    const open = this.#open.get(keyOf(owner));
    open?.delete(socket);
    if (open?.size === 0) this.#open.delete(keyOf(owner));
  }

  /** Why one more operation is not begun, which the transport counts already; null where it is. */
  async refusal(socket: Socket): Promise<GraphQLError | null> {
    const owner = this.#owners.get(socket);
    if (!owner) return refused(NOT_OPEN);
    const ofOwner = [...(this.#open.get(keyOf(owner)) ?? [])];
    const all = ofOwner.reduce((sum, one) => sum + running(one), 0);
    if (running(socket) > socketLimits.operationsOfSocket || all > socketLimits.operations) {
      noteLimit(this.journal, 'operations', owner);
      return refused(TOO_MANY_RUN);
    }
    const reached = await this.rates?.take(owner);
    if (!reached) return null;
    if (reached.isFirst) noteLimit(this.journal, 'requests', owner);
    const { seconds } = reached;
    return refused(tooManySentence(seconds), { seconds });
  }
}

const TOO_MANY_RUN = {
  it: 'Troppe operazioni aperte: chiuderne alcune prima.',
  en: 'Too many operations are open: end some of them first.',
};
const NOT_OPEN = {
  it: 'La connessione non è più aperta.',
  en: 'The connection is open no more.',
};

function running({ subscriptions }: Socket): number {
  return Object.keys(subscriptions).length;
}

function keyOf({ of, name }: Counted): string {
  return `${of} ${name}`;
}

function refused(
  { it, en }: Readonly<{ it: string; en: string }>,
  more: object = {},
): GraphQLError {
  return new GraphQLError(en, { extensions: { code: 'RATE_LIMITED', it, ...more } });
}
