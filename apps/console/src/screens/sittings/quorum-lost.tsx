import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { boardMessages } from '../boards/board.messages.ts';
import { quorumIn } from '../boards/quorum-words.ts';
import { liveMessages } from './live.messages.ts';
import { isDone, isRunning, meterNow, quorumRuleOf } from './shape.ts';
import type { Item, Sitting } from './shape.ts';

/** A red bar while the quorum of the item in hand is missing, with the rule that asks for it (GB-2). */
export function QuorumLost({
  sitting,
  item,
}: Readonly<{ sitting: Sitting; item: Item | null }>): ReactNode {
  const say = useText(liveMessages);
  const ofBoard = useText(boardMessages);
  const meter = meterNow(sitting, item);
  const rule = quorumRuleOf(sitting);
  const isMissing = isRunning(sitting) && !isDone(sitting) && meter?.isReached === false;
  return (
    <div role="alert">
      {isMissing && rule && (
        <p className="quorum-lost">
          <strong>{say('lostTitle')}</strong>{' '}
          {say('lost', {
            ...{ present: meter.present, needed: meter.needed },
            rule: quorumIn(rule, ofBoard),
          })}
        </p>
      )}
    </div>
  );
}
