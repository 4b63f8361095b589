import type { ReactNode, SyntheticEvent } from 'react';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import { AskFailed } from '../../data/ask.ts';
import { handIn } from '../../data/documents.ts';
import { useAct } from '../../data/use-act.ts';
import { NotDone, Refusal } from '../../parts/problem.tsx';
import type { OwnSeat, Poll } from './ballot.ts';
import { RaiseObjection } from './vote.documents.ts';
import { voteScreenMessages } from './vote.messages.ts';

/** In a silence procedure nobody votes in favour: who is against objects, in writing. */
export function Objecting({ own, poll }: Readonly<{ own: OwnSeat; poll: Poll }>): ReactNode {
  const say = useText(voteScreenMessages);
  const { outcome, send } = useAct(RaiseObjection);
  const [failure, setFailure] = useState<AskFailed | null>(null);
  const object = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get('reasons');
    if (!(file instanceof File) || poll.place.kind !== 'procedure') return;
    setFailure(null);
    try {
      const reasons = await handIn(file);
      const { textSha256, place } = poll;
      await send({ procedure: place.procedure, seat: own.seat, textSha256, reasons }, own.mandate);
    } catch (error) {
      if (!(error instanceof AskFailed)) throw error;
      setFailure(error);
    }
  };
  if (outcome.state === 'done')
    return (
      <p role="status">{say('objectionSent', { position: outcome.payload.receipt.position })}</p>
    );
  const error = failure ?? (outcome.state === 'failed' ? outcome.error : null);
  return (
    <form className="form-of" onSubmit={(event) => void object(event)}>
      <p>{say('silence')}</p>
      <label>
        {say('objectionFile')}
        <input type="file" name="reasons" required />
      </label>
      {outcome.state === 'refused' && <Refusal refusal={outcome.refusal} />}
      {error && <NotDone error={error} />}
      <p className="form-buttons">
        <button type="submit" className="btn btn-primary" disabled={outcome.state === 'sending'}>
          {say('objectionSend')}
        </button>
      </p>
    </form>
  );
}
