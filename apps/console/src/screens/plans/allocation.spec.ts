import { describe, expect, it } from '@jest/globals';
import { allotted, boxesOf, labelIn } from './allocation.ts';
import type { Plan } from './compared.ts';

const action = (title: string, cents: readonly string[]) => ({
  ...{ id: title, code: title, title: '', objective: '', total: { cents: '0' } },
  budgetLines: cents.map((amount, place) => ({
    ...{ id: `${title}${String(place)}`, category: 'STAFF', amount: { cents: amount }, shares: [] },
  })),
});
const plan: Pick<Plan, 'actions'> = {
  actions: [action('a', ['1000', '0', '3000']), action('b', ['4000'])],
};

describe('the allocation of a budget', () => {
  it('numbers the lines that have money, the largest first, with their shares', () => {
    expect(allotted(plan).map(({ id, number, share }) => [id, number, share])).toStrictEqual([
      ['b0', 1, 0.5],
      ['a2', 2, 0.375],
      ['a0', 3, 0.125],
    ]);
  });

  it('gives each line an area as its money, and what one action has stands together', () => {
    const boxes = boxesOf(allotted(plan), { width: 804, height: 400 });
    const areas = new Map(boxes.map(({ of, width, height }) => [of.id, width * height]));
    const area = (id: string) => areas.get(id) ?? 0;
    expect(area('a2') / area('a0')).toBeCloseTo(3);
    expect(area('b0') / (area('a2') + area('a0'))).toBeCloseTo(1);
    expect(new Set(boxes.map(({ of, action: place }) => `${of.action}${String(place)}`)).size).toBe(
      2,
    );
    const [first, other] = [...Map.groupBy(boxes, (box) => box.action).values()].map((of) => ({
      left: Math.min(...of.map(({ left }) => left)),
      right: Math.max(...of.map(({ left, width }) => left + width)),
    }));
    expect((other?.left ?? 0) - (first?.right ?? 0)).toBeCloseTo(4);
  });

  it('writes a label in lines that fit, and none that would be cut off', () => {
    expect(labelIn('costi del personale', { width: 120, height: 80 })).toStrictEqual([
      ...['costi del', 'personale'],
    ]);
    expect(labelIn('costi del personale', { width: 120, height: 50 })).toStrictEqual([]);
    expect(labelIn('costi del personale', { width: 80, height: 400 })).toStrictEqual([]);
  });
});
