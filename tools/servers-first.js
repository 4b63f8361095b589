import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;
const startsServers = ({ path }) => /\/test\/(?:acceptance|crash|abuse)\//u.test(path);

/**
 * Tests that start servers take up to minutes each and begin first: what begins last is short, and
 * no core waits for the other. A fresh clone knows no times, and Jest would go by the size of files.
 */
export default class ServersFirst extends Sequencer {
  sort(tests) {
    const all = [...super.sort(tests)];
    return [...all.filter(startsServers), ...all.filter((test) => !startsServers(test))];
  }
}
