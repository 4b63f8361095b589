import { ViewportPortal } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useText } from '../../../app/text.ts';
import { networkLevel } from '../../../words/networks.ts';
import type { Spot } from './graph.ts';
import { SPOT } from './layout.ts';
import type { Place } from './layout.ts';
import { mapMessages } from './map.messages.ts';

const ABOVE = 56;
const AROUND = 24;

/** The bands that the map is read by, each with its name: bodies, networks by level, partners. */
export function Bands({
  spots,
  places,
}: Readonly<{ spots: readonly Spot[]; places: ReadonlyMap<string, Place> }>): ReactNode {
  const say = useText(mapMessages);
  const level = useText(networkLevel);
  const heights = [...places.values()].map(({ y }) => y);
  const top = Math.min(...heights) - ABOVE;
  const height = Math.max(...heights) + SPOT.height + AROUND - top;
  const titleOf = (of: readonly Spot[]) => {
    const [first] = of;
    if (first?.kind !== 'network')
      return first?.kind === 'board' ? say('bandBoards') : say('bandPartners');
    const levels = of.flatMap((one) => (one.kind === 'network' ? [level(one.network.level)] : []));
    return say('bandNetworks', { level: [...new Set(levels)].join(', ') });
  };
  return (
    <ViewportPortal>
      {[...Map.groupBy(spots, ({ band }) => band)].map(([band, of]) => (
        <div
          key={band}
          className="map-band"
          style={{
            ...{ width: SPOT.width + 2 * AROUND, height },
            transform: `translate(${String(band * SPOT.band - AROUND)}px, ${String(top)}px)`,
          }}
        >
          {titleOf(of)}
        </div>
      ))}
    </ViewportPortal>
  );
}
