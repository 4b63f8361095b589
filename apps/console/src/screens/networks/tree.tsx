import type { KeyboardEvent, ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../../app/text.ts';
import type { Titled } from '../../app/titles.ts';
import { useTitle } from '../../app/titles.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { HeldExport } from '../../parts/held-export.tsx';
import { networkLevel, networkStatus } from '../../words/networks.ts';
import { networkMessages } from './network.messages.ts';

/** A network and those within it, as far down as they were asked for. */
export type Node = Titled &
  Readonly<{
    id: string;
    status: keyof typeof networkStatus.it;
    level: keyof typeof networkLevel.it;
    lead: Readonly<{ id: string; name: string }> | null;
    members: readonly Readonly<{ status: string }>[];
    children?: readonly Node[];
  }>;

/** A network of a tree: how deep it lies, and whether there are others within it. */
export type TreeRow = Readonly<{ node: Node; depth: number; isParent: boolean }>;

const NONE: ReadonlySet<string> = new Set();

/** Every network of a tree, each before those within it; of a closed one nothing within it. */
export function flattened(
  node: Node,
  closed: ReadonlySet<string> = NONE,
  depth = 0,
): readonly TreeRow[] {
  const within = node.children ?? [];
  const shown = closed.has(node.id) ? [] : within;
  return [
    { node, depth, isParent: within.length > 0 },
    ...shown.flatMap((one) => flattened(one, closed, depth + 1)),
  ];
}

/** How many of a network's members take part now. */
export function activeMembers({ members }: Pick<Node, 'members'>): number {
  return members.filter(({ status }) => status === 'ACTIVE').length;
}

/** The tree as a table: depth is said by the level, and shown by the indent; parts of it close. */
export function Tree({ root }: Readonly<{ root: Node }>): ReactNode {
  const say = useText(networkMessages);
  const titleOf = useTitle();
  const [closed, setClosed] = useState(NONE);
  const all = flattened(root);
  const members = all.reduce((sum, { node }) => sum + activeMembers(node), 0);
  const columns = useColumns();
  const turn = (id: string, isOpen: boolean) => {
    const next = new Set(closed);
    if (isOpen) next.delete(id);
    else next.add(id);
    setClosed(next);
  };
  return (
    <>
      <p id="tree">
        <strong>{say('mapFinding', { networks: all.length, members })}</strong>
      </p>
      <div className="scroll-sideways" tabIndex={0} role="region" aria-labelledby="tree">
        <table className="table tree">
          <thead>
            <tr>
              {columns.map(({ key, title, isNumber }) => (
                <th key={key} scope="col" className={isNumber === true ? 'numbers' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {flattened(root, closed).map((row) => (
              <Row key={row.node.id} row={row} isOpen={!closed.has(row.node.id)} turn={turn} />
            ))}
          </tbody>
        </table>
      </div>
      <HeldExport name={titleOf(root)} columns={columns} rows={all} />
    </>
  );
}

function useColumns(): readonly Column<TreeRow>[] {
  const say = useText(networkMessages);
  const status = useText(networkStatus);
  const level = useText(networkLevel);
  const titleOf = useTitle();
  return [
    { key: 'name', title: say('name'), value: ({ node }) => titleOf(node) },
    { key: 'level', title: say('level'), value: ({ node }) => level(node.level) },
    { key: 'state', title: say('state'), value: ({ node }) => status(node.status) },
    { key: 'lead', title: say('lead'), value: ({ node }) => node.lead?.name ?? null },
    {
      ...{ key: 'members', title: say('membersOf'), isNumber: true },
      value: ({ node }) => activeMembers(node),
    },
  ];
}

function Row({
  row: { node, depth, isParent },
  isOpen,
  turn,
}: Readonly<{
  row: TreeRow;
  isOpen: boolean;
  turn: (id: string, isOpen: boolean) => void;
}>): ReactNode {
  const status = useText(networkStatus);
  const level = useText(networkLevel);
  const titleOf = useTitle();
  return (
    <tr data-depth={depth}>
      <th scope="row">
        {isParent && <Turner {...{ isOpen, turn }} id={node.id} name={titleOf(node)} />}
        {depth === 0 ? titleOf(node) : <ObjectLink id={node.id}>{titleOf(node)}</ObjectLink>}
      </th>
      <td>{level(node.level)}</td>
      <td>
        <Chip>{status(node.status)}</Chip>
      </td>
      <td>{node.lead && <ObjectLink id={node.lead.id}>{node.lead.name}</ObjectLink>}</td>
      <td className="numbers">{activeMembers(node)}</td>
    </tr>
  );
}

/** Opens and closes what lies within: by a press, or by the arrows right and left. */
function Turner({
  id,
  name,
  isOpen,
  turn,
}: Readonly<{
  id: string;
  name: string;
  isOpen: boolean;
  turn: (id: string, isOpen: boolean) => void;
}>): ReactNode {
  const say = useText(networkMessages);
  const byArrows = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    turn(id, event.key === 'ArrowRight');
  };
  return (
    <button
      type="button"
      className="turner no-print"
      aria-expanded={isOpen}
      aria-label={say('within', { name })}
      onKeyDown={byArrows}
      onClick={() => {
        turn(id, !isOpen);
      }}
    >
      <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
    </button>
  );
}
