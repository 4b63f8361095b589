import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { acting, eventAt, filled, temporaryFolder, thing, things } from '../fixture.js';
import type { Moment } from '../projection.js';
import type { Narrowing } from '../read-model.js';
import type { SqliteReadModel } from './sqlite-read-model.js';

let folder: ReturnType<typeof temporaryFolder>;
let model: SqliteReadModel;
const at = { ordinal: 1 } as Moment;

beforeEach(() => {
  folder = temporaryFolder();
  const rows = ['a', 'b', 'c', 'd'].map((id) => ({
    put: thing(id, { state: id < 'c' ? 'draft' : 'final' }),
  }));
  const accented = { put: thing('e', { name: 'più', state: 'lost' }) };
  model = filled(join(folder.path, 'model.sqlite'), [eventAt(1, acting(...rows, accented))]);
});
afterEach(() => {
  model.close();
  folder.remove();
});

async function found(narrowed: Narrowing): Promise<readonly string[]> {
  const { rows, totalCount } = await model.page(things, { narrowed }, at);
  expect(totalCount).toBe(rows.length);
  return rows.map(({ row }) => row.id);
}

describe('a list that is narrowed for the one who asks', () => {
  it('has what lies within, by a column, by a field that is none, or by either', async () => {
    expect(await found({ within: { fields: ['state'], values: ['draft'] } })).toEqual(['a', 'b']);
    expect(await found({ within: { fields: ['name'], values: ['c'] } })).toEqual(['c']);
    const either = { fields: ['id', 'state'], values: ['a', 'final'] };
    expect(await found({ within: either })).toEqual(['a', 'c', 'd']);
    expect(await found({ within: { fields: ['id'], values: [] } })).toEqual([]);
  });

  it('lacks what is left out, whatever else it is; a field that is absent leaves nothing out', async () => {
    const within = { fields: ['state'], values: ['draft'] };
    expect(await found({ within, without: { fields: ['id'], values: ['a'] } })).toEqual(['b']);
    expect(await found({ without: { fields: ['missing'], values: ['a'] } })).toHaveLength(5);
  });

  it('has what says every word, without case and accents, in one field or another', async () => {
    const said = async (fields: readonly string[], ...words: readonly string[]) => {
      const { rows, totalCount } = await model.page(things, { saying: { fields, words } }, at);
      expect(totalCount).toBe(rows.length);
      return rows.map(({ row }) => row.id);
    };
    expect(await said(['id', 'state'], 'dra')).toEqual(['a', 'b']);
    expect(await said(['id', 'state'], 'fin', 'd')).toEqual(['d']);
    expect(await said(['id', 'missing', 'parent'], 'fin')).toEqual([]);
    expect(await said(['name'], 'piu')).toEqual(['e']);
    const narrowed = { without: { fields: ['id'], values: ['a'] } };
    const saying = { fields: ['state'], words: ['draft'] };
    const { rows } = await model.page(things, { narrowed, saying }, at);
    expect(rows.map(({ row }) => row.id)).toEqual(['b']);
    const bad = { saying: { fields: ["x' OR 1"], words: ['a'] } };
    await expect(model.page(things, bad, at)).rejects.toThrow(RangeError);
  });

  it('pages and counts what is left, and takes no name that is none of a field', async () => {
    const narrowed = { without: { fields: ['id'], values: ['b'] } };
    const page = await model.page(things, { first: 2, narrowed }, at);
    expect(page.rows.map(({ row }) => row.id)).toEqual(['a', 'c']);
    expect(page).toMatchObject({ totalCount: 4, hasNextPage: true });
    const bad = { within: { fields: ["x' OR 1"], values: ['a'] } };
    await expect(model.page(things, { narrowed: bad }, at)).rejects.toThrow(RangeError);
  });
});
