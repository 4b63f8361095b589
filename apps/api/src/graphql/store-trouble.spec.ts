import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '@tavolo/event-store';
import { PrivateStoreFull, PrivateStoreUnavailable } from '@tavolo/private-store';
import { StoreTrouble } from './store-trouble.js';

describe('trouble of a store', () => {
  const heard = (...causes: readonly unknown[]) => {
    const said: string[] = [];
    let at = 0;
    const trouble = new StoreTrouble(
      (sentence) => said.push(sentence),
      () => (at += 60_000),
    );
    for (const cause of causes) trouble.note(cause);
    return said;
  };

  it('is told with the page that says the way out, and no other error is', () => {
    expect(
      heard(
        new StoreUnavailable('Error: database or disk is full'),
        new PrivateStoreFull(new Error('ENOSPC')),
        new PrivateStoreUnavailable(new Error('refused')),
        new TypeError('a defect'),
      ),
    ).toEqual([
      'Error: database or disk is full (docs/runbooks/disk-full.md)',
      'the disk of the private store is full: make room on it (docs/runbooks/disk-full.md)',
      expect.stringMatching(/does not answer \(refused\).*\(docs\/runbooks\/store-away\.md\)$/u),
    ]);
  });

  it('is told once a minute, however many meet it', () => {
    const said: string[] = [];
    let at = 0;
    const trouble = new StoreTrouble(
      (sentence) => said.push(sentence),
      () => at,
    );
    for (at of [0, 1, 59_999, 60_000]) trouble.note(new StoreUnavailable(String(at)));
    expect(said.map((sentence) => sentence.split(' ')[0])).toEqual(['0', '60000']);
  });
});
