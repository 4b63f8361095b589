import { readdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { freshFolder } from '../../event-store/test/folder.js';
import { beginFilling, endFilling, fillingOf, NotThisLog } from './index.js';

describe('a folder that is being filled', () => {
  const path = freshFolder();
  const filling = { command: 'migrate', from: 'data' };

  it('says by what, until it is whole; the same command may go on', () => {
    const folder = path('new');
    expect(fillingOf(folder)).toBeNull();
    beginFilling(folder, filling);
    writeFileSync(`${folder}/log.db`, '');
    expect(fillingOf(folder)).toEqual(filling);
    beginFilling(folder, filling);
    endFilling(folder);
    expect(fillingOf(folder)).toBeNull();
    expect(readdirSync(folder)).toEqual(['log.db']);
  });

  it('is filled by nothing else', () => {
    beginFilling(path('new'), filling);
    for (const other of [
      { command: 'restore', from: 'data' },
      { command: 'migrate', from: 'x' },
    ]) {
      expect(() => beginFilling(path('new'), other)).toThrow(
        /is being filled by `tavolo migrate`/u,
      );
    }
    expect(fillingOf(path('new'))).toEqual(filling);
  });

  it('was empty before, unless it is one that the same command had filled', () => {
    writeFileSync(path('something'), '');
    expect(() => beginFilling(path('.'), filling)).toThrow(NotThisLog);
    expect(fillingOf(path('.'))).toBeNull();
    beginFilling(path('.'), filling, true);
    expect(fillingOf(path('.'))).toEqual(filling);
  });
});
