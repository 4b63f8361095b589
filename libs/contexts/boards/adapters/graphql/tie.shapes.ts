import { personOf } from '@tavolo/graphql';
import type { TieRow } from '../../read-model/sitting.rows.js';
import type { Tie, TieBreak } from './tie.types.js';

/** A tie as the schema shows it. */
export function tieShown(tie: TieRow | null): Tie | null {
  return tie && { ...tie, broken: tie.broken && brokenShown(tie.broken) };
}

function brokenShown({ by, brokenAt }: NonNullable<TieRow['broken']>): TieBreak {
  const { kind } = by;
  const none = { kind, side: null, record: null, seat: null, brokenAt };
  switch (kind) {
    case 'lot': {
      const { side, record, drawnBy } = by;
      return { ...none, side, record, person: personOf(drawnBy) };
    }
    case 'secondVote': {
      const { side, seat, person } = by;
      return { ...none, side, seat, person: personOf(person) };
    }
    case 'postponement':
      return { ...none, person: personOf(by.postponedBy) };
  }
}
