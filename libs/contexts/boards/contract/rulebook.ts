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
export type QuorumRule =
  | Readonly<{ kind: 'count'; n: number }>
  | (Readonly<{ kind: 'fraction'; of: QuorumWhole }> & Share);

/** What the votes in favour are compared with. */
export const majorityBases = [
  'cast',
  'castLessAbstentions',
  'present',
  'entitled',
  'seats',
] as const;

/**
 * `cast`: every vote cast; `castLessAbstentions`: for and against; `present`: who is present or
 * has voted; `entitled`: seats with a holder when the vote opened; `seats`: all seats.
 */
export type MajorityBase = (typeof majorityBases)[number];

/** How many votes in favour adopt (quorum funzionale). */
export type MajorityRule = Readonly<{ base: MajorityBase }> & Share;

/** What becomes of equal votes for and against. */
export const tieRules = ['falls', 'chairDecides'] as const;

/** `falls`: not adopted; `chairDecides`: the side on which the chair voted prevails. */
export type TieRule = (typeof tieRules)[number];

/**
 * How a body decides: data that the body itself adopts, by version, and that is frozen with
 * every vote. A number that a law or statute sets is a value here, never a line of code.
 */
export type Rulebook = Readonly<{
  quorum: QuorumRule;
  majority: MajorityRule;
  tie: TieRule;
  /** Whether a recused seat leaves the base of the majority as well (GB-3). */
  recusedLeaveBase: boolean;
  /** Whole days between the day of convening and the day of the sitting, at least (GB-1). */
  noticeDays: number;
  /** How many seats of a category must be filled before the body can sit (GB-7). */
  representation: readonly Readonly<{ category: string; min: number }>[];
}>;

/** Rulebooks to start from; a body adopts one, or its own, when it is established. */
export const rulebookPresets = {
  /** Half the seats make the sitting valid; abstentions do not count; a tie falls. */
  italianCollegialBody: {
    quorum: { kind: 'fraction', num: 1, den: 2, strict: true, of: 'seats' },
    majority: { base: 'castLessAbstentions', num: 1, den: 2, strict: true },
    tie: 'falls',
    recusedLeaveBase: true,
    noticeDays: 5,
    representation: [],
  },
  /** Half of who is in office; a majority of who is present; the chair decides a tie. */
  steeringCommittee: {
    quorum: { kind: 'fraction', num: 1, den: 2, strict: false, of: 'seatsFilled' },
    majority: { base: 'present', num: 1, den: 2, strict: true },
    tie: 'chairDecides',
    recusedLeaveBase: true,
    noticeDays: 10,
    representation: [],
  },
  /** Two thirds of all seats present, two thirds of who is entitled in favour. */
  qualifiedMajority: {
    quorum: { kind: 'fraction', num: 2, den: 3, strict: false, of: 'seats' },
    majority: { base: 'entitled', num: 2, den: 3, strict: false },
    tie: 'falls',
    recusedLeaveBase: false,
    noticeDays: 10,
    representation: [],
  },
} as const satisfies Readonly<Record<string, Rulebook>>;

/** The name of a rulebook to start from. */
export type RulebookPreset = keyof typeof rulebookPresets;
