import { afterEach, beforeEach } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for each test, removed after it. Returns the path of a file in it. */
export function freshFolder(): (name?: string) => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tavolo-events-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return (name = 'events.db') => join(folder, name);
}
