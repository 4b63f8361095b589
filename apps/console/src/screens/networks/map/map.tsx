import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMemo, useRef } from 'react';
import { useText } from '../../../app/text.ts';
import { useTitle } from '../../../app/titles.ts';
import { useAsk } from '../../../data/use-ask.ts';
import { Empty, Shown } from '../../../parts/screen.tsx';
import { Chart } from './chart.tsx';
import { graphOf, MOST } from './graph.ts';
import type { Graph, Root, Spot } from './graph.ts';
import { placesOf } from './layout.ts';
import { StateFilters, useStates } from './states.tsx';
import { Through } from './through.tsx';
import { TheNetworkMap } from './map.documents.ts';
import { mapMessages } from './map.messages.ts';
import { Panel } from './panel.tsx';

/** The map of a network: bodies, networks and partners in bands, and what is known of each. */
export function NetworkMap({ id }: Readonly<{ id: string }>): ReactNode {
  const say = useText(mapMessages);
  const asked = useAsk(TheNetworkMap, { id }, { follows: [id] });
  return (
    <Shown of={asked}>
      {({ network }) => (network ? <Mapped root={network} /> : <Empty>{say('missing')}</Empty>)}
    </Shown>
  );
}

type Words = Readonly<Record<string, string | undefined>>;

function Mapped({ root }: Readonly<{ root: Root }>): ReactNode {
  const navigate = useNavigate();
  const search: Words = useSearch({ strict: false });
  const { nodo = null, aperta = null } = search;
  const heading = useRef<HTMLHeadingElement>(null);
  const states = useStates();
  const { network, member } = states;
  const graph = useMemo(
    () => graphOf(root, { unfolded: aperta, states: { network, member } }),
    [root, aperta, network, member],
  );
  const places = useMemo(() => placesOf(graph), [graph]);
  const spot = graph.spots.find(({ id }) => id === nodo) ?? null;
  const show = async (words: Words) => {
    await navigate({ to: '.', search: { ...search, ...words }, replace: true, resetScroll: false });
  };
  const choose = (id: string) =>
    void show({ nodo: id }).then(() => requestAnimationFrame(() => heading.current?.focus()));
  const close = () => {
    document.querySelector<HTMLElement>(`[data-spot="${CSS.escape(nodo ?? '')}"]`)?.focus();
    void show({ nodo: undefined });
  };
  return (
    <>
      <Through id={root.id} />
      <StateFilters root={root} states={states} />
      <Summary root={root} graph={graph} isWhole={network === null && member === null} />
      <div className="map-beside">
        <div>
          <Chart
            {...{ graph, places, chosen: nodo, first: root.id, choose }}
            key={[aperta, network, member].join()}
          />
        </div>
        <Panel
          {...{ spot, heading, close }}
          unfold={unfoldOf(spot, (id) => void show({ aperta: id }))}
        />
      </div>
    </>
  );
}

function unfoldOf(spot: Spot | null, show: (id: string) => void): (() => void) | null {
  if (spot?.kind !== 'network' || spot.folded === 0) return null;
  return () => {
    show(spot.id);
  };
}

/** What the map shows, in words. */
function Summary({
  root,
  graph,
  isWhole,
}: Readonly<{ root: Root; graph: Graph; isWhole: boolean }>): ReactNode {
  const say = useText(mapMessages);
  const titleOf = useTitle();
  const nets = graph.spots.flatMap((spot) => (spot.kind === 'network' ? [spot.network] : []));
  const size = ({ members }: (typeof nets)[number]) =>
    members.filter(({ status }) => status === 'ACTIVE').length;
  const largest = nets.reduce((one, other) => (size(other) > size(one) ? other : one));
  return (
    <>
      <p>
        <strong>
          {say('summary', {
            ...{ ...graph.counts, name: titleOf(root) },
            ...{ largest: titleOf(largest), members: size(largest) },
          })}
        </strong>
      </p>
      {!isWhole && <p>{say('filtered')}</p>}
      {isWhole && graph.counts.partners === 0 && <p>{say('empty')}</p>}
      {graph.isFolded && <p>{say('folded', { most: MOST })}</p>}
    </>
  );
}
