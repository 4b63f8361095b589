import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { sessionQuery } from '../../data/session.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { isDone, isOver } from './shape.ts';
import type { Sitting } from './shape.ts';
import { CloseMeeting, OpenMeeting } from './sitting-acts.documents.ts';
import { sittingMessages } from './sitting.messages.ts';

/** Who presides opens and closes the sitting; to others it says whose acts these are. */
export function SittingActs({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(sittingMessages);
  const isPast = useMoment() !== null;
  const { data: session } = useQuery(sessionQuery);
  if (isPast || isOver(sitting)) return null;
  return session === null ? <p>{say('signInToAct')}</p> : <Acts sitting={sitting} />;
}

function Acts({ sitting }: Readonly<{ sitting: Sitting }>): ReactNode {
  const say = useText(sittingMessages);
  const preside = useMay('openMeeting', sitting.id);
  const minute = useMay('recordArrival', sitting.id);
  const { mandate } = preside;
  const isNobody = [preside, minute].every((may) => may.isKnown && may.mandate === null);
  if (mandate === null) return isNobody && <p>{say('noActs')}</p>;
  const input = { sitting: sitting.id };
  const isToOpen = sitting.status === 'CONVENED';
  // It is closed when nothing on its agenda waits any more.
  if (!isToOpen && !isDone(sitting)) return null;
  return (
    <p className="form-buttons">
      {isToOpen ? (
        <ActButton document={OpenMeeting} input={input} mandate={mandate} isMain>
          {say('openMeeting')}
        </ActButton>
      ) : (
        <ActButton document={CloseMeeting} input={input} mandate={mandate} isMain>
          {say('closeMeeting')}
        </ActButton>
      )}
    </p>
  );
}
