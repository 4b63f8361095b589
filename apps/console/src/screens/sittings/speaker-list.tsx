import type { ReactNode } from 'react';
import { useState } from 'react';
import { useMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useMay } from '../../data/explanation.ts';
import { isRunning, peopleThere } from './shape.ts';
import type { Item, Sitting } from './shape.ts';
import { asks, limits, next, withdraws } from './speakers.ts';
import type { Speakers } from './speakers.ts';
import { speakersMessages } from './speakers.messages.ts';
import { SpeakingNow } from './speaking-now.tsx';
import { useSpeakers } from './use-speakers.ts';

type Props = Readonly<{ sitting: Sitting; item: Item }>;

/** Who speaks on the item in hand and who comes next, for who presides and who keeps the minutes. */
export function SpeakerList({ sitting, item }: Props): ReactNode {
  const isPast = useMoment() !== null;
  const preside = useMay('openMeeting', sitting.id).mandate;
  const minute = useMay('recordArrival', sitting.id).mandate;
  if (isPast || !isRunning(sitting) || (preside ?? minute) === null) return null;
  return <List sitting={sitting} item={item} />;
}

function List({ sitting, item }: Props): ReactNode {
  const say = useText(speakersMessages);
  const [speakers, change] = useSpeakers(item.item);
  const { waiting, speaking } = speakers;
  return (
    <section className="speakers no-print" aria-labelledby="speakers">
      <h3 id="speakers">{say('title')}</h3>
      <SpeakingNow speakers={speakers} />
      <ol>
        {waiting.map((name) => (
          <li key={name}>
            {name}{' '}
            <button
              type="button"
              className="btn btn-outline-primary btn-small"
              aria-label={say('removeName', { name })}
              onClick={() => {
                change(withdraws(speakers, name));
              }}
            >
              {say('remove')}
            </button>
          </li>
        ))}
      </ol>
      {(waiting.length > 0 || speaking) && (
        <p className="form-buttons">
          <button
            type="button"
            className="btn btn-outline-primary"
            onClick={() => {
              change(next(speakers, new Date()));
            }}
          >
            {say(waiting.length > 0 ? 'next' : 'end')}
          </button>
        </p>
      )}
      <Asking sitting={sitting} speakers={speakers} change={change} />
      <p>
        <small>{say('lead')}</small>
      </p>
    </section>
  );
}

function Asking({
  sitting,
  speakers,
  change,
}: Readonly<{
  sitting: Sitting;
  speakers: Speakers;
  change: (next: Speakers) => void;
}>): ReactNode {
  const say = useText(speakersMessages);
  const names = peopleThere(sitting)
    .map(({ name }) => name)
    .filter((name) => asks(speakers, name) !== speakers);
  const [chosen, choose] = useState('');
  const name = names.includes(chosen) ? chosen : (names[0] ?? '');
  return (
    <form
      className="form-of"
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') change(asks(speakers, name));
      }}
    >
      <label>
        {say('who')}
        <select
          value={name}
          onChange={({ target }) => {
            choose(target.value);
          }}
        >
          {names.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <p className="form-buttons">
        <button type="submit" className="btn btn-outline-primary" disabled={name === ''}>
          {say('add')}
        </button>
      </p>
      <label>
        {say('limit')}
        <select
          value={speakers.minutes}
          onChange={({ target }) => {
            change({ ...speakers, minutes: Number(target.value) });
          }}
        >
          {limits.map((minutes) => (
            <option key={minutes} value={minutes}>
              {say('minutes', { minutes })}
            </option>
          ))}
        </select>
      </label>
    </form>
  );
}
