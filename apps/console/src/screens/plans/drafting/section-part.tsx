import type { ReactNode } from 'react';
import { useEffect } from 'react';
import type { Draft, DraftSection } from './contributions.ts';
import { Editor } from './editor.tsx';
import type { Standing } from './kept.ts';
import { Proposals } from './proposals.tsx';
import { useSectionDraft } from './use-section-draft.ts';
import { withParagraph } from './wording.ts';

/** One section: what is being written of it, and what others propose in its place. */
export function SectionPart({
  onStanding,
  ...place
}: Readonly<{
  draft: Draft;
  section: DraftSection;
  mandate: string | null;
  refetch: () => Promise<Draft | null>;
  /** Told how the draft stands to the plan, at each change of that. */
  onStanding: (standing: Standing) => void;
}>): ReactNode {
  const { draft, section } = place;
  const own = useSectionDraft(draft.id, section);
  const { standing } = own;
  useEffect(() => {
    onStanding(standing);
  }, [onStanding, standing]);
  return (
    <div>
      <Editor {...place} own={own} />
      <Proposals
        draft={draft}
        on={section.id}
        text={section.text}
        take={(paragraph, text) => {
          own.write({ text: withParagraph(own.mine.text, paragraph, text.trim()) });
        }}
      />
    </div>
  );
}
