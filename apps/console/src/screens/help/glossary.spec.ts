import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { found } from './found.ts';
import { terms } from './glossary.messages.ts';

const rows = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, it = '', en = '']) => ({ it, en }));

/** One thing may have several names, and a remark in brackets. */
const isIn = (cell: string, term: string) => cell.split(/, | \(| \/ /u).includes(term);

describe('the glossary of the help', () => {
  it.each(Object.keys(terms.it) as readonly (keyof typeof terms.it)[])(
    'calls «%s» what the glossary of the product calls it, in both languages',
    (key) => {
      const [italian, english] = [terms.it[key], terms.en[key]];
      expect(
        rows.filter(({ it: cell, en }) => isIn(cell, italian) && isIn(en, english)),
      ).not.toEqual([]);
    },
  );

  it('finds words in terms and meanings of either language, whatever their case and accents', () => {
    expect(found('QUORUM', 'it')).toContain('quorum');
    expect(found('numero legale', 'en')).toContain('quorum');
    expect(found('responsabilita', 'it')).toContain('partnership');
    expect(found('qwerty', 'it')).toStrictEqual([]);
    expect(found('', 'it')).toHaveLength(Object.keys(terms.it).length);
  });

  it('is in the order of the alphabet of the page', () => {
    const [first] = found('', 'it');
    expect(first).toBe('partnership');
    expect(found('', 'en')[0]).toBe('action');
  });
});
