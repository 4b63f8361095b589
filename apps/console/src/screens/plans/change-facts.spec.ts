import { describe, expect, it } from '@jest/globals';
import { linesOf, weightOf } from './change-facts.ts';
import type { PlanChange } from './change-facts.ts';

const change = (id: string, cents: string, about: Partial<PlanChange> = {}) =>
  ({
    ...{ id, kind: 'REMODULATION', status: 'APPLIED', document: null, amount: { cents } },
    ...about,
  }) as unknown as PlanChange;

describe('the weight of a remodulation', () => {
  const total = 1000n;
  const weight = (changes: readonly PlanChange[], threshold: number | null = 10) =>
    weightOf(changes.at(-1)?.id ?? '', { changes, total, threshold });

  it('PL-9: at the threshold a notice does, above it an authorisation is needed', () => {
    expect(weight([change('a', '100')])).toMatchObject({ share: 0.1, isAbove: false });
    expect(weight([change('a', '101')])).toMatchObject({ isAbove: true });
  });

  it('PL-9: what went by notice since the last authorisation counts too', () => {
    const before = [change('a', '60'), change('b', '300', { document: 'act' }), change('c', '50')];
    expect(weight([...before, change('d', '60')])).toMatchObject({
      ...{ noticed: 50n, share: 0.11, isAbove: true },
    });
  });

  it('PL-9: what was refused, held back or an extension counts for nothing', () => {
    const before = [
      change('a', '90', { status: 'REFUSED' }),
      change('b', '90', { status: 'HELD_BACK' }),
      change('c', '90', { kind: 'COSTED_EXTENSION' }),
    ];
    expect(weight([...before, change('d', '60')])).toMatchObject({ noticed: 0n, isAbove: false });
  });

  it('PL-9: where the call fixes no threshold, every one needs an authorisation', () => {
    expect(weight([change('a', '1')], null)).toMatchObject({ threshold: null, isAbove: true });
  });
});

describe('the lines of a change', () => {
  it('stand by the names that the plan has for them', () => {
    const actions = [{ title: 'Azione', budgetLines: [{ id: '1', category: 'Personale' }] }];
    const lines = ['1', '2'].map((id) => ({ id, before: { cents: '5' }, after: { cents: '7' } }));
    const plan = { actions } as unknown as Parameters<typeof linesOf>[1];
    const found = linesOf({ lines }, plan);
    expect(found.map(({ name, before, after }) => [name, before, after])).toStrictEqual([
      ['Personale · Azione', 5n, 7n],
      ['2', 5n, 7n],
    ]);
  });
});
