-- Ballots and sessions: a database of its own, which no backup holds.
CREATE DATABASE tavolo_passing;
