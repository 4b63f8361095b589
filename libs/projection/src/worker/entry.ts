import { parentPort, workerData } from 'node:worker_threads';
import type { OpenProjectionWork, ThreadSettings } from './protocol.js';
import { serve } from './serve.js';

// The first module of the projection thread.
const { module, settings } = workerData as ThreadSettings;
const { openProjectionWork } = (await import(module)) as {
  readonly openProjectionWork: OpenProjectionWork;
};
if (!parentPort) throw new TypeError('this module is for a worker thread');
serve(parentPort, await openProjectionWork(settings));
