import type { OpenProjectionWork } from '@tavolo/projection';
import { logReaderOf } from '../config/log-settings.js';
import type { LogSettings } from '../config/log-settings.js';
import { knowsEvent } from './known-events.js';
import { projections } from './projections.js';

/** In the worker thread: the log read beside its writer, and every projection. */
export const openProjectionWork: OpenProjectionWork = async (settings) => {
  return { projections, knows: knowsEvent, source: await logReaderOf(settings as LogSettings) };
};
