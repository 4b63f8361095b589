import { describe, expect, it } from '@jest/globals';
import { activeMembers, flattened } from './tree.tsx';
import type { Node } from './tree.tsx';

const network = (id: string, children: readonly Node[] = []): Node => ({
  ...{ id, title: id, titleEn: null, status: 'ACTIVE', level: 'REGION', lead: null, children },
  members: [{ status: 'ACTIVE' }, { status: 'LEFT' }],
});

describe('the tree of a network', () => {
  it('has each network before those within it, with its depth', () => {
    const root = network('region', [network('a', [network('a1')]), network('b')]);
    const seen = flattened(root).map(({ node, depth }) => [node.id, depth]);
    expect(seen).toStrictEqual([
      ['region', 0],
      ['a', 1],
      ['a1', 2],
      ['b', 1],
    ]);
  });

  it('shows nothing of what lies within a closed one, and says that there is something', () => {
    const root = network('region', [network('a', [network('a1')]), network('b')]);
    const seen = flattened(root, new Set(['a'])).map(({ node, isParent }) => [node.id, isParent]);
    expect(seen).toStrictEqual([
      ['region', true],
      ['a', true],
      ['b', false],
    ]);
  });

  it('counts members that take part now, and no others', () => {
    expect(activeMembers(network('region'))).toBe(1);
  });
});
