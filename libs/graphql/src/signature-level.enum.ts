import { enumOf } from './enum-of.js';

/** Of every signature alike, on an agreement or on a decision. */
export const SignatureLevelEnum = enumOf(
  'SignatureLevel',
  ['simple', 'advanced', 'qualified', 'digital'],
  'Level of a signature (livello di firma), as it was reported.',
);
