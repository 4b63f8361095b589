import { defineTable } from '@tavolo/projection';
import type { Reminder } from './part.js';
import type { MoveCode } from './vocabulary.js';
import type { WhoKind } from './who.js';

/** What sorts after every instant: nothing has to be done by a time. */
export const NO_DUE = '~';

/** Whose move it is, as of the moments at which the row stands. No clock is in it. */
export type MoveRow = Readonly<{
  /** `<stream of the facts>!<move>!<key>`: the same for as long as the same is awaited. */
  id: string;
  source: string;
  object: string;
  /** Category of the object's id. */
  objectKind: string;
  about: string | null;
  move: MoveCode;
  /** Key of who is waited for. */
  waitsFor: string;
  whoKind: WhoKind;
  /** The amount at stake, where a power may be limited (PA-5). */
  cents: number | null;
  anyOne: boolean;
  /** When the fact was recorded that opened it. */
  since: string;
  /** When the fact was recorded that last changed anything of it. */
  changedAt: string;
  dueAt: string | null;
  dueOn: string | null;
  /** The instant at which it is overdue; `NO_DUE` sorts last. */
  due: string;
  board: string | null;
  network: string | null;
  plan: string | null;
  title: string | null;
  titleEn: string | null;
  confidential: boolean;
  reminder: Reminder | null;
}>;

/** Moves that are awaited, the most urgent first. */
export const moveTable = defineTable<MoveRow>('waiting', {
  columns: [
    ...(['source', 'object', 'objectKind', 'about', 'move', 'waitsFor'] as const),
    ...(['board', 'network', 'plan', 'confidential'] as const),
  ],
  order: 'due',
});

/** That a holder may do what a key says, from a day to a day. */
export type CapacityRow = Readonly<{
  id: string;
  source: string;
  holder: string;
  key: string;
  mandate: string | null;
  maxCents: number | null;
  from: string | null;
  until: string | null;
  /** Of what it is an office: the board, the partner. */
  title: string | null;
  titleEn: string | null;
  changedAt: string;
}>;

/** Who holds what: keys of people and of other keys. */
export const capacityTable = defineTable<CapacityRow>('capacity', {
  columns: ['source', 'holder', 'key'],
  order: 'key',
});

/** Of this installation: what the facts of the founding say. One row. */
export type HouseRow = Readonly<{ id: string; zone: string; founder: string }>;

export const houseTable = defineTable<HouseRow>('waiting_house', { columns: [], order: 'zone' });
