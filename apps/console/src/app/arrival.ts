import { useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** The id of what changes from page to page. */
export const CONTENT = 'content';

/**
 * When another page is opened, puts the focus on its heading, or on the content until that is there,
 * as a browser does by itself where each page is a document: who reads by ear would stay in the
 * menu, or nowhere (WCAG 2.4.3).
 */
export function useArrival(): void {
  const path = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== undefined && last.current !== path) {
      const content = document.getElementById(CONTENT);
      (content?.querySelector('h1') ?? content)?.focus({ preventScroll: true });
    }
    last.current = path;
  }, [path]);
}
