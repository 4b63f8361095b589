import type { RecordedEvent } from '@tavolo/event-store';
import type { TableDefinition, AnyTable, Writer } from '@tavolo/projection';
import type { MoveCode } from './vocabulary.js';
import type { Who } from './who.js';

/** Reads rows as they are after the fact that is being applied. */
export type Read = Pick<Writer, 'get' | 'where'>;

/** Until when: an instant, or a whole day in the zone of the body, its last hour included. */
export type Due = Readonly<{ at: string }> | Readonly<{ on: string }>;

/** That somebody who is waited for was reminded of it: the last time, and how often. */
export type Reminder = Readonly<{
  /** The day of the last one. */
  on: string;
  times: number;
  /** `person-<uuid>` of who reminded, and the organisation they acted for. */
  by: string;
  organisation: string | null;
  /** Its words, in the private store. */
  reasonRef: string | null;
}>;

/** Whose move it is. `key` tells the moves of one object with one code apart. */
export type Move = Readonly<{
  move: MoveCode;
  who: Who;
  key?: string;
  due?: Due | null;
  /** Another object that it is about: the decision under vote, the agreement's party. */
  about?: string;
  reminder?: Reminder | null;
  /** Several are asked, and one of them is enough. */
  anyOne?: boolean;
  /** Shown to nobody but who is waited for, and in no calendar. */
  confidential?: boolean;
}>;

/** What a person or another holder may do: rows by which "who" becomes people, on a day. */
export type Capacity = Readonly<{
  /** Local id, unique for the object; with the object's id it is the mandate, where it is one. */
  id: string;
  /** `person-<uuid>`, or the key of another "who" that holds it. */
  holder: string;
  gives: readonly Who[];
  /** Whether `<object>#<id>` is a mandate to act under. */
  isMandate: boolean;
  /** The largest amount it covers; null where there is no limit. */
  maxCents?: number | null;
  from: string | null;
  /** The last day; null where there is no end yet. */
  until: string | null;
}>;

/** What the rows of an object belong to. */
export type Place = Readonly<{
  board?: string | null;
  network?: string | null;
  plan?: string | null;
  title: string | null;
  titleEn?: string | null;
}>;

/** The answer for one state. */
export type State<Row> =
  | Readonly<{ is: 'awaited'; moves: readonly MoveCode[]; of: MovesOf<Row> }>
  | Readonly<{ is: 'atRest'; why: string }>
  | Readonly<{ is: 'end' }>;

type MovesOf<Row> = (row: Row, read: Read) => readonly Move[];

/** In this state somebody is waited for; `codes` are the moves that there may be. */
export function awaits<Row>(codes: readonly MoveCode[], of: MovesOf<Row>): State<Row> {
  return { is: 'awaited', moves: codes, of };
}

/** In this state nobody is waited for, and it is no end; `why` is for the table in the README. */
export function atRest<Row>(why: string): State<Row> {
  return { is: 'atRest', why };
}

/** A state that nothing follows. */
export const end = { is: 'end' } as const;

/**
 * How one kind of object answers whose move it is: for each of its states, and beside them. Pure,
 * and on rows that the object's own projection made of the same fact, so that nothing is folded
 * twice. `states` has every state by its type: a new one without an answer does not compile.
 */
export type WaitingPart<Row extends { readonly id: string }, Status extends string> = Readonly<{
  /** Name of the object in the table of the README. */
  name: string;
  /** Streams whose facts may change the answer. */
  categories: readonly string[] | ((stream: string) => boolean);
  table: TableDefinition<Row>;
  /** Other tables that its functions read; they belong to projections before this one. */
  reads?: readonly AnyTable[];
  statusOf: (row: Row) => Status;
  states: Readonly<Record<Status, State<Row>>>;
  /** Moves that do not hang on the state; `codes` of them are for the README. */
  beside?: Readonly<{ moves: readonly MoveCode[]; of: MovesOf<Row> }>;
  place: (row: Row, read: Read) => Place;
  /** The object that is waited about, where it is not the row's own. */
  objectOf?: (row: Row) => string;
  capacities?: (row: Row, read: Read) => readonly Capacity[];
  /** The row that a fact is about, where it is not that of the stream. */
  rowOf?: (event: RecordedEvent) => string;
}>;

/** A part of any row. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- parts of several rows in one list
export type AnyPart = WaitingPart<any, any>;

/** Gives a part its type. */
export function waitingPart<Row extends { readonly id: string }, Status extends string>(
  part: WaitingPart<Row, Status>,
): WaitingPart<Row, Status> {
  return part;
}
