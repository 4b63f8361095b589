import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { Fact } from '../../data/history.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { EventSlider } from '../../parts/event-slider.tsx';
import { usePlaying } from '../../parts/playing.ts';
import { markedFrom } from './marked.ts';
import { MomentField, NamedMoments } from './moments.tsx';
import { focusOf, steeringKey } from './steering-key.ts';
import { timeMessages } from './time.messages.ts';

type Props = Readonly<{
  facts: readonly Fact[];
  place: number;
  choose: (place: number) => void;
  /** Shows why the event happened. */
  explain: () => void;
}>;

/** Ways to an event: slider, buttons, a date and time, named moments, keys; and the link to it. */
export function Steering({ facts, place, choose, explain }: Props): ReactNode {
  const say = useText(timeMessages);
  const { instant } = useFormats();
  const last = facts.length - 1;
  const share = useRef<HTMLButtonElement>(null);
  const step =
    place < last
      ? () => {
          choose(place + 1);
        }
      : null;
  const { isPlaying, toggle } = usePlaying(facts[place]?.id ?? '', step);
  const to = (next: number | null) => () => {
    if (next !== null && next >= 0 && next <= last && next !== place) choose(next);
  };
  const acts = {
    first: to(0),
    last: to(last),
    previous: to(place - 1),
    next: to(place + 1),
    markedBefore: to(markedFrom(facts, place, -1)),
    markedAfter: to(markedFrom(facts, place, 1)),
    play: toggle,
    share: () => share.current?.click(),
    why: explain,
  };
  // Before the slider, which takes arrows with Shift for a longer way of its own.
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { key, shiftKey: isShifted, ctrlKey, metaKey, altKey, target } = event;
    const isCombined = ctrlKey || metaKey || altKey;
    const asked = steeringKey({ key, isShifted, isCombined, focus: focusOf(target) });
    if (!asked) return;
    event.preventDefault();
    event.stopPropagation();
    acts[asked]();
  };
  return (
    <div className="steering no-print" onKeyDownCapture={press}>
      <EventSlider
        label={say('slider')}
        place={place}
        last={last}
        choose={choose}
        output={instant(facts[place]?.recordedAt ?? '')}
      >
        <button
          type="button"
          className="btn btn-outline-primary"
          disabled={step === null && !isPlaying}
          onClick={toggle}
        >
          {say(isPlaying ? 'pause' : 'play')}
        </button>
        <CopyButton
          text={() => location.href}
          words={{ copy: say('share'), copied: say('shared') }}
          className="btn btn-outline-primary"
          button={share}
        />
      </EventSlider>
      <div className="filters">
        <MomentField id="go-to-moment" label={say('date')} facts={facts} choose={choose} />
        <NamedMoments facts={facts} place={place} choose={choose} />
      </div>
      <p>
        <small>{say('keys')}</small>
      </p>
    </div>
  );
}
