import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepMoment } from '../app/moment.ts';
import { useText } from '../app/text.ts';
import { partsMessages } from './parts.messages.ts';

/** The page of each kind of object, by how its ids begin. */
const pages = {
  agreement: '/accordi/$id',
  board: '/organi/$id',
  call: '/avvisi/$id',
  decision: '/decisioni/$id',
  network: '/reti/$id',
  partner: '/partner/$id',
  plan: '/piani/$id',
  programme: '/programmi/$id',
  sitting: '/sedute/$id',
} as const;

/** The address of the page of an object; null where it has none. */
export function pageOf(id: string): (typeof pages)[keyof typeof pages] | null {
  const [kind = ''] = id.split('-');
  return Object.hasOwn(pages, kind) ? pages[kind as keyof typeof pages] : null;
}

/** A link to the page of an object; its name alone where it has none. It keeps the page's moment. */
export function ObjectLink({
  id,
  children,
}: Readonly<{ id: string; children: ReactNode }>): ReactNode {
  const to = pageOf(id);
  if (to === null) return children;
  return (
    <Link to={to} params={{ id }} search={keepMoment}>
      {children}
    </Link>
  );
}

/** The way to everything that was recorded of an object, at the page's moment. */
export function HistoryLink({ id }: Readonly<{ id: string }>): ReactNode {
  const say = useText(partsMessages);
  return (
    <Link to="/tempo/$id" params={{ id }} search={keepMoment} className="no-print">
      {say('history')}
    </Link>
  );
}
