import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useText } from '../app/text.ts';
import type { Answered, AskFailed } from '../data/ask.ts';
import { CONTENT } from '../app/arrival.ts';
import { partsMessages } from './parts.messages.ts';
import { Problem } from './problem.tsx';
import { ShownMoment } from './shown-moment.ts';

/**
 * The one heading of a page, which names its tab too; `trail` leads there. Who came by a link hears
 * it first: the shell has put the focus on the content, and the heading takes it over.
 */
export function Heading({
  title,
  trail,
  children,
}: Readonly<{ title: string; trail?: ReactNode; children?: ReactNode }>): ReactNode {
  useEffect(() => {
    document.title = `${title} · Tavolo`;
  }, [title]);
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const { current } = heading;
    const content = document.getElementById(CONTENT);
    if (document.activeElement === content) current?.focus({ preventScroll: true });
    // One that says what is waited for gives way to the next one.
    return () => {
      if (document.activeElement === current) content?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <div className="heading">
      {trail}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
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
      {data ? (
        <ShownMoment value={data.shown}>{children(data.data)}</ShownMoment>
      ) : (
        !error && <Loading />
      )}
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
