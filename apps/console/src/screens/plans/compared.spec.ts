import { describe, expect, it } from '@jest/globals';
import { comparedLines, comparedSections, sumOf } from './compared.ts';

const section = (id: string, text: string, title = id) => ({ id, title, text });
const action = (title: string, lines: Readonly<Record<string, string>>) => ({
  ...{ id: title, code: null, title, objective: null, total: { cents: '0' } },
  budgetLines: Object.entries(lines).map(([id, cents]) => ({
    ...{ id, category: id, amount: { cents }, shares: [] },
  })),
});

describe('sections of a plan beside an earlier text', () => {
  it('are compared word by word, by their ids and not by their place', () => {
    const before = { sections: [section('a', 'Una scuola'), section('b', 'Tre reti')] };
    const now = { sections: [section('b', 'Tre reti'), section('a', 'Una scuola aperta')] };
    expect(comparedSections(now, before, 'it')).toStrictEqual([
      { id: 'b', title: 'b', kind: 'same', runs: [{ kind: 'same', text: 'Tre reti' }] },
      {
        ...{ id: 'a', title: 'a', kind: 'changed' },
        runs: [
          { kind: 'same', text: 'Una scuola' },
          { kind: 'inserted', text: ' aperta' },
        ],
      },
    ]);
  });

  it('that came or went stand whole, those that went at the end', () => {
    const before = { sections: [section('old', 'Via')] };
    const now = { sections: [section('new', 'Ecco')] };
    expect(comparedSections(now, before, 'it')).toStrictEqual([
      { id: 'new', title: 'new', kind: 'added', runs: [{ kind: 'inserted', text: 'Ecco' }] },
      { id: 'old', title: 'old', kind: 'removed', runs: [{ kind: 'deleted', text: 'Via' }] },
    ]);
  });

  it('of another title alone have changed', () => {
    const [one] = comparedSections(
      { sections: [section('a', 'Uno', 'Dopo')] },
      { sections: [section('a', 'Uno', 'Prima')] },
      'it',
    );
    expect(one?.kind).toBe('changed');
  });

  it('without a comparison are the same', () => {
    const [one] = comparedSections({ sections: [section('a', 'Uno')] }, null, 'it');
    expect(one).toMatchObject({ kind: 'same', runs: [{ kind: 'same', text: 'Uno' }] });
  });
});

describe('lines of a budget beside an earlier one', () => {
  const now = { actions: [action('Scuola', { staff: '1250000', rooms: '1' })] };

  it('say what they were; who came was nothing, who went is nothing', () => {
    const before = { actions: [action('Scuola', { staff: '1000000', travel: '500' })] };
    expect(comparedLines(now, before)).toMatchObject([
      { id: 'staff', cents: 1_250_000n, before: 1_000_000n },
      { id: 'rooms', cents: 1n, before: 0n },
      { id: 'travel', cents: 0n, before: 500n },
    ]);
  });

  it('were nothing in particular without a comparison, and add up to the cent', () => {
    const lines = comparedLines(now, null);
    expect(lines.map(({ before }) => before)).toStrictEqual([null, null]);
    expect(sumOf(lines)).toBe(1_250_001n);
  });
});
