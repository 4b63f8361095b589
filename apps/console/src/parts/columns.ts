import type { ReactNode } from 'react';

/** A column of a list: how it reads on a page, and what it is worth in a file. */
export type Column<Row> = Readonly<{
  key: string;
  title: string;
  /** What stands on the page; `value` where it is not told. */
  cell?: (row: Row) => ReactNode;
  /** For files: text, or a number that a program can add up. */
  value: (row: Row) => string | number | null;
  isNumber?: boolean;
}>;
