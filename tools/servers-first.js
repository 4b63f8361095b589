import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;

/** Minutes; the first waits for a clock and leaves its core to the others. */
const LONGEST = /\/test\/acceptance\/(?:replicas-at-random|demo|generate|moving|restart)\.spec/u;
const SERVERS = /\/test\/(?:acceptance|crash|abuse)\//u;
/** Half a minute: contracts of stores with their faults, policies at random. */
const LONG_GROUPS = /\/dist\/spec-groups\/libs-(?:event-store|access)-/u;
const GROUPS = /\/dist\/spec-groups\//u;
const ORDER = [LONGEST, SERVERS, LONG_GROUPS, GROUPS];

/**
 * Tests that start servers take up to minutes each and begin first, then groups of small ones: what
 * begins last is short, and no core waits for the other. A fresh clone knows no times, and Jest
 * would go by the size of files.
 */
export default class ServersFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = ORDER.findIndex((kind) => kind.test(path));
      return at < 0 ? ORDER.length : at;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
}
