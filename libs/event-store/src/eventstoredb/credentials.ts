import type { Credentials } from '@eventstore/db-client';
import { UnusableStore } from '../event-store.js';

const CONNECTION = /^(?:esdb|kurrentdb)(?:\+discover)?:\/\/(?:([^:@/]+):([^@/]*)@)?([^/?]+)/u;
/** Of this machine: nothing that goes there passes a network. */
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/u;

/**
 * User and password of a connection string. They are given with each call: without, the client
 * sends all appends over one stream, whose deadline it does not keep and whose error fails others'.
 * @throws UnusableStore with a sentence for a connection string that cannot be used
 */
export function credentialsIn(connectionString: string): Credentials {
  const parts = CONNECTION.exec(connectionString);
  if (!parts) {
    throw new UnusableStore(
      'TAVOLO_EVENTSTOREDB is no connection string of EventStoreDB: write esdb://user:password@host:2113?tls=true',
    );
  }
  const [, username, password, hosts = ''] = parts;
  const isInsecure = /[?&]tls=false\b/iu.test(connectionString);
  if (username === undefined && !isInsecure) {
    throw new UnusableStore(
      'TAVOLO_EVENTSTOREDB names no user: write esdb://user:password@host:2113?tls=true (a certificate alone is not enough)',
    );
  }
  if (isInsecure && !hosts.split(',').every((host) => LOOPBACK.test(host))) {
    throw new UnusableStore(
      'TAVOLO_EVENTSTOREDB asks for no TLS over a network: write tls=true, or name a server of this machine (127.0.0.1)',
    );
  }
  // Without TLS the client leaves them away by itself; that there are some is what counts.
  return {
    username: decodeURIComponent(username ?? 'tavolo'),
    password: decodeURIComponent(password ?? ''),
  };
}
