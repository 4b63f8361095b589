import type { ReactNode } from 'react';

/** What a value is: euro, a share of one, a calendar day, or an instant, both as ISO 8601 writes them. */
export type ValueKind = 'money' | 'share' | 'day' | 'instant';

/** A column of a list: how it reads on a page, and what it is worth in a file. */
export type Column<Row> = Readonly<{
  key: string;
  title: string;
  /** What stands on the page; `value` where it is not told. */
  cell?: (row: Row) => ReactNode;
  /** For files: text, or a number that a program can add up. */
  value: (row: Row) => string | number | null;
  /** How files write `value`; text as it is, and a number as it comes, unless told. */
  as?: ValueKind;
  isNumber?: boolean;
}>;
