import type { ReadingOf } from '@tavolo/reading';

/** Who may read how the server is: the resolver asks whether somebody administers. */
export const operationsReading: ReadingOf = {
  rows: [],
  types: {},
  values: [
    ...['ComparedTable', 'Job', 'OperatedFailure', 'OperatedLag', 'OperatedPassedOver'],
    ...['OperatedProjection', 'OperatedQueue', 'Operations', 'ProjectionStep', 'SteppedRow'],
  ],
  queries: { job: 'own', operations: 'own', projectionStep: 'own' },
};
