import { useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../../../app/text.ts';
import { useMay } from '../../../data/explanation.ts';
import { useAsk } from '../../../data/use-ask.ts';
import { Shown } from '../../../parts/screen.tsx';
import { Actions } from './actions.tsx';
import { Check } from './check.tsx';
import type { Draft } from './contributions.ts';
import { DraftOfPlan } from './drafting.documents.ts';
import { draftingMessages } from './drafting.messages.ts';
import { NewSection } from './new-section.tsx';
import type { Standing } from './kept.ts';
import { SectionList } from './section-list.tsx';
import { SectionPart } from './section-part.tsx';
import { Tables } from './tables.tsx';
import { useArrival } from './use-arrival.ts';

/** States in which the text of a plan may still be written (PL-14). */
const OPEN: ReadonlySet<string> = new Set([
  'CO_PROGRAMMING',
  'CO_DESIGNING',
  'DRAFT_CONSOLIDATED',
  'VALIDATED',
]);

/** Where a plan is co-designed: its sections, what is proposed on them, what is missing. */
export function DraftingPart({ plan }: Readonly<{ plan: string }>): ReactNode {
  const asked = useAsk(DraftOfPlan, { id: plan }, { follows: [plan] });
  const refetch = async () => (await asked.refetch()).data?.data.plan ?? null;
  return (
    <Shown of={asked}>
      {({ plan: draft }) => draft && <Drafting draft={draft} refetch={refetch} />}
    </Shown>
  );
}

type Props = Readonly<{ draft: Draft; refetch: () => Promise<Draft | null> }>;

function Drafting({ draft, refetch }: Props): ReactNode {
  const say = useText(draftingMessages);
  const search: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  // The list tells how the draft stands: it is drawn anew when that changes.
  const [, tell] = useState<Standing>('same');
  const revise = useMay('reviseSection', draft.id);
  const isOpen = OPEN.has(draft.status);
  const mandate = isOpen ? revise.mandate : null;
  const section = draft.sections.find(({ id }) => id === search.sezione) ?? draft.sections[0];
  useArrival(section?.id);
  return (
    <>
      {!isOpen && <p>{say('closed')}</p>}
      <Check draft={draft} />
      <div className="drafting">
        <div>
          <SectionList draft={draft} chosen={section?.id} />
          {mandate !== null && <NewSection draft={draft} mandate={mandate} />}
        </div>
        {section ? (
          <SectionPart
            key={section.id}
            {...{ draft, section, mandate, refetch }}
            onStanding={tell}
          />
        ) : (
          <p>{say('noSections')}</p>
        )}
      </div>
      <Actions draft={draft} mandate={mandate} />
      <Tables draft={draft} />
    </>
  );
}
