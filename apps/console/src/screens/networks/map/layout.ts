import { Graph as Dagre, layout } from '@dagrejs/dagre';
import type { Graph } from './graph.ts';

/** Where something on the map stands: its upper left corner. */
export type Place = Readonly<{ x: number; y: number }>;

/** The size of everything on the map, and how far apart its bands are. */
export const SPOT = { width: 240, height: 76, band: 340 } as const;
const GAP = 16;

/** Puts a map in order: bands beside each other, and what belongs together at one height. */
export function placesOf({ spots, lines }: Graph): ReadonlyMap<string, Place> {
  const dagre = new Dagre();
  dagre.setGraph({ rankdir: 'LR', nodesep: GAP, ranksep: SPOT.band - SPOT.width });
  dagre.setDefaultEdgeLabel(() => ({}));
  const bands = new Map(spots.map(({ id, band }) => [id, band]));
  for (const { id } of spots) dagre.setNode(id, { width: SPOT.width, height: SPOT.height });
  // Dagre puts what it heard of last first.
  for (const { from, to } of lines.toReversed()) {
    dagre.setEdge(from, to, { minlen: (bands.get(to) ?? 0) - (bands.get(from) ?? 0) });
  }
  layout(dagre);
  return new Map(
    spots.map(({ id, band }) => {
      const { y } = dagre.node(id) as Readonly<{ y: number }>;
      return [id, { x: band * SPOT.band, y: y - SPOT.height / 2 }];
    }),
  );
}
