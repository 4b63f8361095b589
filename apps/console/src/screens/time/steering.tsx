import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { dayAfter, dayOf, startOfDay } from '../../app/days.ts';
import { useFormats } from '../../app/formats.ts';
import { keyIn } from '../../app/keys.ts';
import { useText } from '../../app/text.ts';
import type { Fact } from '../../data/history.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
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
  const steps = [
    ['first', 0],
    ['previous', place - 1],
    ['next', place + 1],
    ['last', last],
  ] as const;
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
      <Slider
        minValue={0}
        maxValue={last}
        value={place}
        onChange={(value) => {
          choose(value);
        }}
        isDisabled={last === 0}
      >
        <Label>{say('slider')}</Label>
        <SliderOutput>
          {say('place', { place: place + 1, total: facts.length })},{' '}
          {instant(facts[place]?.recordedAt ?? '')}
        </SliderOutput>
        <SliderTrack className="slider-track">
          <SliderThumb className="slider-thumb" />
        </SliderTrack>
      </Slider>
      <div className="steering-buttons">
        {steps.map(([name, to]) => (
          <button
            key={name}
            type="button"
            className="btn btn-outline-primary"
            disabled={to < 0 || to > last || to === place}
            onClick={() => {
              choose(to);
            }}
          >
            {say(name)}
          </button>
        ))}
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
      </div>
      <p>
        <small>{say('keys')}</small>
      </p>
    </div>
  );
}
