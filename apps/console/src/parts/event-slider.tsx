import type { ReactNode } from 'react';
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components';
import { useText } from '../app/text.ts';
import { eventSliderMessages } from './event-slider.messages.ts';

type Props = Readonly<{
  label: string;
  place: number;
  last: number;
  choose: (place: number) => void;
  /** What stands at the place: beside the slider, and its value for who hears it. */
  output: ReactNode;
  /** Other ways to a place. */
  children?: ReactNode;
}>;

/** Goes through events one by one, by dragging, by keys, by buttons. */
export function EventSlider({ label, place, last, choose, output, children }: Props): ReactNode {
  const say = useText(eventSliderMessages);
  const steps = [
    ['first', 0],
    ['previous', place - 1],
    ['next', place + 1],
    ['last', last],
  ] as const;
  return (
    <>
      <Slider
        minValue={0}
        maxValue={last}
        value={place}
        onChange={(value) => {
          choose(value);
        }}
        isDisabled={last === 0}
      >
        <Label>{label}</Label>
        <SliderOutput>
          {say('place', { place: place + 1, total: last + 1 })}, {output}
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
        {children}
      </div>
    </>
  );
}
