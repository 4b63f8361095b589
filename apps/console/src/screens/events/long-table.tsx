import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../../app/text.ts';
import type { Column } from '../../parts/columns.ts';
import type { Drawn } from '../../parts/list.tsx';
import { Cells, Head } from '../../parts/table.tsx';
import { CHUNK, chunksOf } from './chunks.ts';
import { eventsMessages } from './events.messages.ts';

/**
 * A table of which only the rows near to what is seen are drawn. It stays a table: who hears it is
 * told how many rows there are and which one they are at; where the focus is, rows stay; on paper
 * all of them are there.
 */
export function LongTable<Row>({ caption, columns, rows, total, idOf }: Drawn<Row>): ReactNode {
  const say = useText(eventsMessages);
  const isPrinting = usePrinting();
  const isShort = rows.length <= 2 * CHUNK;
  return (
    <>
      {!isShort && (
        <p className="no-print">
          <small>{say('long')}</small>
        </p>
      )}
      <table className="table rows long-table" aria-rowcount={total + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <Head columns={columns} />
        {chunksOf(rows).map(({ from, rows: some }) => (
          <Chunk
            key={from}
            {...{ from, columns, idOf }}
            rows={some}
            isKept={isShort || isPrinting}
          />
        ))}
      </table>
    </>
  );
}

type Props<Row> = Readonly<{
  from: number;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  idOf: (row: Row) => string;
  /** Drawn wherever it is. */
  isKept: boolean;
}>;

/** Rows that are drawn together; where they are not, their height holds the place. */
function Chunk<Row>({ from, columns, rows, idOf, isKept }: Props<Row>): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const [away, setAway] = useState<number | null>(null);
  useEffect(() => {
    const seen = new IntersectionObserver(
      ([entry]) => {
        const here = entry?.target;
        if (!entry || !here) return;
        const isNeeded = entry.isIntersecting || here.contains(document.activeElement);
        setAway((was) => (isNeeded ? null : (was ?? entry.boundingClientRect.height)));
      },
      { rootMargin: NEAR },
    );
    if (body.current) seen.observe(body.current);
    return () => {
      seen.disconnect();
    };
  }, []);
  const isDrawn = isKept || away === null;
  return (
    <tbody ref={body}>
      {isDrawn ? (
        rows.map((row, place) => (
          // The head is the first row.
          <tr key={idOf(row)} aria-rowindex={from + place + 2}>
            <Cells row={row} columns={columns} />
          </tr>
        ))
      ) : (
        <tr aria-hidden="true" className="left-out">
          <td colSpan={columns.length} style={{ height: away }} />
        </tr>
      )}
    </tbody>
  );
}

/** How far from what is seen rows are drawn: far enough that Tab and a screen reader find the next. */
const NEAR = '1500px 0px';

/** Whether the page is being printed. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // The browser prints what stands there when this returns.
    const begin = () => {
      flushSync(() => {
        setPrinting(true);
      });
    };
    const end = () => {
      setPrinting(false);
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}
