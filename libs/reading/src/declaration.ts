import type { ReadAction, Role } from '@tavolo/access';
import type { AnyTable } from '@tavolo/projection';

/** Who may read rows of a table. */
export type RowRule = Readonly<{
  table: AnyTable;
  /** Category of the ids of its rows, where they are objects with a stream of their own. */
  category?: string;
  /** What the policies are asked for a row. */
  action: ReadAction;
  /** Fields that name what a row lies in: a role at one of them, or above it, is enough. */
  at: readonly string[];
  /** A row with this field true is published: it is there for everybody. */
  published?: string;
  /** Fields that name matters: where one of them is confidential, so is the row. */
  matters?: readonly string[];
  /** A list in the row whose entries may each be about a matter. */
  parts?: PartsRule;
}>;

/** A list in a row: each entry has an id of its own in `key`, and may name a matter in `matter`. */
export type PartsRule = Readonly<{ field: string; key: string; matter: string }>;

/** How objects of a category lie in the hierarchy through which reading is inherited. */
export type PlaceRule = Readonly<{
  category: string;
  table: AnyTable;
  /**
   * By the category of what lies above, the column in which a row names it; of `level` its name
   * without the category. `all`: every row lies right below that one scope.
   */
  below: Readonly<Record<string, string | Readonly<{ all: string }>>>;
  /** The column that names the plan which who reads the object reads too. */
  dossier?: string;
}>;

/** What an organisation has a part in: rows that name it in a column, as the policies call it. */
export type PartRule = Readonly<{
  role: Role;
  table: AnyTable;
  column: string;
  /** The field with the id of what it has a part in. */
  scope: string;
  /** Whether a row counts. */
  counts?: (row: Readonly<Record<string, unknown>>) => boolean;
}>;

/** What a body is set over: read by who sits in it or keeps its records. */
export type ConcernRule = Readonly<{
  category: string;
  table: AnyTable;
  of: (row: Readonly<Record<string, unknown>>) => readonly string[];
}>;

/** Matters that may be confidential, and what is about them. */
export type MatterRule = Readonly<{
  table: AnyTable;
  /** The column that says whether it is. */
  flag: string;
  /** Fields that name whose matter it is: the body first, then who brought it there. */
  at: readonly string[];
  /** Objects that are about a matter, by the column that names it. */
  along: readonly Readonly<{ table: AnyTable; column: string }>[];
  /** The field of a matter with the id of a row that has it among its parts. */
  heldIn?: Readonly<{ table: AnyTable; field: string }>;
}>;

/** Fields of a type of the schema by what the policies are asked for them; others are as the object. */
export type TypeRule = Readonly<{
  /** Fields of the object that name what it lies in; its id unless told. */
  at?: readonly string[];
  /** What is asked for every field that is not named. */
  every?: ReadAction;
  /** Fields that are shown with the object itself. */
  withObject?: readonly string[];
}> &
  Readonly<Partial<Record<ReadAction, readonly string[]>>>;

/**
 * What a query of the root rests on: `rows` come through `Nodes`, `own` is of who asks alone,
 * `nothing` is the same for everybody; an argument names the object that has to be open to them.
 */
export type QueryRule = 'nothing' | 'own' | 'rows' | Readonly<{ object: string }>;

/** All that a context says about who may read what it keeps. */
export type ReadingOf = Readonly<{
  rows: readonly RowRule[];
  places?: readonly PlaceRule[];
  parts?: readonly PartRule[];
  concerns?: readonly ConcernRule[];
  matters?: readonly MatterRule[];
  /** Streams beside the objects: what has to be open for one of a category to be read. */
  streams?: Readonly<Record<string, (stream: string) => string>>;
  types: Readonly<Record<string, TypeRule>>;
  /** Types that are only ever met inside an object, and are shown with it. */
  values: readonly string[];
  queries: Readonly<Record<string, QueryRule>>;
}>;
