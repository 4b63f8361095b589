import type { ProcedureRow } from './procedure.rows.js';
import type { BallotRow, SittingRow, VoterRow, VoteRow } from './sitting.rows.js';

/** Who voted for a seat, and when. */
export type Cast = Readonly<{ person: string; at: string }>;

type Votes = Readonly<{
  ballots: readonly Pick<BallotRow, 'cancelled' | 'castAt' | 'person' | 'seat'>[];
  voters: readonly VoterRow[];
  closedAt: string | null;
}>;

/**
 * The vote of a seat that stands. Of a secret one only who took part is known, and that from its
 * closing on: it is of that instant, for when somebody voted must tell nothing (D-3).
 */
function castOf({ ballots, voters, closedAt }: Votes, seat: string): Cast | null {
  const ballot = ballots.findLast((one) => one.seat === seat && !one.cancelled);
  if (ballot) return { person: ballot.person, at: ballot.castAt };
  const voter = voters.find((one) => one.seat === seat && !one.cancelled);
  return voter && closedAt !== null ? { person: voter.person, at: closedAt } : null;
}

/** In a sitting, on an item: null where the seat has not voted on the decision. */
export function castInSitting({ items }: SittingRow, item: string, seat: string): Cast | null {
  const vote: VoteRow | null = items.find((one) => one.item === item)?.vote ?? null;
  if (!vote) return null;
  const { ballots, voters, result } = vote;
  return castOf({ ballots, voters, closedAt: result?.closedAt ?? null }, seat);
}

/** In a procedure, whose objections count as well: null where the seat has not answered. */
export function castInWriting(procedure: ProcedureRow, seat: string): Cast | null {
  const { replies, objections, voters, ending } = procedure;
  const answered = replies.map((one) => ({ ...one, cancelled: one.cancelled || one.replaced }));
  const objected = objections.map((one) => ({ ...one, castAt: one.raisedAt }));
  const closedAt = ending?.closedAt ?? null;
  return castOf({ ballots: [...answered, ...objected], voters, closedAt }, seat);
}
