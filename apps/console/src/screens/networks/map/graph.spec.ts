import { describe, expect, it } from '@jest/globals';
import { graphOf, stateOf, statesIn } from './graph.ts';
import type { Net, Part, Root } from './graph.ts';
import { placesOf } from './layout.ts';
import { arrows, nearestTo } from './nearest.ts';

type Member = readonly [partner: string, status: Part['status']];

const net = (id: string, members: readonly Member[], children: readonly Net[] = []): Net => ({
  ...{ id, title: id, titleEn: null, status: 'ACTIVE', level: 'REGION', lead: null, plan: null },
  ...{ agreements: [], children },
  members: members.map(([name, status]) => ({
    ...{ role: 'PARTNER', status, partner: { id: `partner-${name}`, name, kind: 'MUNICIPALITY' } },
  })),
});

const root = {
  ...net(
    'region',
    [
      ['a', 'ACTIVE'],
      ['b', 'INVITED'],
      ['gone', 'LEFT'],
    ],
    [net('north', [['a', 'SUSPENDED']]), net('south', [['c', 'ACTIVE']])],
  ),
  plan: {
    ...{ id: 'plan', title: 'plan', titleEn: null, total: { cents: '0' } },
    boards: [{ id: 'board', name: 'board' }],
  },
} as unknown as Root;

describe('the map of a network', () => {
  it('has bodies, networks by depth and partners in bands, each partner once, none that has left', () => {
    const { spots, counts } = graphOf(root);
    expect(spots.map(({ id, band }) => [id, band])).toStrictEqual([
      ...[['board', 0]],
      ...[['region', 1]],
      ...[['north', 2]],
      ...[['south', 2]],
      ...[['partner-a', 3]],
      ...[['partner-b', 3]],
      ...[['partner-c', 3]],
    ]);
    expect(counts).toStrictEqual({ boards: 1, networks: 3, partners: 3 });
  });

  it('draws a line for each membership, broken where it is not in force', () => {
    expect(graphOf(root).lines.map(({ from, to, isFirm }) => [from, to, isFirm])).toStrictEqual([
      ['board', 'region', true],
      ['region', 'north', true],
      ['region', 'south', true],
      ['region', 'partner-a', true],
      ['north', 'partner-a', false],
      ['region', 'partner-b', false],
      ['south', 'partner-c', true],
    ]);
  });

  it('folds partners into their networks above the most, and shows those of one alone', () => {
    const partnersOf = (graph: ReturnType<typeof graphOf>) =>
      graph.spots.flatMap((spot) => (spot.kind === 'partner' ? [spot.name] : []));
    expect(graphOf(root, { most: 7 })).toMatchObject({ isFolded: false });
    const folded = graphOf(root, { most: 6 });
    expect(folded.isFolded).toBe(true);
    expect(partnersOf(folded)).toStrictEqual([]);
    expect(
      folded.spots.flatMap((spot) => (spot.kind === 'network' ? [[spot.id, spot.folded]] : [])),
    ).toStrictEqual([
      ['region', 2],
      ['north', 1],
      ['south', 1],
    ]);
    expect(partnersOf(graphOf(root, { most: 6, unfolded: 'south' }))).toStrictEqual(['c']);
  });

  it('shows networks and members of one state, and above them what leads there', () => {
    const halted = {
      ...root,
      children: [{ ...net('north', [['a', 'SUSPENDED']]), status: 'SUSPENDED' }, root.children[1]],
    } as unknown as Root;
    const shownOf = (network: Net['status'] | null, member: Part['status'] | null) => {
      const { spots, lines } = graphOf(halted, { states: { network, member } });
      return { spots: spots.map(({ id }) => id), lines: lines.length };
    };
    expect(shownOf('SUSPENDED', null)).toStrictEqual({
      ...{ spots: ['board', 'region', 'north', 'partner-a'], lines: 3 },
    });
    expect(shownOf(null, 'INVITED')).toStrictEqual({
      ...{ spots: ['board', 'region', 'north', 'south', 'partner-b'], lines: 4 },
    });
    expect(shownOf(null, 'LEFT').spots).toContain('partner-gone');
    expect([...statesIn(halted).networks]).toStrictEqual(['ACTIVE', 'SUSPENDED']);
    expect([...statesIn(halted).members]).toContain('LEFT');
  });

  it('marks a partner as active that is so in one of its networks', () => {
    const of = (...all: readonly Part['status'][]) =>
      stateOf(all.map((status) => ({ status, role: 'PARTNER', network: net('n', []) })));
    expect([of('SUSPENDED', 'ACTIVE'), of('INVITED', 'SUSPENDED')]).toStrictEqual([
      ...['ACTIVE', 'INVITED'],
    ]);
  });

  it('stands in bands from left to right, and nothing on top of anything else', () => {
    const places = [...placesOf(graphOf(root)).values()];
    const bands = Map.groupBy(places, ({ x }) => x);
    expect([...bands].map(([x, of]) => [x, of.length])).toStrictEqual([
      ...[[0, 1]],
      ...[[340, 1]],
      ...[[680, 2]],
      ...[[1020, 3]],
    ]);
    for (const of of bands.values()) {
      const heights = of.map(({ y }) => y).sort((one, other) => one - other);
      heights.slice(1).forEach((y, place) => {
        expect(y - (heights[place] ?? 0)).toBeGreaterThanOrEqual(76);
      });
    }
  });

  it('is walked by arrows to what is nearest in their direction, and not beyond its edge', () => {
    const places = new Map([
      ['middle', { x: 0, y: 0 }],
      ['right', { x: 300, y: 10 }],
      ['aside', { x: 200, y: 200 }],
      ['below', { x: 0, y: 90 }],
    ]);
    const to = (from: string, arrow: keyof typeof arrows) => nearestTo(from, arrows[arrow], places);
    expect(to('middle', 'arrowright')).toBe('right');
    expect(to('middle', 'arrowdown')).toBe('below');
    expect(to('right', 'arrowleft')).toBe('middle');
    expect(to('below', 'arrowup')).toBe('middle');
    expect(to('middle', 'arrowleft')).toBeNull();
    expect(to('nowhere', 'arrowleft')).toBeNull();
  });
});
