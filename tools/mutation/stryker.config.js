// Changes the deciders and rules of one context's domain in every small way and asks whether a test
// of that context notices. Catalogues of rules and types of events hold sentences and shapes only.
const context = process.env.MUTATED_CONTEXT ?? '*';
const report = `coverage/mutation/${context}`;
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'tools/mutation/vitest.config.js', related: false },
  coverageAnalysis: 'perTest',
  mutate: [
    `libs/contexts/${context}/domain/**/*.ts`,
    '!libs/**/*.{spec,examples,events,commands,rules}.ts',
  ],
  reporters: ['html', 'json', 'progress-append-only'],
  htmlReporter: { fileName: `${report}.html` },
  jsonReporter: { fileName: `${report}.json` },
  incrementalFile: `${report}.incremental.json`,
  tempDirName: 'coverage/stryker',
  ignorePatterns: ['dist', 'data', 'coverage', 'examples'],
  warnings: { slow: false },
};
