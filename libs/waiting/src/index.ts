export { atRest, awaits, end, waitingPart } from './part.js';
export type {
  AnyPart,
  Capacity,
  Due,
  Move,
  Place,
  Read,
  Reminder,
  State,
  WaitingPart,
} from './part.js';
export { processMattersPart } from './process-matters.part.js';
export { capacityTable, moveTable } from './tables.js';
export type { CapacityRow, MoveRow } from './tables.js';
export { moveCodes, moves } from './vocabulary.js';
export type { MoveCode } from './vocabulary.js';
export { concerns, movesOf, waitingProjection } from './waiting.projection.js';
export {
  authority,
  body,
  chair,
  keyOf,
  lead,
  organisation,
  person,
  powers,
  presidency,
  process,
  seat,
  secretary,
  signers,
  sitter,
} from './who.js';
export type { Power, Who, WhoKind } from './who.js';
