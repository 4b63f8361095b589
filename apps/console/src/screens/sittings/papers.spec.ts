import { describe, expect, it } from '@jest/globals';
import { countedIn, papersIn } from './papers.ts';

function formOf(fields: readonly (readonly [name: string, value: string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe('the tally of papers', () => {
  it('D-3: counts papers and voters, what is not written yet as none', () => {
    const form = formOf([
      ['for', '3'],
      ['against', ''],
      ['abstain', '1'],
      ['voters', 'seat-1'],
      ['voters', 'seat-2'],
      ['tellers', 'person-1'],
    ]);
    expect(countedIn(form)).toStrictEqual({ papers: 4, voters: 2 });
  });

  it('sends no number that nobody wrote', () => {
    expect(papersIn(formOf([['for', '']]), 'for')).toBeNaN();
    expect(papersIn(formOf([['for', '0']]), 'for')).toBe(0);
  });
});
