import type { ReactNode } from 'react';
import { useText } from '../../../app/text.ts';
import { useAsk } from '../../../data/use-ask.ts';
import { Shown } from '../../../parts/screen.tsx';
import { Readiness } from '../plan.documents.ts';
import { planMessages } from '../plan.messages.ts';
import type { Draft } from './contributions.ts';
import { draftingMessages } from './drafting.messages.ts';
import { MissingList } from './missing-list.tsx';
import { nextStep } from './next-step.ts';
import { usePartNames } from './part-names.ts';
import { StepActs } from './step-acts.tsx';

/** What the next step of a plan still needs, each with the way to its field; then the step. */
export function Check({ draft }: Readonly<{ draft: Draft }>): ReactNode {
  const step = nextStep(draft.status);
  return step && <CheckFor draft={draft} step={step} />;
}

type Props = Readonly<{ draft: Draft; step: NonNullable<ReturnType<typeof nextStep>> }>;

function CheckFor({ draft, step }: Props): ReactNode {
  const say = useText(draftingMessages);
  const ofPlan = useText(planMessages);
  const names = usePartNames(draft);
  const asked = useAsk(Readiness, { plan: draft.id, step }, { follows: [draft.id] });
  return (
    <Shown of={asked}>
      {({ readiness }) => (
        <details className="to-check">
          <summary>
            {say('check', { step: ofPlan(step), missing: readiness?.missing.length ?? 0 })}
          </summary>
          {readiness?.ready === true && <p>{ofPlan('ready')}</p>}
          <MissingList missing={readiness?.missing ?? []} plan={draft} names={names} />
          <StepActs draft={draft} />
        </details>
      )}
    </Shown>
  );
}
