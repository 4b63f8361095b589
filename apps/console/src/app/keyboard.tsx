import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { takesLetters } from './keys.ts';
import { lettersAreOn } from './letters.ts';
import { keepMoment } from './moment.ts';
import { wanted } from './pressed.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const Sheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));

const SOON_MS = 1_500;

/** Keys that do something wherever the focus is, and what they open. */
export function Keyboard(): ReactNode {
  const [open, setOpen] = useState<'palette' | 'sheet' | null>(null);
  const begunAt = useRef(Number.NEGATIVE_INFINITY);
  const navigate = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, timeStamp, target } = event;
      const isBegun = timeStamp - begunAt.current < SOON_MS;
      const pressed = { key, isControlled: ctrlKey || metaKey, isAlt: altKey, isBegun };
      const isTaken = event.defaultPrevented || takesLetters(target);
      const asked = wanted({ ...pressed, isTaken }, lettersAreOn());
      begunAt.current = asked?.kind === 'begin' ? timeStamp : Number.NEGATIVE_INFINITY;
      if (!asked) return;
      event.preventDefault();
      if (asked.kind === 'go') void navigate({ to: asked.to, search: keepMoment });
      else if (asked.kind !== 'begin') setOpen(asked.kind);
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [navigate]);
  const close = () => {
    setOpen(null);
  };
  return (
    <Suspense>
      {open === 'palette' && <Palette close={close} />}
      {open === 'sheet' && <Sheet close={close} />}
    </Suspense>
  );
}
