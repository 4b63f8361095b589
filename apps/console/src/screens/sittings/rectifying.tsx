import type { ReactNode } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActForm, handedIn, textIn } from '../../parts/act-form.tsx';
import { RectifyMinutes } from './secretary-acts.documents.ts';
import { secretaryMessages } from './secretary.messages.ts';
import type { Sitting } from './shape.ts';

/** Approved minutes that are wrong are put right by others beside them: nothing is taken away. */
export function Rectifying({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(secretaryMessages);
  const isPast = useMoment() !== null;
  const { mandate } = useMay('rectifyMinutes', sitting.id);
  const { minutes, status } = sitting;
  if (isPast || status !== 'MINUTES_APPROVED' || minutes === null || mandate === null) return null;
  return (
    <details className="no-print">
      <summary>{say('rectifying')}</summary>
      <p>{say('rectifyingLead')}</p>
      <ActForm
        document={RectifyMinutes}
        mandate={mandate}
        about={`rectify.${sitting.id}`}
        submit={say('rectifyMinutes')}
        inputFrom={async (form) => {
          const reason = textIn(form, 'reason').trim();
          return {
            ...{ sitting: sitting.id, rectifies: minutes },
            minutes: (await handedIn(form, 'minutes')) ?? '',
            ...(reason !== '' && { reason }),
          };
        }}
      >
        <label>
          {say('minutesFile')}
          <input type="file" name="minutes" required />
        </label>
        <label>
          {say('rectifyReason')}
          <textarea name="reason" rows={3} />
        </label>
      </ActForm>
    </details>
  );
}
