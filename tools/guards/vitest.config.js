import base from '../../vitest.config.js';
import { isGuarded, withSwitches } from './switchable.ts';

// The tests of the libraries that have rules, over sources whose guards can be taken away one by
// one. Those of the stores, the demo and the command line meet no guard; those over the composed
// server (rehearsals, acceptance) go through many at once and say what a user does.
export default {
  ...base,
  plugins: [
    {
      name: 'switchable guards',
      enforce: 'pre',
      transform: (source, path) =>
        isGuarded(path) ? { code: withSwitches(source, path), map: null } : undefined,
    },
  ],
  test: {
    ...base.test,
    include: ['libs/{access,command,contexts,kernel,process,waiting}/**/*.spec.ts'],
    // Keys and tokens: no rule of a catalogue, and Jest's own clock.
    exclude: ['libs/access/src/identity/**'],
    setupFiles: [...base.test.setupFiles, 'tools/guards/setup.ts'],
    testTimeout: 60_000,
  },
};
