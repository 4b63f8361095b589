import { describe, expect, it } from '@jest/globals';
import type { Mandate } from '@tavolo/command';
import type { RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Explainer } from './explainer.js';
import type { Holder, Holders } from './holders.js';
import { ExplanationResolver } from './explanation.resolver.js';

type Parts = ConstructorParameters<typeof Explainer>[0];

const REVISED = 'reviseText';
const agreement = 'agreement-00000000-0000-4000-8000-000000000001';
const mandate = { ref: 'board-1#seat', person: 'person-1' } as unknown as Mandate;
const policies = { active: { book: { hash: 'h', permitting: () => [] } } };

/** Knows one act, on agreements, and one agreement. */
const explainer = new Explainer({
  clock: { now: () => '2030-01-10T09:00:00.000Z' },
  gateway: { founds: () => false },
  instance: { facts: { zone: 'Europe/Rome' } },
  mandates: { find: () => Promise.resolve(null) },
  realm: {
    actsNamed: (type: string) =>
      type === 'ReviseText' ? [{ category: 'agreement', act: { action: 'lead' } }] : [],
    around: (id: string) => Promise.resolve(id === agreement ? { places: new Map() } : null),
  },
  policies,
} as unknown as Parts);

type Told = Readonly<{ isSignedIn?: boolean; mayKnow?: boolean; isThere?: boolean }>;
type Holding = Holder['mandates'];

/** What is answered to somebody who is told what `Told` says, about mandates held or not theirs. */
async function told(about: object, { isSignedIn = true, ...may }: Told, held: Holding = []) {
  const holders = { of: () => Promise.resolve({ person: 'person-1', mandates: held }) };
  const reading = {
    mayKnowWhy: () => Promise.resolve(may.mayKnow ?? true),
    isThere: () => Promise.resolve(may.isThere ?? true),
  };
  const resolver = new ExplanationResolver(
    explainer,
    holders as unknown as Holders,
    reading as never,
  );
  const context = { locale: 'en', sender: isSignedIn ? { person: 'person-1' } : null };
  const asked = { act: REVISED, object: agreement, ...about } as never;
  return await resolver.explanation(asked, context as unknown as RequestContext, {} as Moment);
}

describe('an explanation', () => {
  it('X-12: is of an act that exists, and says how acts are called', async () => {
    const unknown = await told({ act: 'reviseEverything' }, {});
    expect(unknown).toMatchObject({ rule: 'X-12', code: 'ActUnknown' });
    expect(await told({}, {})).toMatchObject({ action: 'lead', object: agreement });
  });

  it('X-12: is of an object that is there, and visible to who asks', async () => {
    const missing = { object: agreement.replace('1', '2') };
    expect(await told(missing, {})).toMatchObject({ rule: 'X-12', code: 'ObjectUnknown' });
    const hidden = await told({}, { isThere: false });
    expect(hidden).toMatchObject({ rule: 'X-12', code: 'ObjectUnknown' });
  });

  it('X-11: is of an object, and of one on which the act is given', async () => {
    const none = await told({ object: undefined }, {});
    expect(none).toMatchObject({ rule: 'X-11', code: 'ObjectMissing' });
    const other = await told({ object: 'plan-00000000-0000-4000-8000-000000000001' }, {});
    expect(other).toMatchObject({ rule: 'X-11', code: 'ObjectOfOtherKind' });
  });

  it('X-12: is given to who signed in', async () => {
    const nobody = await told({}, { isSignedIn: false });
    expect(nobody).toMatchObject({ rule: 'X-12', code: 'NobodyAsks' });
    expect(await told({}, {})).toMatchObject({ action: 'lead' });
  });

  it('X-12: is about others for whom the policies let know why', async () => {
    const others = await told({}, { mayKnow: false });
    expect(others).toMatchObject({ rule: 'X-12', code: 'OthersUnexplained' });
    expect(await told({}, { mayKnow: true })).toMatchObject({ action: 'lead' });
  });

  it('X-3: is of a mandate that the person holds', async () => {
    const foreign = await told({ mandate: mandate.ref }, {}, null);
    expect(foreign).toMatchObject({ rule: 'X-3', code: 'MandateNotTheirs' });
    expect(await told({ mandate: mandate.ref }, {}, [mandate.ref])).toMatchObject({
      action: 'lead',
    });
  });
});
