import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useText } from '../../app/text.ts';
import type { EnumOf } from '../../data/graphql.ts';
import type { Outcome } from '../../data/use-act.ts';
import { Hash } from '../../parts/document.tsx';
import { NotDone } from '../../parts/problem.tsx';
import { voteChoice } from '../../words/boards.ts';
import type { OwnSeat, Poll } from './ballot.ts';
import { voteScreenMessages } from './vote.messages.ts';

type Props = Readonly<{
  choice: EnumOf<'VoteChoice'>;
  own: OwnSeat;
  poll: Poll;
  outcome: Outcome<unknown>;
  vote: () => Promise<void>;
  back: () => void;
}>;

/** What was chosen, read back before it counts; what was not recorded can be sent again. */
export function ReadBack({ choice, own, poll, outcome, vote, back }: Props): ReactNode {
  const say = useText(voteScreenMessages);
  const word = useText(voteChoice);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const isSending = outcome.state === 'sending';
  const chosen = word(choice);
  return (
    <div className="read-back">
      <h3 ref={heading} tabIndex={-1}>
        {say('readBack')}
      </h3>
      <p className="read-back-choice">{say('readChoice', { choice: chosen })}</p>
      <p>
        {say('hash')} <Hash of={poll.textSha256} />{' '}
        {own.holder !== null && say('readSeat', { name: own.holder })}.{' '}
        {say(poll.mayChange ? 'changeable' : 'once')}
      </p>
      {outcome.state === 'failed' && <p className="problem">{say('notRecorded')}</p>}
      <NotDone outcome={outcome} />
      <p className="form-buttons">
        <button
          type="button"
          className="btn btn-primary"
          disabled={isSending}
          onClick={() => void vote()}
        >
          {confirmWord({ state: outcome.state, chosen, say })}
        </button>
        <button
          type="button"
          className="btn btn-outline-primary"
          disabled={isSending}
          onClick={back}
        >
          {say('back')}
        </button>
      </p>
    </div>
  );
}

type Confirming = Readonly<{
  state: Outcome<unknown>['state'];
  chosen: string;
  say: (key: 'confirm' | 'retry' | 'sending', values?: Readonly<Record<string, string>>) => string;
}>;

function confirmWord({ state, chosen, say }: Confirming): string {
  if (state === 'sending') return say('sending');
  return state === 'failed' ? say('retry') : say('confirm', { choice: chosen });
}
