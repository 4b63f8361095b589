// Changes the deciders and rules of the domain in every small way and asks whether a test notices
// (npm run test:mutation). Catalogues of rules and types of events hold sentences and shapes only.
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'vitest.config.js', related: false },
  coverageAnalysis: 'perTest',
  mutate: ['libs/contexts/*/domain/**/*.ts', '!libs/**/*.{spec,examples,events,commands,rules}.ts'],
  thresholds: { high: 90, low: 85, break: 85 },
  reporters: ['clear-text', 'html', 'json', 'progress-append-only'],
  htmlReporter: { fileName: 'coverage/mutation/index.html' },
  jsonReporter: { fileName: 'coverage/mutation/report.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  tempDirName: 'coverage/stryker',
  ignorePatterns: ['dist', 'data', 'coverage'],
  concurrency: 2,
};
