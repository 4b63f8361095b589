import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import { useAsk } from '../../data/use-ask.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { NextSittings } from './desk.documents.ts';
import { deskMessages } from './desk.messages.ts';

const SEVERAL = 20;

/** The next sitting that one may see; the list of those to come where there is none. */
export function NextSitting(): ReactNode {
  const say = useText(deskMessages);
  const { instant } = useFormats();
  const titleOf = useTitle();
  const { data } = useAsk(NextSittings, { first: SEVERAL }, { isOfNow: true });
  const next = data?.data.sittings.edges
    .map(({ node }) => node)
    .filter(({ at }) => Date.parse(at) > Date.now())
    .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))[0];
  if (!next)
    return (
      <Link to="/sedute" search={(before) => ({ ...keepMoment(before), status: 'CONVENED' })}>
        {say('next')}
      </Link>
    );
  const { id, at, place, board } = next;
  return (
    <p>
      {say('nextSitting')}{' '}
      <ObjectLink id={id}>
        {[instant(at), ...(board ? [titleOf(named(board))] : [])].join(', ')}
      </ObjectLink>
      , {place}
    </p>
  );
}
