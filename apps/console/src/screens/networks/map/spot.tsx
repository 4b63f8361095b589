import { Handle, Position } from '@xyflow/react';
import type { Node, NodeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import { Mark } from './mark.tsx';
import type { SpotWords } from './use-words.ts';

/** What is drawn of something on the map. */
export type SpotData = SpotWords &
  Readonly<{
    id: string;
    shape: string;
    /** The one that the Tab key comes to. */
    isCurrent: boolean;
    isChosen: boolean;
    choose: (id: string) => void;
  }>;

/** Something on the map, as React Flow knows it. */
export type SpotNode = Node<SpotData, 'spot'>;

/** One thing on the map: a button with its name, what it is, and its state. */
export function SpotView({ data }: NodeProps<SpotNode>): ReactNode {
  const { id, name, kind, state, tone, shape, isCurrent, isChosen, choose } = data;
  return (
    <>
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <button
        type="button"
        className="map-spot nodrag nopan"
        data-spot={id}
        data-shape={shape}
        aria-pressed={isChosen}
        tabIndex={isCurrent ? 0 : -1}
        title={name}
        onClick={() => {
          choose(id);
        }}
      >
        <b>{name}</b>
        <small>
          {tone && <Mark tone={tone} />} {kind}
          {state !== null && `, ${state}`}
        </small>
      </button>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  );
}
