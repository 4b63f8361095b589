import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { networkLevel, networkStatus } from '../../words/networks.ts';
import { networkMessages } from './network.messages.ts';

/** A network and those within it, as far down as they were asked for. */
export type Node = Readonly<{
  id: string;
  title: string;
  status: keyof typeof networkStatus.it;
  level: keyof typeof networkLevel.it;
  lead: Readonly<{ id: string; name: string }> | null;
  members: readonly Readonly<{ status: string }>[];
  children?: readonly Node[];
}>;

/** Every network of a tree with its depth, each before those within it. */
export function flattened(
  node: Node,
  depth = 0,
): readonly Readonly<{ node: Node; depth: number }>[] {
  return [{ node, depth }, ...(node.children ?? []).flatMap((one) => flattened(one, depth + 1))];
}

/** How many of a network's members take part now. */
export function activeMembers({ members }: Pick<Node, 'members'>): number {
  return members.filter(({ status }) => status === 'ACTIVE').length;
}

/** The tree as a table: depth is said by the level, and shown by the indent. */
export function Tree({ root }: Readonly<{ root: Node }>): ReactNode {
  const say = useText(networkMessages);
  const status = useText(networkStatus);
  const level = useText(networkLevel);
  const rows = flattened(root);
  const members = rows.reduce((sum, { node }) => sum + activeMembers(node), 0);
  return (
    <>
      <p id="tree">
        <strong>{say('mapFinding', { networks: rows.length, members })}</strong>
      </p>
      <div className="scroll-sideways" tabIndex={0} role="region" aria-labelledby="tree">
        <table className="table tree">
          <thead>
            <tr>
              <th scope="col">{say('name')}</th>
              <th scope="col">{say('level')}</th>
              <th scope="col">{say('state')}</th>
              <th scope="col">{say('lead')}</th>
              <th scope="col" className="numbers">
                {say('membersOf')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ node, depth }) => (
              <tr key={node.id} data-depth={depth}>
                <th scope="row">
                  {depth === 0 ? node.title : <ObjectLink id={node.id}>{node.title}</ObjectLink>}
                </th>
                <td>{level(node.level)}</td>
                <td>
                  <Chip>{status(node.status)}</Chip>
                </td>
                <td>{node.lead && <ObjectLink id={node.lead.id}>{node.lead.name}</ObjectLink>}</td>
                <td className="numbers">{activeMembers(node)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
