import { messages } from '../app/text.ts';
import type { EnumOf } from '../data/graphql.ts';

/** How the writing of the read model is. */
export const readModelState = messages<EnumOf<'ReadModelState'>>({
  it: {
    CATCHING_UP: 'si aggiorna',
    LIVE: 'segue il registro',
    RETRYING: 'riprova: il registro non si legge',
    FAILED: 'fermo per un guasto',
    STOPPED: 'fermo',
  },
  en: {
    CATCHING_UP: 'catching up',
    LIVE: 'follows the log',
    RETRYING: 'tries again: the log cannot be read',
    FAILED: 'stopped by a failure',
    STOPPED: 'stopped',
  },
});

/** Whether a job goes on, and how it ended. */
export const jobState = messages<EnumOf<'JobState'>>({
  it: { RUNNING: 'in corso', FINISHED: 'finito', CANCELLED: 'annullato', FAILED: 'non riuscito' },
  en: { RUNNING: 'going on', FINISHED: 'finished', CANCELLED: 'cancelled', FAILED: 'failed' },
});
