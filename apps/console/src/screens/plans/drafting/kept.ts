import { isSame } from './wording.ts';
import type { Wording } from './wording.ts';

/** What somebody wrote of a section and did not save: kept in this browser, apart from the plan. */
export type Kept = Readonly<{
  /** What the plan said when the writing began. */
  base: Wording;
  mine: Wording;
  /** When it was last written on. */
  at: string;
  /** A text that was given up for that of the plan, to be taken up again. */
  aside: Wording | null;
}>;

/** How a draft stands to the plan. */
export type Standing = 'conflict' | 'same' | 'unsaved';

/** Under which name the draft of a section is kept. */
export function draftName(plan: string, section: string): string {
  return `section.${plan}.${section}`;
}

/** What was kept, from its text; null where there is nothing. */
export function keptIn(text: string): Kept | null {
  return text === '' ? null : (JSON.parse(text) as Kept);
}

/** As a text to be kept; empty where nothing of it is apart from the plan. */
export function textOf(kept: Kept, now: Wording): string {
  return isSame(kept.mine, now) && kept.aside === null ? '' : JSON.stringify(kept);
}

/** A conflict is a plan that moved on from what the writing began with, to another text. */
export function standingOf(kept: Kept | null, now: Wording): Standing {
  if (!kept || isSame(kept.mine, now)) return 'same';
  return isSame(kept.base, now) ? 'unsaved' : 'conflict';
}
