import {
  preparsePolicySet,
  preparseSchema,
  statefulIsAuthorized,
} from '@cedar-policy/cedar-wasm/nodejs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainlyAllowed } from '../../test/plain-rules.js';
import { Questions } from '../../test/questions.js';
import type { Hierarchy } from '../../test/questions.js';
import { CedarAuthorizer, contextOf, verdictOf } from './cedar-authorizer.js';
import { keyOf, MemoAuthorizer } from './memo-authorizer.js';
import { PolicyBook } from './policy-book.js';
import { readPolicies, staticOf } from './policy-text.js';
import type { Question, Verdict } from './question.js';

const text = readPolicies();
const book = new PolicyBook(text);
const cedar = new CedarAuthorizer(book);
// Parsed once, under a name of its own: beside, not through, what is tested.
preparsePolicySet('whole', { staticPolicies: staticOf(book.all) });
preparseSchema('whole', text.schema);
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
/** Cedar with every scope of the graph and its near parents, nothing flattened, nothing left out. */
function onFullGraph({ parentsOf, ids }: Hierarchy, question: Question): Verdict {
  const { principal, action, resource, standing } = question;
  const scope = (id: string) => ({ type: 'Scope', id });
  return verdictOf(
    statefulIsAuthorized({
      ...{ principal, action: { type: 'Action', id: action }, resource: scope(resource.id) },
      ...{ context: contextOf(standing), validateRequest: true },
      ...{ preparsedPolicySetId: 'whole', preparsedSchemaName: 'whole' },
      entities: ids.map((id) => {
        return { uid: scope(id), attrs: {}, parents: parentsOf(id).map(scope) };
      }),
    }),
  );
}

describe('the policies', () => {
  it('property: a decision on the slice is the decision on the whole graph', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = new Questions(seed);
        const hierarchy = draw.hierarchy(12);
        const question = draw.question(hierarchy);
        expect(cedar.decide(question)).toStrictEqual(onFullGraph(hierarchy, question));
      }),
      { numRuns: 300 },
    );
  });

  it('property: whoever stands alike gets the same answer', () => {
    const known = new Map<string, Verdict>();
    let met = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = new Questions(seed);
        const question = draw.question(draw.hierarchy(12));
        const key = keyOf(cedar.hash, question);
        const verdict = cedar.decide(question);
        if (known.has(key)) met += 1;
        expect(verdict).toStrictEqual(known.get(key) ?? verdict);
        known.set(key, verdict);
      }),
      { numRuns: 2_000 },
    );
    expect(met).toBeGreaterThan(500);
  });

  it('property: 100,000 random requests are decided as the rules written by hand decide them', () => {
    const memo = new MemoAuthorizer(cedar);
    const tally = { allowed: 0, denied: 0 };
    fc.assert(
      fc.property(seeds, (seed) => {
        const draw = new Questions(seed);
        const hierarchy = draw.hierarchy(12);
        for (let n = 0; n < 500; n += 1) {
          const question = draw.question(hierarchy);
          const { allowed, trouble } = memo.decide(question);
          tally[allowed ? 'allowed' : 'denied'] += 1;
          const isSame = trouble === null && allowed === plainlyAllowed(question);
          if (!isSame) throw new Error(`decided otherwise: ${JSON.stringify(question)}`);
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
    expect(tally.allowed + tally.denied).toBe(100_000);
    expect(tally.allowed).toBeGreaterThan(5_000);
  });
});
