import '@xyflow/react/dist/base.css';
import { MiniMap, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import type { Edge } from '@xyflow/react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useRef, useState } from 'react';
import { keyIn } from '../../../app/keys.ts';
import { useText } from '../../../app/text.ts';
import { Bands } from './bands.tsx';
import { Find } from './find.tsx';
import type { Graph } from './graph.ts';
import { SPOT } from './layout.ts';
import type { Place } from './layout.ts';
import { mapMessages } from './map.messages.ts';
import { arrows, nearestTo } from './nearest.ts';
import { SpotView } from './spot.tsx';
import type { SpotNode } from './spot.tsx';
import { useWords } from './use-words.ts';

type Props = Readonly<{
  graph: Graph;
  places: ReadonlyMap<string, Place>;
  chosen: string | null;
  /** Where the Tab key comes to before anything was chosen. */
  first: string;
  choose: (id: string) => void;
}>;

const nodeTypes = { spot: SpotView };
const SMALLEST = 0.1;
const LEGIBLE = 0.5;
const READABLE = 0.75;
/** Fewer than these are seen at once. */
const MANY = 40;

/** The map itself, with what steers it: by pointer, by touch, by keys, by name. */
export function Chart(props: Props): ReactNode {
  return (
    <ReactFlowProvider>
      <Steered {...props} />
    </ReactFlowProvider>
  );
}

function Steered({ graph, places, chosen, first, choose }: Props): ReactNode {
  const say = useText(mapMessages);
  const flow = useReactFlow();
  const frame = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(chosen ?? first);
  const go = (id: string) => {
    const place = places.get(id);
    if (!place) return;
    setCurrent(id);
    const zoom = Math.max(flow.getZoom(), READABLE);
    void flow.setCenter(place.x + SPOT.width / 2, place.y + SPOT.height / 2, { zoom });
    focusOn(frame.current, id);
  };
  const wholly = () => void flow.fitView({ minZoom: SMALLEST });
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => void flow.zoomIn(),
    '-': () => void flow.zoomOut(),
    '0': wholly,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const key = keyIn(event) ?? '';
    const arrow = Object.hasOwn(arrows, key) ? arrows[key as keyof typeof arrows] : null;
    const next = arrow && nearestTo(current, arrow, places);
    if (arrow || Object.hasOwn(keys, key)) event.preventDefault();
    if (next !== null) go(next);
    keys[key]?.();
  };
  return (
    <>
      <div className="filters no-print">
        <Find spots={graph.spots} go={go} />
        <ZoomButtons {...{ whole: wholly }} />
      </div>
      <div ref={frame} className="map" onKeyDown={onKeyDown}>
        <Flow
          {...{ graph, places, chosen, choose }}
          current={places.has(current) ? current : first}
        />
      </div>
      <p className="no-print">{say('keys')}</p>
    </>
  );
}

function focusOn(frame: HTMLElement | null, id: string): void {
  const button = frame?.querySelector<HTMLElement>(`[data-spot="${CSS.escape(id)}"]`);
  button?.focus({ preventScroll: true });
}

function ZoomButtons({ whole }: Readonly<{ whole: () => void }>): ReactNode {
  const say = useText(mapMessages);
  const flow = useReactFlow();
  const button = (label: string, act: () => unknown) => (
    <button type="button" className="btn btn-outline-primary" onClick={() => void act()}>
      {label}
    </button>
  );
  return (
    <div className="steering-buttons" role="group" aria-label={say('map')}>
      {button(say('zoomIn'), () => flow.zoomIn())}
      {button(say('zoomOut'), () => flow.zoomOut())}
      {button(say('whole'), whole)}
    </div>
  );
}

function Flow({
  graph,
  places,
  chosen,
  current,
  choose,
}: Omit<Props, 'first'> & Readonly<{ current: string }>): ReactNode {
  const say = useText(mapMessages);
  const wordsOf = useWords();
  const nodes = graph.spots.map((spot): SpotNode => ({
    ...{ id: spot.id, type: 'spot', position: places.get(spot.id) ?? { x: 0, y: 0 } },
    ...{ width: SPOT.width, height: SPOT.height, className: 'map-node' },
    data: {
      ...{ ...wordsOf(spot), id: spot.id, shape: spot.kind, choose },
      ...{ isCurrent: spot.id === current, isChosen: spot.id === chosen },
    },
  }));
  const edges = graph.lines.map(({ from, to, isFirm }): Edge => ({
    // What hangs together is said by the places themselves.
    domAttributes: { 'aria-hidden': true },
    ...{ id: `${from} ${to}`, source: from, target: to, type: 'default' },
    ...{ className: isFirm ? 'map-line' : 'map-line map-line-open', ariaRole: 'presentation' },
  }));
  return (
    <ReactFlow
      {...{ nodes, edges, nodeTypes, 'aria-label': say('map'), minZoom: SMALLEST }}
      {...{ fitView: true, fitViewOptions: { minZoom: LEGIBLE } }}
      {...{ nodesDraggable: false, nodesConnectable: false, nodesFocusable: false }}
      {...{ edgesFocusable: false, elementsSelectable: false, disableKeyboardA11y: true }}
      {...{ zoomOnScroll: false, preventScrolling: false, zoomOnDoubleClick: false }}
      proOptions={{ hideAttribution: true }}
    >
      <Bands spots={graph.spots} places={places} />
      {graph.spots.length >= MANY && <MiniMap ariaLabel={say('overview')} pannable />}
    </ReactFlow>
  );
}
