import type { ReactNode } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { conflictStatus } from '../../words/boards.ts';
import { isRunning } from './shape.ts';
import type { Item, Sitting } from './shape.ts';
import { RecordRecusal, ResolveConflict } from './sitting-acts.documents.ts';
import { sittingMessages } from './sitting.messages.ts';

type Props = Readonly<{ sitting: Sitting; item: Item }>;

/** Interests that were declared in the item: who presides decides, the secretary records who leaves. */
export function Conflicts({ sitting, item }: Props): ReactNode {
  const say = useText(sittingMessages);
  const status = useText(conflictStatus);
  const { conflicts } = item;
  if (conflicts.length === 0) return null;
  return (
    <>
      <h3>{say('conflicts')}</h3>
      <ul>
        {conflicts.map((one) => (
          <li key={one.seat}>
            {say('conflictOf', { name: one.person.name ?? '—', status: status(one.status) })}
            <ConflictActs sitting={sitting} item={item} conflict={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ConflictActs({
  sitting,
  item,
  conflict: { seat, status },
}: Props & Readonly<{ conflict: Item['conflicts'][number] }>): ReactNode {
  const say = useText(sittingMessages);
  const isPast = useMoment() !== null;
  const preside = useMay('resolveConflict', sitting.id);
  const minute = useMay('recordRecusal', sitting.id);
  if (isPast || !isRunning(sitting)) return null;
  const on = { sitting: sitting.id, item: item.item, seat };
  if (status === 'UPHELD' && minute.mandate !== null)
    return (
      <p className="form-buttons">
        <ActButton document={RecordRecusal} input={on} mandate={minute.mandate}>
          {say('recordRecusal')}
        </ActButton>
      </p>
    );
  if (status !== 'DECLARED' || preside.mandate === null) return null;
  return (
    <p className="form-buttons">
      {([true, false] as const).map((upheld) => (
        <ActButton
          key={String(upheld)}
          document={ResolveConflict}
          input={{ ...on, upheld }}
          mandate={preside.mandate}
        >
          {say(upheld ? 'uphold' : 'dismiss')}
        </ActButton>
      ))}
    </p>
  );
}
