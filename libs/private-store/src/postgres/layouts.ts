import type { Layout } from './postgres-database.js';

/**
 * What people wrote lies as bytes in UTF-8. Text and salt of a text can be emptied: its reference
 * stays, for the log names it. Names, ids and moments are compared byte by byte, as in SQLite.
 */
export const privateLayout: Layout = {
  part: 'private store',
  format: 1,
  remedy: 'Start the Tavolo that made it, or a newer one.',
  added: `
  CREATE TABLE IF NOT EXISTS account_generations (
    account text PRIMARY KEY,
    generation integer NOT NULL
  )`,
  tables: `
  CREATE TABLE names (person text PRIMARY KEY, name bytea NOT NULL);
  CREATE TABLE texts (ref text PRIMARY KEY, key text NOT NULL, salt bytea, text bytea);
  CREATE UNIQUE INDEX texts_by_key ON texts (key, sha256(text));
  CREATE TABLE documents (
    sha256 text PRIMARY KEY,
    bytes bigint NOT NULL,
    media_type text NOT NULL,
    upload uuid NOT NULL UNIQUE
  );
  CREATE TABLE uploads (upload uuid PRIMARY KEY, begun_at timestamptz NOT NULL DEFAULT now());
  CREATE TABLE chunks (
    upload uuid NOT NULL REFERENCES uploads ON DELETE CASCADE,
    no integer NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (upload, no)
  );
  ALTER TABLE chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;
  CREATE TABLE secrets (name text PRIMARY KEY, secret text NOT NULL);
  CREATE TABLE instance (one integer PRIMARY KEY CHECK (one = 1), id text NOT NULL);
  CREATE TABLE accounts (account text PRIMARY KEY, person text NOT NULL);
  CREATE INDEX accounts_by_person ON accounts (person);
  CREATE TABLE calendar_links (
    id text PRIMARY KEY,
    person text NOT NULL,
    token_sha256 text NOT NULL UNIQUE,
    language text NOT NULL,
    created_at text COLLATE "C" NOT NULL
  );
  CREATE INDEX calendar_links_by_person ON calendar_links (person);
  CREATE TABLE reading_traces (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL,
    person text NOT NULL,
    mandate text,
    object text NOT NULL,
    scope text,
    moment text NOT NULL,
    at text COLLATE "C" NOT NULL,
    reason bytea,
    request_id text NOT NULL
  );
  CREATE INDEX reading_traces_by_object ON reading_traces (object, n);
  CREATE INDEX reading_traces_by_person ON reading_traces (person, n);`,
};

/** In the order of names and seats, never of casting. */
export const ballotLayout: Layout = {
  part: 'ballot boxes',
  format: 1,
  remedy: 'Start the Tavolo that made them, or a newer one.',
  tables: `
  CREATE TABLE ballot_sealing (one integer PRIMARY KEY CHECK (one = 1), mark text NOT NULL);
  CREATE TABLE ballot_boxes (box text PRIMARY KEY, key text NOT NULL, shut_by text);
  CREATE TABLE ballot_papers (
    box text NOT NULL REFERENCES ballot_boxes ON DELETE CASCADE,
    seat text COLLATE "C" NOT NULL,
    person text NOT NULL,
    command text NOT NULL,
    hash text NOT NULL,
    sealed text NOT NULL,
    PRIMARY KEY (box, seat)
  );`,
};

/** Of those who signed in with a browser. */
export const sessionLayout: Layout = {
  part: 'sessions',
  format: 1,
  remedy: 'Start the Tavolo that made them, or a newer one.',
  tables: `
  CREATE TABLE sessions (
    id text COLLATE "C" PRIMARY KEY,
    token_sha256 text NOT NULL UNIQUE,
    person text NOT NULL,
    issuer text NOT NULL,
    assurance text NOT NULL,
    authenticated_at text,
    created_at text COLLATE "C" NOT NULL,
    seen_at text COLLATE "C" NOT NULL
  );
  CREATE INDEX sessions_by_person ON sessions (person);`,
};

/** Of what one replica does for all, and how far it has come. */
export const leaseLayout: Layout = {
  part: 'leases',
  format: 1,
  remedy: 'Start the Tavolo that made them, or a newer one.',
  tables: `
  CREATE TABLE leases (
    name text PRIMARY KEY,
    epoch bigint NOT NULL,
    holder text,
    beat bigint NOT NULL
  );
  CREATE TABLE lease_progress (
    lease text NOT NULL,
    worker text NOT NULL,
    reached text NOT NULL,
    PRIMARY KEY (lease, worker)
  );`,
};
