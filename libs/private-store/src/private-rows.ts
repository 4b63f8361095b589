/** A value of a row, the same in every store; bytes are what is no text (the salt of a text). */
export type Cell = string | number | null | Uint8Array;

/** A row by the names of its columns. */
export type PrivateRow = Readonly<Record<string, Cell>>;

/**
 * All that a private store keeps, row by row, so that another one can take it over whatever it is
 * made of. The content of documents is not among the rows: it goes by the store itself.
 */
export abstract class PrivateRows {
  /** The tables, by their names, which are the same in every store. */
  abstract tables(): Promise<readonly string[]>;
  /** The rows of a table in the order of their keys, byte by byte. */
  abstract rows(table: string): AsyncIterable<PrivateRow>;
  /** Adds rows, all or none; one whose key is there already is left as it is. Not of `documents`. */
  abstract put(table: string, rows: readonly PrivateRow[]): Promise<void>;
  /** Forgets what is kept under a key. */
  abstract remove(table: string, key: PrivateRow): Promise<void>;
  /** The columns by which a row of the table is known. */
  abstract keyOf(table: string): Promise<readonly string[]>;
  /** A second call does nothing. */
  abstract close(): Promise<void>;
}
