import type { PerMinute } from './rates.js';

/** How far the door of this instance stands open. */
export interface Door {
  /** Whether a browser may send documents that the build of the console does not know. */
  readonly browsersSend: 'any' | 'trusted';
  /** How much is asked for in a minute; null where nobody is kept waiting. */
  readonly perMinute: PerMinute | null;
  /**
   * Who sends no token reads everything: of invented data alone. Else they read what is published
   * (`anonymous.ts`). Nobody ever writes without a token.
   */
  readonly isReadByAll: boolean;
  /** Commands of people that may be under way at once; one more is answered `BUSY`. */
  readonly commandsAtOnce: number;
  /** The schema can be asked for with GraphQL itself; `GET /schema.graphql` gives it always. */
  readonly hasIntrospection: boolean;
}

/** An import sends some fifty commands a second; a person who clicks, two or three. */
const PER_MINUTE: PerMinute = { person: 6_000, address: 600 };

/** Some megabytes of memory; a log that takes a quarter of a second for each has them in a second. */
const COMMANDS_AT_ONCE = 1_000;

/** A demo is there to be looked at; everything else shows what it must. */
export function doorOf({ demo }: { readonly demo: boolean }): Door {
  return {
    ...{ isReadByAll: demo, hasIntrospection: demo, browsersSend: demo ? 'any' : 'trusted' },
    perMinute: demo ? null : PER_MINUTE,
    commandsAtOnce: COMMANDS_AT_ONCE,
  };
}
