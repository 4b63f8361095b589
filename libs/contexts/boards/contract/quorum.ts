/** A share of a whole, compared exactly: `strict` asks for more than it, else it is enough. */
export type Share = Readonly<{ num: number; den: number; strict: boolean }>;

/** What a share of the structural quorum is taken of (GB-2). */
export const quorumWholes = ['seats', 'seatsFilled', 'seatsLessRecused'] as const;

/**
 * `seats`: all seats of the body, vacant ones too; `seatsFilled`: those with a holder in
 * office; `seatsLessRecused`: all seats but those recused for the item.
 */
export type QuorumWhole = (typeof quorumWholes)[number];

/** How many must be present, for an item, for a vote on it to be valid (quorum strutturale). */
export type QuorumRule = (
  | Readonly<{ kind: 'count'; n: number }>
  | (Readonly<{ kind: 'fraction'; of: QuorumWhole }> & Share)
) &
  Readonly<{
    /** What is counted when the vote closes; absent: who is present. */
    counted?: QuorumCounted;
    /** How many of a category must be among them, too. */
    categories?: readonly CategoryMinimum[];
  }>;

/** At least so many seats of a category. */
export type CategoryMinimum = Readonly<{ category: string; min: number }>;

/** What a structural quorum counts when a vote closes. */
export const quorumCounted = ['present', 'voted'] as const;

/** `present`: who is there, also in silence; `voted`: only who voted. */
export type QuorumCounted = (typeof quorumCounted)[number];
