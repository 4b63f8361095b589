import { afterAll, beforeAll } from '@jest/globals';
import { describeRealServer } from '../eventstoredb/real-server.js';
import { startNodes } from './eventstoredb.js';
import type { Containers } from './eventstoredb.js';

// Only by `npm run test:containers`, which sees to it that there is a Docker engine.
let nodes: Containers;
beforeAll(async () => {
  nodes = await startNodes(1);
}, 180_000);
afterAll(() => nodes.stop());

describeRealServer('one node', () => nodes.connectionString);
