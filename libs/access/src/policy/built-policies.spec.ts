import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { builtPolicies } from './built-policies.js';
import { checkedPolicies, policyHash, readPolicies } from './policy-text.js';

const folder = mkdtempSync(join(tmpdir(), 'tavolo-policies-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('policies that the build has checked', () => {
  const text = readPolicies();
  const policies = checkedPolicies(text);
  const file = join(folder, 'checked.json');
  writeFileSync(file, JSON.stringify({ hash: policyHash(text), policies }));
  const built = pathToFileURL(file);

  it('are those of the check itself, for the very text that was checked', () => {
    expect(builtPolicies(policyHash(text), built)).toStrictEqual(policies);
  });

  it('are none for a text with one letter more', () => {
    const [first, ...others] = text.files;
    if (!first) throw new Error('there are no policies');
    const changed = { ...text, files: [{ ...first, text: `${first.text} ` }, ...others] };
    expect(builtPolicies(policyHash(changed), built)).toBeNull();
  });

  it('are none where nothing was built', () => {
    expect(builtPolicies(policyHash(text), new URL('none.json', built))).toBeNull();
  });
});
