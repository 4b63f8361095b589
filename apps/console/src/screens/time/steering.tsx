import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { useRef, useState } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useFormats } from '../../app/formats.ts';
import { keyIn } from '../../app/keys.ts';
import { useText } from '../../app/text.ts';
import type { Fact } from '../../data/history.ts';
import { timeMessages } from './time.messages.ts';

type Props = Readonly<{
  facts: readonly Fact[];
  place: number;
  choose: (place: number) => void;
}>;

/** Ways to an event: slider, buttons, a date, keys; and the link to it. */
export function Steering({ facts, place, choose }: Props): ReactNode {
  const say = useText(timeMessages);
  const { instant } = useFormats();
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
            min={facts[0]?.recordedAt.slice(0, DAY)}
            onChange={({ target: { value } }) => {
              if (value === '') return;
              const end = `${value}T23:59:59.999Z`;
              const found = facts.findLastIndex(({ recordedAt }) => recordedAt <= end);
              choose(Math.max(0, found));
            }}
          />
        </label>
        <Share button={share} />
      </div>
      <p>
        <small>{say('keys')}</small>
      </p>
    </div>
  );
}

const DAY = '2026-01-01'.length;

function Share({ button }: Readonly<{ button: Ref<HTMLButtonElement> }>): ReactNode {
  const say = useText(timeMessages);
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="btn btn-outline-primary"
      ref={button}
      onClick={() => {
        void navigator.clipboard.writeText(location.href).then(() => {
          setCopied(true);
        });
      }}
    >
      <span role="status">{isCopied ? say('shared') : say('share')}</span>
    </button>
  );
}
