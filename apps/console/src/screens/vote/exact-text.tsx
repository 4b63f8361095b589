import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { documentAddress, plainTextOf } from '../../data/documents.ts';
import { sessionQuery } from '../../data/session.ts';
import { Hash } from '../../parts/document.tsx';
import { voteScreenMessages } from './vote.messages.ts';

/** The very text that is voted on: on the page where it is plain, else as the document it is. */
export function ExactText({ sha256 }: Readonly<{ sha256: string }>): ReactNode {
  const say = useText(voteScreenMessages);
  const { data: session } = useQuery(sessionQuery);
  const { data: text = null } = useQuery({
    queryKey: ['document', sha256],
    queryFn: ({ signal }) => plainTextOf(sha256, signal),
    enabled: session != null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <>
      {text !== null && <blockquote className="voted-text">{text}</blockquote>}
      <p className="exact-text">
        <a href={documentAddress(sha256)} target="_blank" rel="noreferrer">
          {say('exactText')}
        </a>{' '}
        · {say('hash')} <Hash of={sha256} />
      </p>
    </>
  );
}
