import { expect, it } from '@jest/globals';
import { CedarAuthorizer, PolicyBook, readPolicies } from '@tavolo/access';
import type { ReadAction } from '@tavolo/access';
import type { PersonRef } from '@tavolo/kernel';
import { BEGINNING } from '@tavolo/projection';
import { Standings } from './standings.js';

/** Nobody holds anything. */
const standings = new Standings({
  readModel: { where: () => Promise.resolve(new Map()) },
  clock: { now: () => '2030-01-01T12:00:00.000Z' },
  instance: { facts: { zone: 'Europe/Rome' } },
} as unknown as ConstructorParameters<typeof Standings>[0]);
const policies = new CedarAuthorizer(new PolicyBook(readPolicies()));

it('X-3: a program of an organisation never reads as a person, a person reads about themself', async () => {
  const may = async (id: string, action: ReadAction) => {
    const asks = { person: id as PersonRef, mandate: null };
    const stances = await standings.of(asks, BEGINNING);
    return stances.some(({ principal, standing }) => {
      const resource = { id, above: [] };
      return policies.decide({ principal, action, resource, standing }).allowed;
    });
  };
  for (const action of ['read', 'readSecret', 'readReasons'] as const) {
    expect([action, await may('person-1', action)]).toStrictEqual([action, true]);
    expect([action, await may('service-1', action)]).toStrictEqual([action, false]);
  }
  expect(await may('service-1', 'readRegister')).toBe(true);
});
