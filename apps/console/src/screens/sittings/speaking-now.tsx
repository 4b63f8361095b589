import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import { spoken } from './speakers.ts';
import type { Speakers } from './speakers.ts';
import { speakersMessages } from './speakers.messages.ts';
import { useSecond } from './use-speakers.ts';

/** Who speaks and for how long by now; the clock is read aloud only when the time is over. */
export function SpeakingNow({ speakers }: Readonly<{ speakers: Speakers }>): ReactNode {
  const say = useText(speakersMessages);
  const { speaking, minutes } = speakers;
  const now = useSecond(speaking !== null);
  const time = spoken(speakers, now);
  if (!speaking || !time) return null;
  return (
    <div className="speaking">
      <p role="status">
        {say('speaks', { name: speaking.name })}{' '}
        {time.isOver && <Chip tone="late">{say('over')}</Chip>}
      </p>
      <p role="timer" aria-live="off" className="speaking-clock" data-over={time.isOver}>
        {say('clock', { clock: time.clock, minutes })}
      </p>
    </div>
  );
}
