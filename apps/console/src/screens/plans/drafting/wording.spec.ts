import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { merged, proposalIn, TEXT_MAX, withParagraph, wordingOf, wordsIn } from './wording.ts';

const TEXT = 'Primo.\n\nSecondo.\n\nTerzo.';
const base = wordingOf({ title: 'Finalità', titleEn: null, text: TEXT, textEn: null });
const with2 = (text: string) => ({ ...base, text: withParagraph(TEXT, 2, text) });

describe('the text of a section', () => {
  it('has words, which stops and numbers of spaces are not', () => {
    expect(wordsIn('L’anno  2027 —  due scuole.', 'it')).toBe(4);
    expect(wordsIn(' … ', 'it')).toBe(0);
  });

  it('takes another wording of one paragraph, or of the whole', () => {
    expect(withParagraph(TEXT, 2, 'Altro.')).toBe('Primo.\n\nAltro.\n\nTerzo.');
    expect(withParagraph(TEXT, null, 'Altro.')).toBe('Altro.');
  });
});

describe('what there is to propose of a draft', () => {
  it('is the one paragraph that differs, counted from 1', () => {
    const mine = withParagraph(TEXT, 3, 'Terzo, ma più lungo.');
    expect(proposalIn(TEXT, mine)).toStrictEqual({ paragraph: 3, text: 'Terzo, ma più lungo.' });
  });

  it.each([
    ['two paragraphs differ', 'Uno.\n\nDue.\n\nTerzo.'],
    ['one came', `${TEXT}\n\nQuarto.`],
    ['one went', 'Primo.\n\nTerzo.'],
  ])('is the whole where %s', (_, mine) => {
    expect(proposalIn(TEXT, mine)).toStrictEqual({ paragraph: null, text: mine });
  });

  it('is nothing where nothing differs', () => {
    expect(proposalIn(TEXT, TEXT)).toBeNull();
  });
});

describe('two changes of one wording', () => {
  it('are both kept where they are of different paragraphs', () => {
    const theirs = { ...base, text: withParagraph(TEXT, 3, 'Loro.') };
    expect(merged(base, with2('Mio.'), theirs)?.text).toBe('Primo.\n\nMio.\n\nLoro.');
  });

  it('are both kept where they are of different parts', () => {
    const both = merged(base, { ...base, title: 'Scopo' }, with2('Loro.'));
    expect(both).toStrictEqual({ ...with2('Loro.'), title: 'Scopo' });
  });

  it('are left to somebody who chooses where they are of one paragraph', () => {
    expect(merged(base, with2('Mio.'), with2('Loro.'))).toBeNull();
    expect(merged(base, { ...base, title: 'Scopo' }, { ...base, title: 'Fine' })).toBeNull();
  });

  it('are left to somebody who chooses where a paragraph came or went', () => {
    const longer = { ...base, text: `${TEXT}\n\nQuarto.` };
    expect(merged(base, with2('Mio.'), longer)).toBeNull();
  });

  it('are one where both are the same', () => {
    expect(merged(base, with2('Pari.'), with2('Pari.'))).toStrictEqual(with2('Pari.'));
  });
});

describe('the longest text of a section', () => {
  it('is the same where it is written and where the server takes it', () => {
    const forms = readFileSync('libs/contexts/plans/adapters/graphql/plan.forms.ts', 'utf8');
    const [, most = ''] = /TEXT_MAX = (\d[\d_]*);/u.exec(forms) ?? [];
    expect(Number(most.replaceAll('_', ''))).toBe(TEXT_MAX);
  });
});
