import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests in a minute. */
export type PerMinute = Readonly<{ person: number; address: number }>;

/** Whose requests are counted together: a person's, wherever from; else an address's. */
export type Counted = Readonly<{ of: 'address' | 'person'; name: string }>;

/** In how many whole seconds more is taken; the first in its minute is written down. */
export type Reached = Readonly<{ seconds: number; isFirst: boolean }>;

const MINUTE_S = 60;

/** Counts what each person asks for, over HTTP and over WebSockets alike. */
export class Rates {
  readonly #limiters: Readonly<Record<Counted['of'], RateLimiterMemory>>;

  constructor({ person, address }: PerMinute) {
    this.#limiters = {
      person: new RateLimiterMemory({ points: person, duration: MINUTE_S }),
      address: new RateLimiterMemory({ points: address, duration: MINUTE_S }),
    };
  }

  /** Counts one request; null when it may go on, else when it may, and whether it is the first such. */
  async take({ of, name }: Counted): Promise<Reached | null> {
    try {
      await this.#limiters[of].consume(name);
      return null;
    } catch (reached) {
      if (!(reached instanceof RateLimiterRes)) throw reached;
      const { consumedPoints, msBeforeNext } = reached;
      const isFirst = consumedPoints === this.#limiters[of].points + 1;
      return { seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)), isFirst };
    }
  }
}

/**
 * From where a request comes: the peer, or, where that is a reverse proxy on this machine, the
 * last address that it wrote down. What a client wrote before it counts for nothing. Of IPv6 the
 * network of the household counts (/64), for it has as many addresses as it likes.
 */
export function addressOf({
  headers,
  socket,
}: Pick<IncomingMessage, 'headers' | 'socket'>): string {
  const peer = withoutMapping(socket.remoteAddress ?? '');
  const forwarded = headers['x-forwarded-for'];
  const written = Array.isArray(forwarded) ? forwarded.at(-1) : forwarded;
  if (!LOOPBACK.test(peer) || written === undefined) return networkOf(peer);
  return networkOf(withoutMapping(written.split(',').at(-1)?.trim() ?? peer));
}

const LOOPBACK = /^(?:127\.|::1$)/;

function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  const groups = tail === undefined ? before : [...before, ...gap, ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
