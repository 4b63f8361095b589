import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useText } from '../../app/text.ts';
import { useAct } from '../../data/use-act.ts';
import { useDraft } from '../../data/use-draft.ts';
import { NotDone, Refusal } from '../../parts/problem.tsx';
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

function Declaring({ own, place }: Props): ReactNode {
  const say = useText(voteScreenMessages);
  const { seat, mandate } = own;
  const where = place.kind === 'sitting' ? place.item : place.procedure;
  const [reason, setReason] = useDraft(`conflict.${where}.${seat}`);
  const inSitting = useAct(DeclareConflict);
  const inWriting = useAct(DeclareProcedureConflict);
  const { outcome } = place.kind === 'sitting' ? inSitting : inWriting;
  const declare = async () => {
    const came =
      place.kind === 'sitting'
        ? await inSitting.send({ sitting: place.sitting, item: place.item, seat, reason }, mandate)
        : await inWriting.send({ procedure: place.procedure, seat, reason }, mandate);
    if (came.state === 'done') setReason('');
  };
  return (
    <form
      className="form-of"
      onSubmit={(event) => {
        event.preventDefault();
        void declare();
      }}
    >
      <p>{say('declareLead')}</p>
      <label>
        {say('declareReason')}
        <textarea
          rows={3}
          required
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
      </label>
      {outcome.state === 'refused' && <Refusal refusal={outcome.refusal} />}
      {outcome.state === 'failed' && <NotDone error={outcome.error} />}
      <p className="form-buttons">
        <button type="submit" className="btn btn-primary" disabled={outcome.state === 'sending'}>
          {say('declareSend')}
        </button>
      </p>
    </form>
  );
}
