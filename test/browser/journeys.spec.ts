import { afterAll, describe } from '@jest/globals';
import { forget, startServer } from '../acceptance/server.js';
import type { RunningServer } from '../acceptance/server.js';
import { travelled } from './travelled.js';

const started: RunningServer[] = [];
async function demo(): Promise<RunningServer> {
  const server = await startServer({ words: ['--demo'] });
  started.push(server);
  return server;
}
afterAll(() => {
  started.forEach(forget);
});

describe('on a demo', () => {
  travelled(demo, [
    { language: 'it', by: 'mouse' },
    { language: 'en', by: 'keyboard' },
  ]);
});
describe('on another', () => {
  travelled(demo, [
    { language: 'en', by: 'mouse' },
    { language: 'it', by: 'keyboard' },
  ]);
});
