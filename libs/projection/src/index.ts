export { mentionedIn } from './mentioned.js';
export { checkNames } from './batch-writer.js';
export type { Batch } from './batch-writer.js';
export { inlineWriter } from './inline-writer.js';
export { BEGINNING, defineTable } from './projection.js';
export type {
  AnyTable,
  EventSource,
  KnownEvents,
  Moment,
  Projection,
  ProjectionWork,
  TableDefinition,
  Writer,
} from './projection.js';
export { says, wordsIn } from './plain-text.js';
export { BadCursor, NotYet, ReadModel } from './read-model.js';
export type {
  Change,
  CommandRecord,
  EventFilter,
  HistoryEntry,
  HistoryWindow,
  IdsBy,
  Narrowing,
  Page,
  PageRequest,
  PageWindow,
  Saying,
} from './read-model.js';
export type { Replay, Replayed, ReplayedRow, ReplayFate } from './replay.js';
export { ProjectionRunner } from './runner.js';
export { compareReadModels, digestsOf } from './sqlite/compare.js';
export type { Comparison, TableComparison, TableDigest } from './sqlite/compare.js';
export { ReadModelTooNew, StaleWriter, whyRebuild } from './sqlite/read-model-file.js';
export type { PassedOver } from './sqlite/read-model-file.js';
export { SqliteReadModel } from './sqlite/sqlite-read-model.js';
export type { TakeReadModel } from './generations.js';
export { RebuildCancelled } from './cancelled.js';
export { NoWayBack, Projections, RebuildRunning } from './start.js';
export { startProjections } from './start.js';
export type { ProjectionOptions, Rebuilt, RebuildOptions, RebuildProgress } from './start.js';
export { failureOf, ProjectionFailed } from './status.js';
export type { RunnerFailure, RunnerState, RunnerStatus } from './status.js';
export type { OpenProjectionWork, ThreadSettings } from './worker/protocol.js';
export { threadWriter } from './worker/thread-writer.js';
export type { ReadModelWriter, WriterFactory, WriterNotice } from './writer.js';
