export { Client, RequestFailed } from './client.js';
export type { Acting, CommandAnswer, Receipt } from './client.js';
export { auditorJourney } from './journeys/auditor.journey.js';
export type { AuditorFacts } from './journeys/auditor.journey.js';
export { boardJourney } from './journeys/board.journey.js';
export type { BoardFacts } from './journeys/board.journey.js';
export { networkLeadJourney } from './journeys/network-lead.journey.js';
export type { NetworkLeadFacts } from './journeys/network-lead.journey.js';
export { World } from './journeys/world.js';
export { loadLabImpact } from './lab-impact/load.js';
export { BadSize, sizesOf } from './lombardia/sizes.js';
export type { Sizes } from './lombardia/sizes.js';
export type { BulkAnswer, BulkCommand, Door } from './lombardia/door.js';
export { generateLombardia } from './lombardia/generate.js';
export type { Reached } from './lombardia/waves.js';
export { say } from './narration.js';
export type { Persona, Step, Tell, Tongue, Words } from './narration.js';
export { NoDemo, PersonaTokens, tokenInHand } from './persona-tokens.js';
export type { Tokens } from './persona-tokens.js';
export { pdfOf } from './pdf.js';
export { reach, ServerUnreachable } from './reach.js';
export { grounds, Stage, StoryBroken } from './stage.js';
export type { Actor, Done } from './stage.js';
export { drawValues, fixedValues } from './values.js';
export type {
  BoardValues,
  Conduct,
  JourneyValues,
  NetworkLeadValues,
  VoteRules,
} from './values.js';
