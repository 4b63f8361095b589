import { useDraft } from '../../../data/use-draft.ts';
import type { DraftSection } from './contributions.ts';
import { draftName, keptIn, standingOf, textOf } from './kept.ts';
import type { Kept, Standing } from './kept.ts';
import { wordingOf } from './wording.ts';
import type { Wording } from './wording.ts';

/** What somebody writes of a section, beside what the plan says of it now. */
export type SectionDraft = Readonly<{
  now: Wording;
  mine: Wording;
  base: Wording;
  aside: Wording | null;
  standing: Standing;
  /** When it was written on last; null where nothing of it is apart from the plan. */
  at: string | null;
  /** This browser keeps it. */
  isKept: boolean;
  write: (changed: Partial<Wording>) => void;
  /** Writes on from what the plan says now: it was seen, and is written over at the next saving. */
  writeOver: (mine: Wording) => void;
  /** Takes the text of the plan, and lays the own aside. */
  giveUp: () => void;
  takeUp: () => void;
  /** It stands in the plan, or lies at a table: nothing is kept any more. */
  forget: () => void;
}>;

/** The draft of a section, which outlives a conflict, a reload and the end of a session. */
export function useSectionDraft(plan: string, section: DraftSection): SectionDraft {
  const [text, writeText, isKept] = useDraft(draftName(plan, section.id));
  const now = wordingOf(section);
  const kept = keptIn(text);
  const { base, mine, aside }: Omit<Kept, 'at'> = kept ?? { base: now, mine: now, aside: null };
  const keep = (next: Partial<Kept>) => {
    const at = new Date().toISOString();
    writeText(textOf({ base, mine, aside, at, ...next }, now));
  };
  return {
    ...{ now, mine, base, aside, isKept, at: kept?.at ?? null },
    standing: standingOf(kept, now),
    write: (changed) => {
      // Who wrote nothing of their own begins from what the plan says now.
      const begun = standingOf(kept, now) === 'same' ? { base: now } : {};
      keep({ mine: { ...mine, ...changed }, ...begun });
    },
    writeOver: (next) => {
      keep({ mine: next, base: now });
    },
    giveUp: () => {
      keep({ mine: now, base: now, aside: mine });
    },
    takeUp: () => {
      if (aside) keep({ mine: aside, base: now, aside: null });
    },
    forget: () => {
      writeText('');
    },
  };
}
