import { useEffect, useState } from 'react';

/** The rows that stand on the page while it is printed, and how that begins. */
type Paper<Row> = Readonly<{
  onPaper: readonly Row[] | null;
  toPaper: (rows: readonly Row[]) => void;
}>;

/** Shows all rows of a list for as long as they are printed; then those that it showed before. */
export function useAllOnPaper<Row>(): Paper<Row> {
  const [onPaper, setOnPaper] = useState<readonly Row[] | null>(null);
  useEffect(() => {
    if (onPaper === null) return undefined;
    const done = () => {
      setOnPaper(null);
    };
    addEventListener('afterprint', done);
    // Once the foot of the paper says, too, how many rows there are.
    const timer = setTimeout(print);
    return () => {
      clearTimeout(timer);
      removeEventListener('afterprint', done);
    };
  }, [onPaper]);
  return { onPaper, toPaper: setOnPaper };
}
