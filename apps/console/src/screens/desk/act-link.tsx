import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepMoment } from '../../app/moment.ts';
import { ObjectLink, pageOf } from '../../parts/object-link.tsx';
import type { Move } from './move.ts';

const VOTES: ReadonlySet<string> = new Set(['CAST_REPLY', 'CAST_VOTE']);

/** Leads to where the act is done: a vote to the page of voting, the rest to its object. */
export function ActLink({
  move: { move, what, object, about },
}: Readonly<{ move: Pick<Move, 'about' | 'move' | 'object' | 'what'> }>): ReactNode {
  if (VOTES.has(move) && about !== null)
    return (
      <Link to="/voto/$id" params={{ id: about }} search={keepMoment}>
        {what}
      </Link>
    );
  // What has no page of its own is dealt with on the page of what it is about.
  return <ObjectLink id={pageOf(object) === null ? (about ?? object) : object}>{what}</ObjectLink>;
}
