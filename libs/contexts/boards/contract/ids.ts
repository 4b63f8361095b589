import type { Brand } from '@tavolo/kernel';

/** `board-<uuid>`: the stream of a governing board (cabina di regia), and its id everywhere. */
export type BoardId = Brand<string, 'BoardId'>;
/** `sitting-<uuid>`: the stream of a sitting (seduta) and of every vote taken in it. */
export type SittingId = Brand<string, 'SittingId'>;
/** `procedure-<uuid>`: the stream of a vote without a sitting: a written or a silence procedure. */
export type ProcedureId = Brand<string, 'ProcedureId'>;
/** `decision-<uuid>`: the stream of a decision (deliberazione), from its proposal to its effect. */
export type DecisionId = Brand<string, 'DecisionId'>;

/** The levels of governance at which a board sits. */
export const boardLevels = ['national', 'region', 'territory', 'local'] as const;

/** The level of governance of a board. */
export type BoardLevel = (typeof boardLevels)[number];
