import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { decisionMessages } from './decision.messages.ts';
import { besides, segmentOf } from './numbers.ts';
import type { Decision } from './shape.ts';
import { useDecisionsOf } from './use-of-body.ts';

type Props = Readonly<{ decision: Decision }>;

/** Its lasting address, and how it is cited: both to be copied. */
export function Citing({ decision }: Props): ReactNode {
  const say = useText(decisionMessages);
  const titleOf = useTitle();
  const { instant } = useFormats();
  const { board, number, vote, proposedAt } = decision;
  const link = permalinkOf(decision);
  const citation = say('citation', {
    ...{ body: board ? titleOf(named(board)) : '—', number: number ?? 'none' },
    ...{ title: titleOf(decision), when: instant(vote?.closedAt ?? proposedAt), link },
  });
  return (
    <p className="citing no-print">
      <a href={link}>{say('permalink')}</a>{' '}
      <CopyButton text={link} words={{ copy: say('copyLink'), copied: say('linkCopied') }} />{' '}
      <CopyButton
        text={citation}
        words={{ copy: say('copyCitation'), copied: say('citationCopied') }}
      />
    </p>
  );
}

/** By body and number where it has one: who reads the address knows what it is of. */
function permalinkOf({ id, board, number }: Decision): string {
  const segment = segmentOf(number);
  const path = board && segment ? `${board.id}/${segment}` : id;
  return `${location.origin}/decisioni/${path}`;
}

/** The decisions of the same body that were numbered before and after it. */
export function Beside({ decision: { id, board, number } }: Props): ReactNode {
  const say = useText(decisionMessages);
  const titleOf = useTitle();
  const { data } = useDecisionsOf(number === null ? null : (board?.id ?? null));
  const { previous, next } = besides(data?.data ?? [], id);
  const links = [
    ['previousDecision', previous, 'prev'],
    ['nextDecision', next, 'next'],
  ] as const;
  if (!previous && !next) return null;
  return (
    <nav aria-label={say('besides')} className="event-neighbours no-print">
      {links.map(([word, one, rel]) =>
        one ? (
          <Link key={rel} rel={rel} to="/decisioni/$id" params={{ id: one.id }} search={keepMoment}>
            {say(word, { number: one.number ?? '', title: titleOf(one) })}
          </Link>
        ) : (
          <span key={rel}>{say(rel === 'prev' ? 'isFirst' : 'isLast')}</span>
        ),
      )}
    </nav>
  );
}
