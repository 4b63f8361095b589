import { expect, it } from '@jest/globals';
import { CedarAuthorizer, MemoAuthorizer, PolicyBook, readPolicies, sliceOf } from '@tavolo/access';
import type { Authorizer, Question } from '@tavolo/access';

const above: Readonly<Record<string, readonly string[]>> = {
  'sitting-1': ['board-1'],
  'board-1': ['network-1', 'level-region'],
  'network-1': ['plan-1', 'level-region'],
  'plan-1': ['call-1'],
  'call-1': ['programme-1'],
  'programme-1': ['instance-tavolo'],
  'level-region': ['level-national'],
  'level-national': ['instance-tavolo'],
};
const question: Question = {
  principal: { type: 'Person', id: 'person-1' },
  action: 'vote',
  resource: sliceOf('sitting-1', (id) => above[id] ?? []),
  standing: { mandate: 'seat', forOneself: false, at: { seat: ['board-1'] } },
};

/** Microseconds for one decision, the best of five rounds: others use the machine as well. */
function microsecondsOf(authorizer: Authorizer, times: number): number {
  const rounds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (let n = 0; n < times; n += 1) authorizer.decide(question);
    return ((performance.now() - start) * 1_000) / times;
  });
  return Math.min(...rounds);
}

it('cost of one decision, cached and not', () => {
  const cedar = new CedarAuthorizer(new PolicyBook(readPolicies()));
  const memo = new MemoAuthorizer(cedar);
  expect(memo.decide(question).allowed).toBe(true);
  const asked = microsecondsOf(cedar, 400);
  const remembered = microsecondsOf(memo, 20_000);
  const ratio = asked / remembered;
  process.stdout.write(
    `one decision: ${asked.toFixed(0)} us asked of Cedar, ${remembered.toFixed(2)} us remembered, ratio ${ratio.toFixed(0)}\n`,
  );
  expect(ratio).toBeGreaterThan(50);
});
