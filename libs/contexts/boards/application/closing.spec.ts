import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Circumstances } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { Uuid } from '@tavolo/event-store';
import type { Sha256 } from '@tavolo/kernel';
import { MemoryBallotBoxes } from '@tavolo/private-store';
import type { BallotForm } from '../contract/index.js';
import { discreetly } from './closing.js';
import { VoteBoxes } from './vote-boxes.js';

const commandId = '00000000-0000-4000-8000-000000000001' as Uuid;
const textSha256 = 'a'.repeat(64) as Sha256;
const ref = { stream: 'sitting-1', item: 'i1', textSha256 };

let boxes: VoteBoxes;

beforeEach(async () => {
  boxes = new VoteBoxes(new MemoryBallotBoxes(), new MemoryEventStore());
  await boxes.make(ref);
});

const cast = (form: BallotForm, said: Partial<Circumstances> = {}) =>
  discreetly(
    { boxes },
    { ref, isOpen: true, form, sealed: [], key: null },
    { data: { choice: 'for' }, choice: 'for', about: { commandId, ...said } },
  );

describe('a vote that is given', () => {
  it.each<[string, Partial<Circumstances>]>([
    ['a reason', { reason: 'it is too dear' }],
    ['a norm', { legalBasis: ['L. 241/1990'] }],
    ['a document', { documents: [{ sha256: textSha256 }] }],
  ])('D-3: hidden or secret carries no more than itself: not %s', async (_, said) => {
    for (const form of ['hidden', 'secret'] as const) {
      const kept = { rule: 'D-3', code: 'GroundsDisclose' };
      expect((await cast(form, said))?.refusal).toMatchObject(kept);
      expect((await cast(form))?.refusal).toBeNull();
      expect((await cast(form, { correlationId: commandId }))?.refusal).toBeNull();
    }
    expect(await cast('named', said)).toBeNull();
  });

  it('D-3: hidden or secret is known in the log by a mark under the key of its box', async () => {
    for (const form of ['hidden', 'secret'] as const) {
      expect((await cast(form))?.data.choice).toMatch(/^(?!for$).+/u);
    }
  });
});
