import type { ReactNode } from 'react';
import { useMoment } from '../../../app/moment.ts';
import { useText } from '../../../app/text.ts';
import { useMay } from '../../../data/explanation.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { Hash } from '../../../parts/document.tsx';
import type { Plan } from '../compared.ts';
import { EndorsePlan } from './endorsing.documents.ts';
import { reviewMessages } from './review.messages.ts';

const FROZEN: ReadonlySet<string> = new Set(['DRAFT_CONSOLIDATED', 'VALIDATED']);

/** A partner approves the text: it stands behind the version that is frozen, by its hash. */
export function Endorsing({ plan }: Readonly<{ plan: Plan }>): ReactNode {
  const say = useText(reviewMessages);
  const isPast = useMoment() !== null;
  const { mandate } = useMay('endorsePlan', plan.id);
  const frozen = plan.versions.findLast(({ superseded }) => !superseded);
  if (isPast || mandate === null || !frozen || !FROZEN.has(plan.status)) return null;
  const { version, sha256 } = frozen;
  return (
    <section className="no-print" aria-labelledby="endorse">
      <h2 id="endorse">{say('endorse')}</h2>
      <p>
        {say('endorseLead', { version })} <Hash of={sha256} />
      </p>
      <p className="form-buttons">
        <ActButton
          document={EndorsePlan}
          input={{ plan: plan.id, sha256 }}
          mandate={mandate}
          isMain
        >
          {say('doEndorse', { version })}
        </ActButton>
      </p>
    </section>
  );
}
