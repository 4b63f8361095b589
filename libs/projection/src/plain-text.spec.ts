import { describe, expect, it } from '@jest/globals';
import { plainText, says, wordsIn } from './plain-text.js';

describe('text that is looked for', () => {
  it('has neither case nor accents', () => {
    expect(plainText('PERÒ città')).toBe('pero citta');
  });

  it('is parted into words by whatever is no letter and no digit', () => {
    expect(wordsIn(' Lab’Impact  12/2016 ')).toEqual(['lab', 'impact', '12', '2016']);
    expect(wordsIn(' – ')).toEqual([]);
  });

  it('is said by a row whose fields hold every word, numbers and parts of words among them', () => {
    const row = { title: 'Rete di Città', number: 12, other: 'piano', none: null };
    const fields = ['title', 'number', 'none', 'missing'];
    expect(says(row, { fields, words: ['citt', '12'] })).toBe(true);
    expect(says(row, { fields, words: ['citta', 'piano'] })).toBe(false);
    expect(says(row, { fields, words: [] })).toBe(true);
  });
});
