import { useState } from 'react';
import { useAct } from '../../../data/use-act.ts';
import type { Outcome } from '../../../data/use-act.ts';
import type { Draft, DraftSection } from './contributions.ts';
import { ReviseSection } from './drafting.documents.ts';
import type { SectionDraft } from './use-section-draft.ts';
import { isSame, wordingOf } from './wording.ts';

/** How a section comes into the plan. */
export type Saving = Readonly<{
  save: () => Promise<void>;
  /** When this editor saved it last. */
  savedAt: string | null;
  outcome: Outcome<unknown>;
}>;

type Place = Readonly<{
  draft: Draft;
  section: DraftSection;
  mandate: string | null;
  refetch: () => Promise<Draft | null>;
}>;

/** What a refusal for content that moved says to programs. */
const MOVED = 'ContentMoved';

/**
 * Saves a section on the revision that was read. Where another part of the plan moved meanwhile,
 * it is read again and saved on that; where this section did, the draft is in conflict and stays.
 */
export function useSaving(
  { draft, section: { id: section }, mandate, refetch }: Place,
  own: SectionDraft,
): Saving {
  const { outcome, send, reset } = useAct(ReviseSection);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { title, titleEn, text, textEn } = own.mine;
  const sendOn = (seenRevision: number) =>
    send(
      {
        ...{ plan: draft.id, section, seenRevision, title, text },
        ...(titleEn !== '' && { titleEn }),
        ...(textEn !== '' && { textEn }),
      },
      mandate,
    );
  const saveOn = async (revision: number, tries: number): Promise<void> => {
    const sent = await sendOn(revision);
    if (sent.state === 'done') {
      own.forget();
      setSavedAt(new Date().toISOString());
    }
    if (sent.state !== 'refused' || sent.refusal.code !== MOVED) return;
    const fresh = await refetch();
    const stands = fresh?.sections.find(({ id }) => id === section);
    if (!fresh || !stands || !isSame(wordingOf(stands), own.base)) reset();
    else if (tries > 1) await saveOn(fresh.revision, tries - 1);
  };
  return {
    save: async () => {
      if (own.standing === 'unsaved' && mandate !== null) await saveOn(draft.revision, TRIES);
    },
    savedAt,
    outcome,
  };
}

/** Where others save one after the other, whoever saves is told so in the end. */
const TRIES = 3;
