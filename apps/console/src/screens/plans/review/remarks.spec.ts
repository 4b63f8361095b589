import { describe, expect, it } from '@jest/globals';
import { proposedText, remarksIn, withRemark, without } from './remarks.ts';
import type { Remark } from './remarks.ts';

const comment: Remark = { section: '01', paragraph: 2, kind: 'comment', text: 'Poco chiaro' };
const wording: Remark = { ...comment, kind: 'wording', text: 'Un altro testo' };
const say = (text: string) => `Commento: ${text}`;

describe('a review', () => {
  it('holds one remark of each kind on a paragraph: the last one', () => {
    const held = [comment, wording, { ...comment, text: 'Ora è chiaro' }];
    const all = held.reduce<readonly Remark[]>((so, one) => withRemark(so, one), []);
    expect(all.map(({ text }) => text)).toStrictEqual(['Un altro testo', 'Ora è chiaro']);
    expect(without(all, wording)).toStrictEqual([held[2]]);
  });

  it('is there again as it was kept, and empty where that cannot be read', () => {
    expect(remarksIn(JSON.stringify([comment, { ...comment, kind: 'other' }]))).toStrictEqual([
      comment,
    ]);
    expect(['', '{', '{}'].map((kept) => remarksIn(kept))).toStrictEqual([[], [], []]);
  });

  it('puts a wording in place of the paragraph, and a comment behind it', () => {
    const stands = 'Primo.\n\nSecondo.';
    expect(proposedText(wording, stands, say)).toBe('Un altro testo');
    expect(proposedText(comment, stands, say)).toBe('Secondo. [Commento: Poco chiaro]');
    expect(proposedText(comment, '', say)).toBe('[Commento: Poco chiaro]');
  });
});
