import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { voteChoice } from '../../words/boards.ts';
import { seatStanding } from './ballot.ts';
import type { OwnSeat, Poll, SeatStanding } from './ballot.ts';
import { Casting } from './casting.tsx';
import { ConflictDeclaration } from './conflict.tsx';
import { Objecting } from './objecting.tsx';
import type { Receipt } from './receipt.tsx';
import { ReceiptOf } from './receipt.tsx';
import { voteScreenMessages } from './vote.messages.ts';

type Props = Readonly<{ own: OwnSeat; poll: Poll; isOnlyOne: boolean }>;

/** The vote of one seat: given once, or given already. The receipt stays while the page is open. */
export function SeatVote({ own, poll, isOnlyOne }: Props): ReactNode {
  const say = useText(voteScreenMessages);
  const id = useId();
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [isChanging, setChanging] = useState(false);
  const standing = seatStanding(poll, own.seat);
  const { holder, category } = own;
  const mayCast = standing.state === 'may' || isChanging;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {isOnlyOne ? say('yourVote') : say('forSeat', { name: holder ?? '—', category })}
      </h2>
      {receipt && <ReceiptOf receipt={receipt} isSecret={poll.form === 'SECRET'} />}
      {!receipt && mayCast && (
        <Voting
          own={own}
          poll={poll}
          isOnlyOne={isOnlyOne}
          done={(next) => {
            setReceipt(next);
            setChanging(false);
          }}
        />
      )}
      {!receipt && !mayCast && (
        <Stands
          standing={standing}
          change={
            poll.mayChange
              ? () => {
                  setChanging(true);
                }
              : null
          }
        />
      )}
    </section>
  );
}

function Voting({
  own,
  poll,
  isOnlyOne,
  done,
}: Props & Readonly<{ done: (receipt: Receipt) => void }>): ReactNode {
  const isSilence = poll.place.kind === 'procedure' && poll.place.isSilence;
  return (
    <>
      {isSilence ? (
        <Objecting own={own} poll={poll} />
      ) : (
        <Casting {...{ own, poll, isOnlyOne, done }} />
      )}
      <ConflictDeclaration own={own} place={poll.place} />
    </>
  );
}

function Stands({
  standing,
  change,
}: Readonly<{ standing: SeatStanding; change: (() => void) | null }>): ReactNode {
  const say = useText(voteScreenMessages);
  const word = useText(voteChoice);
  const { instant } = useFormats();
  if (standing.state === 'recused' || standing.state === 'conflict')
    return <p role="status">{say(standing.state)}</p>;
  const { choice = null, castAt = null } = standing.state === 'cast' ? standing : {};
  return (
    <p role="status">
      {choice === null || castAt === null
        ? say('castHidden')
        : say('cast', { choice: word(choice), when: instant(castAt) })}{' '}
      {change && (
        <button type="button" className="btn btn-outline-primary" onClick={change}>
          {say('change')}
        </button>
      )}
    </p>
  );
}
