import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { keepDraft, keptDraft } from './drafts.ts';
import { sessionQuery } from './session.ts';

/**
 * What is being written, how to change it, and whether the browser keeps it; an empty text is
 * forgotten.
 */
export type Draft = readonly [text: string, write: (text: string) => void, isKept: boolean];

type Written = Readonly<{ by: string | null; form: string; text: string; isKept: boolean }>;

/**
 * Something written in a form that was not sent yet: it is there again after a conflict, a reload
 * or the end of a session, for who wrote it and in this browser, until it was sent or they sign out.
 */
export function useDraft(form: string): Draft {
  const writer = useWriter();
  const [written, setWritten] = useState<Written | null>(null);
  const isOfNow = written?.form === form && (written.by ?? writer) === writer;
  const write = (text: string) => {
    const isKept = writer !== null && keepDraft(writer, form, text);
    setWritten({ by: writer, form, text, isKept });
  };
  if (isOfNow) return [written.text, write, written.isKept];
  const kept = writer === null ? '' : keptDraft(writer, form);
  return [kept, write, kept !== ''];
}

/** What the one who is signed in has written in a form and not sent; empty where nothing. */
export function useKeptDrafts(): (form: string) => string {
  const writer = useWriter();
  return (form) => (writer === null ? '' : keptDraft(writer, form));
}

/** Who is signed in, or was when the page was opened: what they wrote is still theirs. */
function useWriter(): string | null {
  const { data: session } = useQuery(sessionQuery);
  const known = useRef<string | null>(null);
  if (session) known.current = session.person.id;
  return known.current;
}
