import type { Rulebook, Share } from '../contract/index.js';
import type { SeatId } from './board.events.js';

/** What a member can say in a vote; not voting is saying nothing. */
export const voteChoices = ['for', 'against', 'abstain'] as const;

/** What a member says in a vote. */
export type VoteChoice = (typeof voteChoices)[number];

/** A vote that stands: cast and not cancelled. */
export type Ballot = Readonly<{ seat: SeatId; choice: VoteChoice }>;

/** All that a vote is counted from; seats, never persons. */
export type Count = Readonly<{
  /** Seats that the body is composed of, vacant ones too. */
  seats: number;
  /** Seats with a holder in office when the vote opened. */
  entitled: readonly SeatId[];
  /** The seat of the chair. */
  chair: SeatId | null;
  /** Seats out of this item by an upheld conflict (GB-3). */
  recused: readonly SeatId[];
  /** Seats whose holder is present when the vote closes. */
  present: readonly SeatId[];
  ballots: readonly Ballot[];
  /** The seat of the vice chair, where there is one. */
  viceChair?: SeatId;
  /** What the entitled seats stand for, where the rulebook asks for it. */
  categories?: Readonly<Record<SeatId, string>>;
}>;

/** How many votes of each kind stand; recused and silent seats are not votes. */
export function tallyOf(ballots: readonly Ballot[]): Readonly<Record<VoteChoice, number>> {
  const of = (choice: VoteChoice) => ballots.filter((ballot) => ballot.choice === choice).length;
  return { for: of('for'), against: of('against'), abstain: of('abstain') };
}

/** The smallest whole number that attains a share of a whole. */
export function neededOf(whole: number, { num, den, strict }: Share): number {
  const product = BigInt(whole) * BigInt(num);
  const floor = product / BigInt(den);
  const exact = product % BigInt(den) === 0n;
  return Number(exact && !strict ? floor : floor + 1n);
}

/** Cross multiplication in whole numbers: `part / whole` against `num / den`, never divided. */
export function attains(part: number, whole: number, { num, den, strict }: Share): boolean {
  const left = BigInt(part) * BigInt(den);
  const right = BigInt(whole) * BigInt(num);
  return strict ? left > right : left >= right;
}

/** Votes in one unit: heads, or weights for everybody; never one against the other. */
export type Measured = Readonly<{ for: number; against: number; base: number }>;

/** GB-3, GB-5: one vote a seat, of seats that were entitled and are not recused. */
export function standing({ ballots, entitled, recused }: Count): readonly Ballot[] {
  const may = new Set(without(entitled, recused));
  return ballots.filter(({ seat }) => may.delete(seat));
}

/** What the vote of a seat weighs; a category without a weight is refused before. */
export function weightIn({ categories = {} }: Count, { weights = [] }: Rulebook) {
  return (seat: SeatId): number =>
    weights.find(({ category }) => category === categories[seat])?.weight ?? 0;
}

/** Votes and base in one unit. A vacant seat has no weight, so all seats are a base of heads. */
export function measured(
  count: Count,
  rulebook: Rulebook,
  unit: (seat: SeatId) => number,
): Measured {
  const total = (seats: readonly SeatId[]) => seats.reduce((sum, seat) => sum + unit(seat), 0);
  const of = (choice: VoteChoice) =>
    total(
      standing(count)
        .filter((ballot) => ballot.choice === choice)
        .map(({ seat }) => seat),
    );
  const { base, vacant } = baseOf(count, rulebook);
  return { for: of('for'), against: of('against'), base: total(base) + vacant };
}

/** The seats that the votes are compared with, and vacant ones beside them. */
function baseOf(
  count: Count,
  { majority, recusedLeaveBase }: Rulebook,
): Readonly<{ base: readonly SeatId[]; vacant: number }> {
  const { seats, entitled, recused } = count;
  const valid = standing(count);
  const voters = (these: readonly Ballot[]) => these.map(({ seat }) => seat);
  const out = recusedLeaveBase ? recused : [];
  switch (majority.base) {
    case 'cast':
      return { base: voters(valid), vacant: 0 };
    case 'castLessAbstentions':
      return { base: voters(valid.filter(({ choice }) => choice !== 'abstain')), vacant: 0 };
    case 'present': {
      // Who left after voting has voted, and is in the base that the vote is compared with.
      const there = new Set([...among(count.present, entitled), ...voters(valid)]);
      return { base: without([...there], out), vacant: 0 };
    }
    case 'entitled':
      return { base: without(entitled, out), vacant: 0 };
    case 'seats':
      // A recused seat that has lost its holder is vacant, and leaves the base all the same.
      return {
        base: without(entitled, out),
        vacant: seats - entitled.length - without(out, entitled).length,
      };
  }
}

/** Those of the seats that are among these. */
export function among(seats: readonly SeatId[], these: readonly SeatId[]): readonly SeatId[] {
  return seats.filter((seat) => these.includes(seat));
}

/** The seats but these. */
export function without(seats: readonly SeatId[], these: readonly SeatId[]): readonly SeatId[] {
  return seats.filter((seat) => !these.includes(seat));
}
