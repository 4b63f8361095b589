import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { dayAfter, dayOf, startOfDay } from '../../app/days.ts';
import { useFormats } from '../../app/formats.ts';
import { keyIn } from '../../app/keys.ts';
import { useText } from '../../app/text.ts';
import type { Fact } from '../../data/history.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { EventSlider } from '../../parts/event-slider.tsx';
import { timeMessages } from './time.messages.ts';

type Props = Readonly<{
  facts: readonly Fact[];
  place: number;
  choose: (place: number) => void;
}>;

/** Ways to an event: slider, buttons, a date, keys; and the link to it. */
export function Steering({ facts, place, choose }: Props): ReactNode {
  const say = useText(timeMessages);
  const { instant, timeZone } = useFormats();
  const last = facts.length - 1;
  const share = useRef<HTMLButtonElement>(null);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const key = keyIn(event);
    if (key === 's') share.current?.click();
    const to = { arrowleft: place - 1, arrowright: place + 1, home: 0, end: last }[key ?? ''];
    if (to === undefined || to < 0 || to > last) return;
    event.preventDefault();
    choose(to);
  };
  return (
    <div className="steering no-print" onKeyDown={press}>
      <EventSlider
        label={say('slider')}
        place={place}
        last={last}
        choose={choose}
        output={instant(facts[place]?.recordedAt ?? '')}
      >
        <label className="steering-date">
          {say('date')}{' '}
          <input
            type="date"
            min={facts[0] && dayOf(facts[0].recordedAt, timeZone)}
            onChange={({ target: { value } }) => {
              if (value === '') return;
              const end = startOfDay(dayAfter(value), timeZone);
              const found = facts.findLastIndex(({ recordedAt }) => recordedAt < end);
              choose(Math.max(0, found));
            }}
          />
        </label>
        <CopyButton
          text={() => location.href}
          words={{ copy: say('share'), copied: say('shared') }}
          className="btn btn-outline-primary"
          button={share}
        />
      </EventSlider>
      <p>
        <small>{say('keys')}</small>
      </p>
    </div>
  );
}
