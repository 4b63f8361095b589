import { cookieOf, SESSION_COOKIE } from '@tavolo/access';
import type { ClosedLogins, Sessions } from '@tavolo/access';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Connection } from '../graphql/request-contexts.js';

/** What is asked of a WebSocket here. */
type Socket = Readonly<{
  close: (code: number, reason: string) => void;
  once: (event: 'close', listener: () => void) => unknown;
}>;

/** As graphql-ws closes a connection that is not let in; its client does not come back by itself. */
const UNAUTHORIZED = 4401;
const LOOK_MS = 15_000;

type Held = Readonly<{ token: string | null; person: string | null }>;

/**
 * WebSockets: that of a browser ends with the session under which it was opened, any with the
 * logins of who opened it.
 */
export class SessionSockets implements BeforeApplicationShutdown, OnApplicationBootstrap {
  readonly #held = new Map<Socket, Held>();
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly sessions: Sessions,
    closed: ClosedLogins,
  ) {
    sessions.onEnd(() => void this.look());
    closed.onClose((person) => {
      this.#shut((held) => held.person === person, 'The logins of this person were closed.');
    });
  }

  /** From now on it is open as long as its session and the logins of its person; of nobody's not. */
  hold({ connectionParams, extra }: Connection, person: string | null): void {
    const { socket, request } = (extra ?? {}) as {
      socket?: Socket;
      request?: { headers: { cookie?: string } };
    };
    const cookie = cookieOf(request?.headers.cookie, SESSION_COOKIE);
    const hasToken = Object.keys(connectionParams ?? {}).some(
      (name) => name.toLowerCase() === 'authorization',
    );
    const token = hasToken ? null : cookie;
    if (!socket || (token === null && person === null) || this.#held.has(socket)) return;
    this.#held.set(socket, { token, person });
    socket.once('close', () => this.#held.delete(socket));
  }

  /** Closes those whose session is no more: ended here or elsewhere, or at its limit. */
  async look(): Promise<void> {
    const ended = new Set<Held>();
    for (const held of this.#held.values()) {
      if (held.token !== null && !(await this.sessions.look(held.token))) ended.add(held);
    }
    this.#shut((held) => ended.has(held), 'The session has ended: sign in again.');
  }

  #shut(isOver: (held: Held) => boolean, why: string): void {
    for (const [socket, held] of [...this.#held]) {
      if (!isOver(held)) continue;
      this.#held.delete(socket);
      socket.close(UNAUTHORIZED, why);
    }
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.#timer) clearInterval(this.#timer);
  }
}
