import type { Credentials } from '@eventstore/db-client';
import { UnusableStore } from '../event-store.js';

const CONNECTION = /^(?:esdb|kurrentdb)(?:\+discover)?:\/\/(?:([^:@/]+):([^@/]*)@)?[^/?]+/u;

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
  const [, username, password] = parts;
  const isInsecure = /[?&]tls=false\b/iu.test(connectionString);
  if (username === undefined && !isInsecure) {
    throw new UnusableStore(
      'TAVOLO_EVENTSTOREDB names no user: write esdb://user:password@host:2113?tls=true (a certificate alone is not enough)',
    );
  }
  // Without TLS the client leaves them away by itself; that there are some is what counts.
  return {
    username: decodeURIComponent(username ?? 'tavolo'),
    password: decodeURIComponent(password ?? ''),
  };
}
