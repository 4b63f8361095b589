import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { keepDraft, keptDraft } from './drafts.ts';
import { sessionQuery } from './session.ts';

/** What is being written, and how to change it; an empty text is forgotten. */
export type Draft = readonly [text: string, write: (text: string) => void];

type Written = Readonly<{ by: string | null; form: string; text: string }>;

/**
 * Something written in a form that was not sent yet: it is there again after a conflict, a reload
 * or the end of a session, for who wrote it and in this browser, until it was sent or they sign out.
 */
export function useDraft(form: string): Draft {
  const writer = useWriter();
  const [written, setWritten] = useState<Written | null>(null);
  const isOfNow = written?.form === form && (written.by ?? writer) === writer;
  const write = (text: string) => {
    setWritten({ by: writer, form, text });
    if (writer !== null) keepDraft(writer, form, text);
  };
  if (isOfNow) return [written.text, write];
  return [writer === null ? '' : keptDraft(writer, form), write];
}

/** Who is signed in, or was when the page was opened: what they wrote is still theirs. */
function useWriter(): string | null {
  const { data: session } = useQuery(sessionQuery);
  const known = useRef<string | null>(null);
  if (session) known.current = session.person.id;
  return known.current;
}
