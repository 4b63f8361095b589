import { describe, expect, it } from '@jest/globals';
import { fileTypeFromBuffer } from 'file-type';
import { pdfOf } from './pdf.js';

describe('a PDF of the demo', () => {
  const pdf = Buffer.from(pdfOf('Delibera n. 1 (bozza) \\ «è così»', 'seconda riga €'));
  const text = pdf.toString('latin1');

  it('is one to whoever looks at its bytes', async () => {
    expect((await fileTypeFromBuffer(pdf))?.mime).toBe('application/pdf');
  });

  it('names in its table the place of every object', () => {
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(table, table + 4)).toBe('xref');
    const places = [...text.matchAll(/^(\d{10}) 00000 n/gm)].map(([, place]) => Number(place));
    expect(places).toHaveLength(5);
    places.forEach((place, index) => {
      expect(text.slice(place)).toMatch(new RegExp(`^${String(index + 1)} 0 obj`));
    });
  });

  it('says how long its content is, and what no Latin letter is is left out', () => {
    const [, length, content = ''] = /Length (\d+) >>\nstream\n([^]*?)\nendstream/.exec(text) ?? [];
    expect(content).toHaveLength(Number(length));
    expect(content).toContain('(Delibera n. 1 \\(bozza\\) \\\\ "è così") Tj');
    expect(content).toContain('(seconda riga ?) Tj');
  });
});
