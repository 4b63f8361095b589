import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { memberStatus, networkLevel, networkStatus } from '../../../words/networks.ts';
import { nameOf, stateOf } from './graph.ts';
import type { Spot } from './graph.ts';
import { mapMessages } from './map.messages.ts';
import { toneOf } from './mark.tsx';
import type { Tone } from './mark.tsx';

/** What is read of something on the map: its name, what it is, its state in a word and a shape. */
export type SpotWords = Readonly<{
  name: string;
  kind: string;
  state: string | null;
  tone: Tone | null;
}>;

/** How things on the map are told in the language of the page. */
export function useWords(): (spot: Spot) => SpotWords {
  const say = useText(mapMessages);
  const level = useText(networkLevel);
  const ofNetwork = useText(networkStatus);
  const ofMember = useText(memberStatus);
  const titleOf = useTitle();
  return (spot) => {
    const name = nameOf(spot, titleOf);
    if (spot.kind === 'board') return { name, kind: say('board'), state: null, tone: null };
    if (spot.kind === 'partner') {
      const state = stateOf(spot.parts);
      return { name, kind: say('partner'), state: ofMember(state), tone: toneOf(state) };
    }
    const { status } = spot.network;
    const kind = say('network', { level: level(spot.network.level) });
    const folded = spot.folded > 0 ? `, ${say('foldedIn', { count: spot.folded })}` : '';
    return { name, kind: `${kind}${folded}`, state: ofNetwork(status), tone: toneOf(status) };
  };
}
