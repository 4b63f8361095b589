import { describe, expect, it } from '@jest/globals';
import { placeOfField } from './field.ts';

const plan = {
  sections: [{ id: '02-finalita' }],
  tables: [
    {
      contributions: [
        { id: 'c1', on: '02-finalita' },
        { id: 'c2', on: 'action-1' },
      ],
    },
  ],
};

describe('where a field of a plan is shown', () => {
  it('is the drafting, at the element of its path', () => {
    const path = 'actions.a1.interventions.i1.owner';
    expect(placeOfField(path, plan)).toStrictEqual({ tab: 'stesura', hash: `campo-${path}` });
  });

  it('is the section that a contribution is on, where it is on one', () => {
    const [one, two] = ['c1', 'c2'].map((id) => `tables.t1.contributions.${id}.status`);
    expect(placeOfField(one ?? '', plan)).toMatchObject({ sezione: '02-finalita' });
    expect(placeOfField(two ?? '', plan)).not.toHaveProperty('sezione');
  });

  it('is the course for what a body decides, and nowhere for what no page has', () => {
    expect(placeOfField('adoption', plan)?.tab).toBe('iter');
    expect(placeOfField('findings.f1.followUp', plan)).toBeNull();
  });
});
