import { enumOf } from './enum-of.js';

/** Where a demo datum comes from; a user's own data has no source. */
export const SourceEnum = enumOf(
  'Source',
  ['programme', 'public', 'synthetic'],
  'Where a demo datum comes from: the programme itself, a public act, or invented.',
);
