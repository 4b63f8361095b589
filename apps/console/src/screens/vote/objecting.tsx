import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { ActForm, handedIn } from '../../parts/act-form.tsx';
import type { OwnSeat, Poll } from './ballot.ts';
import { RaiseObjection } from './vote.documents.ts';
import { voteScreenMessages } from './vote.messages.ts';

/** In a silence procedure nobody votes in favour: who is against objects, in writing. */
export function Objecting({ own, poll }: Readonly<{ own: OwnSeat; poll: Poll }>): ReactNode {
  const say = useText(voteScreenMessages);
  const { place, textSha256 } = poll;
  const { seat, mandate } = own;
  if (place.kind !== 'procedure') return null;
  const { procedure } = place;
  return (
    <ActForm
      document={RaiseObjection}
      mandate={mandate}
      about={`objection.${procedure}.${seat}`}
      submit={say('objectionSend')}
      done={({ receipt: { position } }) => (
        <p role="status">{say('objectionSent', { position })}</p>
      )}
      inputFrom={async (form) => ({
        ...{ procedure, seat, textSha256 },
        reasons: (await handedIn(form, 'reasons')) ?? '',
      })}
    >
      <p>{say('silence')}</p>
      <label>
        {say('objectionFile')}
        <input type="file" name="reasons" required />
      </label>
    </ActForm>
  );
}
