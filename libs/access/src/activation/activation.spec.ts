import { readFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { MemoryEventStore } from '@tavolo/event-store';
import type { InstanceFacts } from '@tavolo/command';
import { Clock } from '@tavolo/command';
import type { Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import { FoundedInstance } from '../founding.js';
import { policyHash, readPolicies } from '../policy/policy-text.js';
import type { PolicyText } from '../policy/policy-text.js';
import type { PolicyActivated } from './activation.events.js';
import { activationDecider } from './activation.js';
import { activateAsFounder } from './founding-policies.js';
import { Policies } from './policies.js';

const given = specificationFor(activationDecider);
const hash = (sign: string) => sign.repeat(64) as Sha256;
const text: PolicyText = { schema: 'entity Person;', files: [] };
const activate = (wanted: Sha256, isAdministrator = true) => ({
  type: 'ActivatePolicies' as const,
  data: { hash: wanted, grounds: { hash: hash('b'), text, isAdministrator } },
});
// The specification acts at 2030-01-01T12:00Z, as a person of its own.
const activated = (of: Sha256, previous: Sha256 | null): PolicyActivated => ({
  type: 'PolicyActivated',
  data: {
    ...{ hash: of, ...text, previous, activatedAt: '2030-01-01T12:00:00.000Z' as Instant },
    activatedBy: 'person-00000000-0000-4000-8000-000000000001' as PersonRef,
  },
});

describe('an activation of policies', () => {
  it('X-11: keeps their text, and says which it takes the place of', () => {
    given()
      .when(activate(hash('b')))
      .then(activated(hash('b'), null));
    given(activated(hash('a'), null))
      .when(activate(hash('b')))
      .then(activated(hash('b'), hash('a')));
  });

  it('X-3: is given by an administrator', () => {
    given()
      .when(activate(hash('b'), false))
      .thenRefused('AdministratorsActivate');
  });

  it('X-8: names what was read, and that is what this server has', () => {
    given()
      .when(activate(hash('c')))
      .thenRefused('OtherPolicies');
  });

  it('X-11: is of policies that are not active', () => {
    given(activated(hash('b'), null))
      .when(activate(hash('b')))
      .thenRefused('PoliciesActiveAlready');
  });

  it('has a sample, which the fold reads', () => {
    const samples = JSON.parse(
      readFileSync(new URL('samples.json', import.meta.url), 'utf8'),
    ) as readonly PolicyActivated[];
    expect(samples.map(({ type }) => type)).toStrictEqual(['PolicyActivated']);
    const state = samples.reduce(activationDecider.evolve, activationDecider.initial);
    expect(state.active).toMatch(/^[0-9a-f]{64}$/u);
  });
});

class SetClock extends Clock {
  at = '2030-01-01T12:00:00.000Z' as Instant;
  now(): Instant {
    return this.at;
  }
}
const facts: InstanceFacts = {
  ...{ id: '00000000-0000-4000-8000-00000000000a' as Uuid, zone: 'Europe/Rome', demo: false },
  ...{ name: 'Regione', founder: 'person-f' as PersonRef, organisation: null },
};
const ours = readPolicies();
/** The same rules under another hash. */
const changed: PolicyText = {
  ...ours,
  files: ours.files.map(({ name, text: of }) => ({ name, text: `${of}\n// Changed.\n` })),
};

it('a founding names the policies by which it is done, which it then activates, and none that let it happen', async () => {
  const [store, clock, instance] = [new MemoryEventStore(), new SetClock(), new FoundedInstance()];
  await instance.found(store, clock, { name: 'Regione', zone: 'Europe/Rome', demo: false });
  await activateAsFounder(store, clock, { facts: instance.facts, text: ours });
  const events = await Array.fromAsync(store.readAll());
  const hash = policyHash(ours);
  expect(events.map(({ type, meta }) => [type, meta.policy])).toStrictEqual([
    ['InstanceFounded', { hash, ids: [] }],
    ['PolicyActivated', { hash, ids: ['policies-are-activated'] }],
  ]);
});

describe('the policies that a server goes by', () => {
  it('are those of its folder until there are active ones, and then these, whatever the folder holds', async () => {
    const store = new MemoryEventStore();
    const clock = new SetClock();
    const before = await Policies.open(store, ours, () => undefined);
    expect(before.active.book.hash).toBe(policyHash(ours));
    await activateAsFounder(store, clock, { facts, text: ours });
    const after = await Policies.open(store, changed, () => undefined);
    expect(after.active.book.hash).toBe(policyHash(ours));
    expect(after.authorizer.hash).toBe(policyHash(ours));
    expect(after.offered.book.hash).toBe(policyHash(changed));
    await activateAsFounder(store, clock, { facts, text: changed });
    await after.reload();
    expect(after.authorizer.hash).toBe(policyHash(changed));
  });

  it('are at once those that another server activates', async () => {
    const store = new MemoryEventStore();
    const here = await Policies.open(store, ours, () => undefined);
    await here.onApplicationBootstrap();
    await activateAsFounder(store, new SetClock(), { facts, text: changed });
    while (here.authorizer.hash === policyHash(ours)) await turn();
    expect(here.authorizer.hash).toBe(policyHash(changed));
    await here.beforeApplicationShutdown();
    await store.close();
  });

  it('X-11: are found again by the time at which they were active, and by their hash', async () => {
    const store = new MemoryEventStore();
    const clock = new SetClock();
    await activateAsFounder(store, clock, { facts, text: ours });
    clock.at = '2031-01-01T12:00:00.000Z' as Instant;
    await activateAsFounder(store, clock, { facts, text: changed });
    await activateAsFounder(store, clock, { facts, text: changed });
    const policies = await Policies.open(store, changed, () => undefined);
    const hashAt = async (at: string) => (await policies.at(at as Instant)).book.hash;
    expect(await hashAt('2029-06-01T00:00:00.000Z')).toBe(policyHash(ours));
    expect(await hashAt('2030-06-01T00:00:00.000Z')).toBe(policyHash(ours));
    expect(await hashAt('2031-06-01T00:00:00.000Z')).toBe(policyHash(changed));
    const versions = await policies.versions();
    expect(versions.map((one) => policyHash(one.text))).toStrictEqual(
      versions.map((one) => one.hash),
    );
    expect(versions).toHaveLength(2);
  });
});
