import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useText } from '../../app/text.ts';
import { ActForm, textIn } from '../../parts/act-form.tsx';
import type { OwnSeat, Place } from './ballot.ts';
import { DeclareConflict, DeclareProcedureConflict } from './vote.documents.ts';
import { voteScreenMessages } from './vote.messages.ts';

type Props = Readonly<{ own: OwnSeat; place: Place }>;

/** Who has an interest says so; the reason is kept apart from the log. */
export function ConflictDeclaration({ own, place }: Props): ReactNode {
  const say = useText(voteScreenMessages);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="conflict">
      <button
        type="button"
        className="btn btn-outline-primary"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {say('declare')}
      </button>
      <div id={id}>{isOpen && <Declaring own={own} place={place} />}</div>
    </div>
  );
}

function Declaring({ own: { seat, mandate }, place }: Props): ReactNode {
  const say = useText(voteScreenMessages);
  const submit = say('declareSend');
  const about = (where: string) => ({ mandate, submit, about: `conflict.${where}.${seat}` });
  const reasonIn = (form: FormData) => ({ seat, reason: textIn(form, 'reason') });
  if (place.kind === 'sitting') {
    const { sitting, item } = place;
    return (
      <ActForm
        document={DeclareConflict}
        {...about(item)}
        inputFrom={(form) => Promise.resolve({ sitting, item, ...reasonIn(form) })}
      >
        <Reason />
      </ActForm>
    );
  }
  const { procedure } = place;
  return (
    <ActForm
      document={DeclareProcedureConflict}
      {...about(procedure)}
      inputFrom={(form) => Promise.resolve({ procedure, ...reasonIn(form) })}
    >
      <Reason />
    </ActForm>
  );
}

function Reason(): ReactNode {
  const say = useText(voteScreenMessages);
  return (
    <>
      <p>{say('declareLead')}</p>
      <label>
        {say('declareReason')}
        <textarea name="reason" rows={3} required />
      </label>
    </>
  );
}
