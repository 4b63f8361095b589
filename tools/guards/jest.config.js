import base from '../../jest.config.js';

// The tests of the libraries, over sources whose guards can be taken away one by one.
export default {
  ...base,
  rootDir: '../..',
  roots: ['<rootDir>/libs'],
  transform: { '^.+\\.ts$': '<rootDir>/tools/guards/switchable.ts' },
  setupFilesAfterEnv: [...base.setupFilesAfterEnv, '<rootDir>/tools/guards/setup.ts'],
};
