/** `Tavo` as a number: how a log is told from any other SQLite file. */
export const APPLICATION_ID = 0x54_61_76_6f;

/** Counts the shapes of the tables, from 1. A program never opens a shape newer than its own. */
export const SCHEMA_VERSION = 1;

/**
 * `event_id` is indexed but not unique: the same event sent again at a later revision is a new
 * write, as it is on EventStoreDB. `category_no` stands in the event, so that a sparse projection
 * finds its events by an index. `stored_at` is the store's own clock (`StreamMeta`), milliseconds;
 * the time of recording that rules and queries know is in the meta.
 */
export const SCHEMA = `
CREATE TABLE categories (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE types (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE streams (
  no INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  category_no INTEGER NOT NULL REFERENCES categories,
  revision INTEGER NOT NULL,
  truncate_before INTEGER,
  max_count INTEGER,
  max_age_seconds INTEGER,
  state TEXT NOT NULL CHECK (state IN ('live', 'deleted', 'tombstoned'))
) STRICT;
CREATE TABLE events (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  stream_no INTEGER NOT NULL REFERENCES streams,
  category_no INTEGER NOT NULL REFERENCES categories,
  revision INTEGER NOT NULL,
  event_id BLOB NOT NULL CHECK (length(event_id) = 16),
  type_no INTEGER NOT NULL REFERENCES types,
  schema INTEGER NOT NULL,
  data TEXT NOT NULL,
  meta TEXT NOT NULL,
  stored_at INTEGER NOT NULL,
  UNIQUE (stream_no, revision)
) STRICT;
CREATE INDEX events_by_id ON events (event_id);
CREATE INDEX events_by_category ON events (category_no, position);
CREATE INDEX events_by_type ON events (type_no, position);
`;

/** What a file must hold to be a log. */
export const TABLES = ['categories', 'events', 'streams', 'types'] as const;
