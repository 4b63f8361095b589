import { cookieOf, SESSION_COOKIE } from '@tavolo/access';
import type { Sessions } from '@tavolo/access';
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

/** WebSockets of browsers: each ends with the session under which it was opened. */
export class SessionSockets implements BeforeApplicationShutdown, OnApplicationBootstrap {
  readonly #held = new Map<Socket, string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly sessions: Sessions) {
    sessions.onEnd(() => void this.look());
  }

  /** From now on it is open as long as its session; one without a session is left alone. */
  hold({ connectionParams, extra }: Connection): void {
    const { socket, request } = (extra ?? {}) as {
      socket?: Socket;
      request?: { headers: { cookie?: string } };
    };
    const token = cookieOf(request?.headers.cookie, SESSION_COOKIE);
    const hasToken = Object.keys(connectionParams ?? {}).some(
      (name) => name.toLowerCase() === 'authorization',
    );
    if (!socket || token === null || hasToken || this.#held.has(socket)) return;
    this.#held.set(socket, token);
    socket.once('close', () => this.#held.delete(socket));
  }

  /** Closes those whose session is no more: ended here or elsewhere, or at its limit. */
  async look(): Promise<void> {
    for (const [socket, token] of [...this.#held]) {
      if (await this.sessions.look(token)) continue;
      this.#held.delete(socket);
      socket.close(UNAUTHORIZED, 'The session has ended: sign in again.');
    }
  }

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_MS).unref();
  }

  beforeApplicationShutdown(): void {
    if (this.#timer) clearInterval(this.#timer);
  }
}
