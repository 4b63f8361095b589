import { describe, expect, it } from '@jest/globals';
import { chosenOf, expiryOf, orderIn, withoutExpired } from './export-job.ts';
import type { ExportJob } from './export-job.ts';

const now = new Date('2030-01-01T12:00:00.000Z');
const file = {
  ...{ name: 'Decisioni.csv', blob: new Blob(['a']), rows: 1, sha256: '' },
  expiresAt: expiryOf(now),
};
const job: ExportJob = {
  ...{ id: 'a', person: 'person-1', state: 'finished', startedAt: '', endedAt: '' },
  ...{ moment: null, position: null, failure: null, file },
  ...{ kind: 'decisions', status: null, columns: [], format: 'csv', language: 'it' },
};

describe('an export', () => {
  it('keeps its file for a week, and then what it was', () => {
    expect(file.expiresAt).toBe('2030-01-08T12:00:00.000Z');
    expect(withoutExpired(job, new Date('2030-01-08T11:59:59.000Z'))).toBe(job);
    expect(withoutExpired(job, new Date('2030-01-08T12:00:00.000Z'))).toEqual({
      ...job,
      file: null,
    });
    expect(withoutExpired({ ...job, file: null }, now).file).toBeNull();
  });

  it('is ordered by an address; what that does not say, or says wrongly, is as always', () => {
    const usual = { kind: 'decisions', status: null, columns: [], format: 'xlsx', language: 'it' };
    expect(orderIn({})).toEqual(usual);
    expect(orderIn({ cosa: 'people', formato: 'pdf', lingua: 'fr' })).toEqual(usual);
    const search = { cosa: 'plans', stato: 'APPROVED', colonne: 'title,total', formato: 'csv' };
    expect(orderIn({ ...search, lingua: 'en' })).toEqual({
      ...{ kind: 'plans', status: 'APPROVED', columns: ['title', 'total'] },
      ...{ format: 'csv', language: 'en' },
    });
  });

  it('has the columns that are named, in the order of the list, or all', () => {
    const all = [{ key: 'a' }, { key: 'b' }, { key: 'c' }];
    expect(chosenOf(all, ['c', 'a', 'x'])).toEqual([{ key: 'a' }, { key: 'c' }]);
    expect(chosenOf(all, [])).toBe(all);
  });
});
