import { Injectable } from '@nestjs/common';
import { ReadModel } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { covers, Offices } from './offices.js';
import { moveTable } from './tables.js';
import type { MoveRow } from './tables.js';

/** A move that a person can make, and the mandate to make it under. */
export type MyMove = Readonly<{ row: MoveRow; mandate: string | null }>;

/** What waits for one person, by the offices that they hold at the time of the question. */
@Injectable()
export class PersonalMoves {
  constructor(
    private readonly readModel: ReadModel,
    private readonly offices: Offices,
  ) {}

  /**
   * Every move that this person can make, the most urgent first; one whose amount is beyond their
   * power is not theirs (PA-5). As many statements as there are links in a chain of offices.
   */
  async of(person: string, at: Moment): Promise<readonly MyMove[]> {
    const held = await this.offices.heldBy(person, at);
    const rows = await this.readModel.where(moveTable, 'waitsFor', [...held.keys()], at);
    const mine = [...rows].flatMap(([key, found]) =>
      found
        .filter(({ cents }) => covers(held.get(key)?.maxCents ?? null, cents))
        .map((row) => ({ row, mandate: held.get(key)?.mandate ?? null })),
    );
    return mine.sort((one, other) => inOrder(placeOf(one), placeOf(other)));
  }
}

function inOrder(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** Where it stands in the list: by what is due first, then by id. */
export function placeOf({ row: { due, id } }: MyMove): string {
  return `${due} ${id}`;
}
