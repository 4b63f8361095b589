import type { ReactNode } from 'react';
import { useMoment } from '../../../app/moment.ts';
import { useText } from '../../../app/text.ts';
import { useMay } from '../../../data/explanation.ts';
import { ActButton } from '../../../parts/act-button.tsx';
import { ActForm, handedIn, textIn } from '../../../parts/act-form.tsx';
import { Hash } from '../../../parts/document.tsx';
import type { Draft } from './contributions.ts';
import { ConsolidateDraft, SubmitPlan, ValidatePlan } from './course-acts.documents.ts';
import { draftingMessages } from './drafting.messages.ts';
import { fieldId } from './field.ts';

type Props = Readonly<{ draft: Draft }>;

/** The steps from a draft to the authority: consolidated, validated by another, submitted. */
export function StepActs({ draft }: Props): ReactNode {
  const isPast = useMoment() !== null;
  return (
    <div id={fieldId('versions')} tabIndex={-1}>
      {!isPast && draft.status === 'CO_DESIGNING' && <Consolidating draft={draft} />}
      {!isPast && draft.status === 'DRAFT_CONSOLIDATED' && <Validating draft={draft} />}
      {!isPast && draft.status === 'ADOPTED' && <Submitting draft={draft} />}
    </div>
  );
}

/** The version that the next step acts on. */
function standing({ versions }: Draft): Draft['versions'][number] | null {
  return versions.findLast(({ superseded }) => !superseded) ?? null;
}

function Consolidating({ draft }: Props): ReactNode {
  const say = useText(draftingMessages);
  const { mandate } = useMay('consolidateDraft', draft.id);
  if (mandate === null) return null;
  return (
    <>
      <p>{say('consolidateLead')}</p>
      <ActButton
        document={ConsolidateDraft}
        input={{ plan: draft.id, seenRevision: draft.revision }}
        mandate={mandate}
      >
        {say('consolidate')}
      </ActButton>
    </>
  );
}

function Validating({ draft }: Props): ReactNode {
  const say = useText(draftingMessages);
  const { mandate } = useMay('validatePlan', draft.id);
  const version = standing(draft);
  if (mandate === null || version === null) return null;
  return (
    <>
      <p>
        {say('validateLead', { version: version.version })} <Hash of={version.sha256} />
      </p>
      <ActButton
        document={ValidatePlan}
        input={{ plan: draft.id, sha256: version.sha256 }}
        mandate={mandate}
      >
        {say('validate')}
      </ActButton>
    </>
  );
}

/** An act of legal effect: with a reason, and the document it rests on. */
function Submitting({ draft }: Props): ReactNode {
  const say = useText(draftingMessages);
  const { mandate } = useMay('submitPlan', draft.id);
  const version = standing(draft);
  if (mandate === null || version === null) return null;
  return (
    <ActForm
      document={SubmitPlan}
      mandate={mandate}
      about={`submit.${draft.id}`}
      submit={say('submit')}
      inputFrom={async (form) => ({
        ...{ plan: draft.id, sha256: version.sha256, reason: textIn(form, 'reason') },
        documents: [{ sha256: (await handedIn(form, 'document')) ?? '' }],
      })}
    >
      <p>
        {say('submitLead', { version: version.version })} <Hash of={version.sha256} />
      </p>
      <label>
        {say('reason')}
        <textarea name="reason" rows={3} required />
      </label>
      <label>
        {say('actDocument')}
        <input type="file" name="document" required />
      </label>
    </ActForm>
  );
}
