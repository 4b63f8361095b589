import { describe, expect, it } from '@jest/globals';
import { keptIn, standingOf, textOf } from './kept.ts';
import { wordingOf } from './wording.ts';

const wording = (text: string) =>
  wordingOf({ title: 'Finalità', titleEn: null, text, textEn: null });
const at = '2026-11-27T10:42:00.000Z';
const kept = (base: string, mine: string, aside: string | null = null) => ({
  ...{ base: wording(base), mine: wording(mine), at },
  aside: aside === null ? null : wording(aside),
});

describe('a draft of a section', () => {
  it('is unsaved while the plan says what it began from', () => {
    expect(standingOf(kept('Prima', 'Dopo'), wording('Prima'))).toBe('unsaved');
  });

  it('is in conflict once the plan says something else', () => {
    expect(standingOf(kept('Prima', 'Dopo'), wording('Altro'))).toBe('conflict');
  });

  it('is none where the plan says the same, whatever it began from', () => {
    expect(standingOf(kept('Prima', 'Dopo'), wording('Dopo'))).toBe('same');
    expect(standingOf(null, wording('Prima'))).toBe('same');
  });

  it('is kept as a text, and read again', () => {
    const draft = kept('Prima', 'Dopo');
    expect(keptIn(textOf(draft, wording('Prima')))).toStrictEqual(draft);
  });

  it('is forgotten where it says what the plan says, unless another text was laid aside', () => {
    expect(textOf(kept('Prima', 'Dopo'), wording('Dopo'))).toBe('');
    const aside = kept('Dopo', 'Dopo', 'Mio');
    expect(keptIn(textOf(aside, wording('Dopo')))).toStrictEqual(aside);
    expect(keptIn('')).toBeNull();
  });
});
