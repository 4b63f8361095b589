export type {
  ConcernRule,
  MatterRule,
  PartRule,
  PlaceRule,
  QueryRule,
  ReadingOf,
  RowRule,
  TypeRule,
} from './declaration.js';
export { actionOf, emptyOf, withReading } from './fields.js';
export { PastReading } from './past-reading.js';
export type { LookedAt, Sight, SightedDocument } from './past-reading.js';
export { PolicyReading } from './policy-reading.js';
export { Openness, Readers } from './readers.js';
export { NoReadingRule, ReadingBook } from './reading-book.js';
export { readingOf, ReadingModule } from './reading.module.js';
export { alone } from './standings.js';
