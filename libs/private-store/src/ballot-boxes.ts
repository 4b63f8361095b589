import type { PersonRef } from '@tavolo/kernel';
import type { Resealed } from './box-keys.js';

/**
 * A paper of a secret vote as it lies in its box: sealed under the key of the box, under its seat,
 * and without a time. Person, command and its hash are there so that a repeat is known as one.
 */
export type BallotPaper = Readonly<{
  seat: string;
  person: PersonRef;
  commandId: string;
  /** Of the whole input, under the key of the box: it dies with it. */
  commandHash: string;
  sealed: string;
}>;

/** The key of a vote, 32 bytes in base64url, and its papers in the order of their seats. */
export type BallotBox = Readonly<{ key: string; papers: readonly BallotPaper[] }>;

/**
 * What became of a paper: `taken`, another one lies under its seat; `shut`, the vote is being
 * counted; `gone`, there is no such box. In these three cases nothing was kept.
 */
export type PaperPut = 'put' | 'taken' | 'shut' | 'gone';

/**
 * The ballot boxes of votes that are open and not named: a key for each, and the papers of a
 * secret one. What a call has answered survives a crash. Kept apart from the private store and
 * never in a backup: a box that comes back from one would lack papers that were acknowledged,
 * and one that is not there voids its vote, which is then held again.
 */
export abstract class BallotBoxes {
  /** Makes a box with a key of its own; where there is one, nothing changes. */
  abstract make(box: string): Promise<void>;
  /**
   * Null where there is none: it was never made, was destroyed or was lost.
   * @throws UnusablePrivateStore where the boxes were moved to a key that is not known here
   */
  abstract find(box: string): Promise<BallotBox | null>;
  /** The names of all boxes there are. */
  abstract all(): Promise<readonly string[]>;

  /**
   * Lays a paper under its seat, where none lies there, or the one of the command `replaces`.
   * Never into a box that is shut: what this has answered with `put` is in every later `shut`.
   */
  abstract put(box: string, paper: BallotPaper, replaces: string | null): Promise<PaperPut>;

  /**
   * Shuts the box for a count, also where another count had shut it, and answers what lies in it.
   * The last one to shut it is who may open it again. What cannot be opened here is not shut.
   * @throws UnusablePrivateStore as `find` does
   */
  abstract shut(box: string, count: string): Promise<BallotBox | null>;
  /** Opens it again, where this count was the last to shut it; else it does nothing. */
  abstract reopen(box: string, count: string): Promise<void>;
  /** Box, key and papers are no more, on the disk neither; again does nothing. */
  abstract destroy(box: string): Promise<void>;

  /**
   * Moves the keys of all boxes to the current sealing key, all or none, beside those that vote:
   * papers lie under the keys of their boxes, which stay what they are.
   */
  abstract reseal(): Promise<Resealed>;

  /** Lets go of the files; a second call does nothing. */
  abstract close(): Promise<void>;
}
