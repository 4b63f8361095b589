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

/** What a projection made of an event. */
export const stepFate = messages<EnumOf<'StepFate'>>({
  it: {
    APPLIED: 'applicato',
    NOT_TAKEN: 'non letto da questa proiezione',
    PASSED_OVER: 'tralasciato: è di una versione più recente, o viene dopo uno che lo è',
    FAILED: 'non riuscito',
  },
  en: {
    APPLIED: 'applied',
    NOT_TAKEN: 'not read by this projection',
    PASSED_OVER: 'passed over: it is of a newer version, or comes after one that is',
    FAILED: 'failed',
  },
});
