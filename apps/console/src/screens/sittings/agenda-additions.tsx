import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActForm, handedIn } from '../../parts/act-form.tsx';
import { MatterFields, useMatters } from './agenda-fields.tsx';
import { AmendAgenda } from './convening.documents.ts';
import { conveningMessages } from './convening.messages.ts';
import { isRunning } from './shape.ts';
import type { Sitting } from './shape.ts';

/** Matters that are added to the agenda of an open sitting, where the rulebook lets (GB-1). */
export function AgendaAdditions({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const { mandate } = useMay('amendAgenda', sitting.id);
  const { board } = sitting;
  const isAllowed = board != null && board.rulebook.agendaAdditions !== null;
  if (!isAllowed || !isRunning(sitting) || mandate === null) return null;
  return <Adding sitting={sitting.id} board={board.id} mandate={mandate} />;
}

function Adding({
  sitting,
  board,
  mandate,
}: Readonly<{ sitting: string; board: string; mandate: string }>): ReactNode {
  const say = useText(conveningMessages);
  const { matters, itemsIn, papersOf } = useMatters(board);
  if (matters.length === 0) return null;
  return (
    <details className="no-print">
      <summary>{say('amend')}</summary>
      <p>{say('amendLead')}</p>
      <ActForm
        document={AmendAgenda}
        mandate={mandate}
        about={`agenda.${sitting}`}
        submit={say('doAmend')}
        inputFrom={async (form) => {
          const urgency = await handedIn(form, 'urgency');
          return { sitting, items: itemsIn(form), ...(urgency !== null && { urgency }) };
        }}
      >
        <MatterFields matters={matters} papersOf={papersOf} />
        <label>
          {say('urgency')}
          <input type="file" name="urgency" />
        </label>
      </ActForm>
    </details>
  );
}
