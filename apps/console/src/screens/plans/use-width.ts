import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

const WIDTH = 640;

/** The width that a picture has on the page, so that its labels are always as large as the text. */
export function useWidth(): Readonly<{ frame: RefObject<HTMLDivElement | null>; width: number }> {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(WIDTH);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(1, Math.floor(entry.contentRect.width)));
    });
    if (frame.current) observer.observe(frame.current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return { frame, width };
}
