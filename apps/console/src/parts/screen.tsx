import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { useText } from '../app/text.ts';
import type { Answered, AskFailed } from '../data/ask.ts';
import { partsMessages } from './parts.messages.ts';
import { Problem } from './problem.tsx';

/** The one heading of a page, which names its tab too; `trail` leads there. */
export function Heading({
  title,
  trail,
  children,
}: Readonly<{ title: string; trail?: ReactNode; children?: ReactNode }>): ReactNode {
  useEffect(() => {
    document.title = `${title} · Tavolo`;
  }, [title]);
  return (
    <div className="heading">
      {trail}
      <h1>{title}</h1>
      {children}
    </div>
  );
}

/**
 * What a question was answered, what it is waited for with, and what became of it else. Data that
 * was shown once stays while it is asked again, and when that fails.
 */
export function Shown<Data>({
  of: { data, error, refetch },
  children,
}: Readonly<{
  of: UseQueryResult<Answered<Data>, AskFailed>;
  children: (data: Data) => ReactNode;
}>): ReactNode {
  return (
    <>
      {error && <Problem error={error} again={refetch} />}
      {data ? children(data.data) : !error && <Loading />}
    </>
  );
}

const SOON_MS = 300;

/** Says that something is loading, once that has taken long enough to be noticed. */
export function Loading(): ReactNode {
  const say = useText(partsMessages);
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, SOON_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div role="status" className="loading" data-late={isLate}>
      {isLate && (
        <>
          <span className="visually-hidden">{say('loading')}</span>
          <span className="bone" />
          <span className="bone" />
          <span className="bone" />
        </>
      )}
    </div>
  );
}

/** A list without entries says why, and what one may do. */
export function Empty({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  return <div className="empty">{children}</div>;
}
