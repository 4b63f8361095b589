import { readFileSync } from 'node:fs';
const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
const alias = Object.entries(compilerOptions.paths).map(([name, [file]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: process.cwd() + file.slice(1),
}));
export default {
  resolve: { alias: [{ find: '@jest/globals', replacement: 'vitest' }, ...alias] },
  test: {
    include: ['libs/contexts/*/domain/**/*.spec.ts'],
    setupFiles: ['libs/testing/src/setup.ts'],
    pool: 'threads',
    isolate: false,
  },
};
