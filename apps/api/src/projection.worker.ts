import { SqliteEventReader } from '@tavolo/event-store';
import type { OpenProjectionWork } from '@tavolo/projection';
import { projections } from './projections.js';

/** In the worker thread: the log read beside its writer, and every projection. */
export const openProjectionWork: OpenProjectionWork = (settings) => {
  const { logFile } = settings as { readonly logFile: string };
  return { projections, source: SqliteEventReader.open(logFile) };
};
