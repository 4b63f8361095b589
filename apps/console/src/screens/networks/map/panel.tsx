import type { ReactNode, Ref } from 'react';
import { useText } from '../../../app/text.ts';
import { ObjectLink } from '../../../parts/object-link.tsx';
import type { Spot } from './graph.ts';
import { mapMessages } from './map.messages.ts';
import { OfNetwork, OfPartner } from './panel-facts.tsx';
import { useWords } from './use-words.ts';

/** What is known of the chosen thing, beside the map. */
export function Panel({
  spot,
  heading,
  close,
  unfold,
}: Readonly<{
  spot: Spot | null;
  heading: Ref<HTMLHeadingElement>;
  close: () => void;
  /** Shows the partners of a network that are folded into it; null where none are. */
  unfold: (() => void) | null;
}>): ReactNode {
  const say = useText(mapMessages);
  const wordsOf = useWords();
  if (!spot)
    return (
      <aside className="map-panel" aria-label={say('details')}>
        {say('none')}
      </aside>
    );
  const { name, kind } = wordsOf(spot);
  return (
    <aside
      className="map-panel"
      aria-label={say('details')}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
    >
      <h3 ref={heading} tabIndex={-1}>
        {name}
      </h3>
      <p>{kind}</p>
      {spot.kind === 'network' && <OfNetwork network={spot.network} />}
      {spot.kind === 'partner' && <OfPartner id={spot.id} parts={spot.parts} />}
      <p className="form-buttons">
        <ObjectLink id={spot.id}>{say('page')}</ObjectLink>
        {unfold && (
          <button type="button" className="btn btn-outline-primary" onClick={unfold}>
            {say('unfold')}
          </button>
        )}
        <button type="button" className="btn btn-outline-primary" onClick={close}>
          {say('close')}
        </button>
      </p>
    </aside>
  );
}
