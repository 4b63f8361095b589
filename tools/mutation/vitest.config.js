import base from '../../vitest.config.js';

// The examples of one context have to notice on their own: whatever any sequence of commands brings
// to light (`*.property.spec.ts`) comes on top, and takes a hundred times as long.
export default {
  ...base,
  test: {
    ...base.test,
    include: [`libs/contexts/${process.env.MUTATED_CONTEXT ?? '*'}/domain/**/*.spec.ts`],
    exclude: ['**/*.property.spec.ts'],
    // A run takes an hour, and a machine that does other work beside it is slow, not wrong.
    testTimeout: 60_000,
  },
};
