import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../../../app/text.ts';
import { ActForm, textIn } from '../../../parts/act-form.tsx';
import type { Contribution } from './contributions.ts';
import { AcceptContribution, RejectContribution } from './drafting.documents.ts';
import { draftingMessages } from './drafting.messages.ts';

/** Takes a proposal up or turns it down, with a reason (PL-4); nobody decides their own. */
export function Deciding({
  plan,
  contribution: { id: contribution },
  mandate,
}: Readonly<{ plan: string; contribution: Contribution; mandate: string }>): ReactNode {
  const say = useText(draftingMessages);
  const [isTaken, setTaken] = useState(true);
  const given = {
    ...{ mandate, about: `contribution.${contribution}` },
    inputFrom: (form: FormData) =>
      Promise.resolve({ plan, contribution, reason: textIn(form, 'reason') }),
  };
  const fields = (
    <>
      <fieldset>
        <legend>{say('outcome')}</legend>
        {([true, false] as const).map((one) => (
          <label key={String(one)} className="tick">
            <input
              type="radio"
              name="outcome"
              value={one ? 'accept' : 'reject'}
              checked={one === isTaken}
              onChange={() => {
                setTaken(one);
              }}
            />{' '}
            {say(one ? 'accept' : 'reject')}
          </label>
        ))}
      </fieldset>
      <label>
        {say('reason')}
        <textarea name="reason" rows={3} required />
      </label>
    </>
  );
  return (
    <details>
      <summary>{say('decide')}</summary>
      {isTaken ? (
        <ActForm document={AcceptContribution} submit={say('accept')} {...given}>
          {fields}
        </ActForm>
      ) : (
        <ActForm document={RejectContribution} submit={say('reject')} {...given}>
          {fields}
        </ActForm>
      )}
    </details>
  );
}
