import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { PersonRef } from '@tavolo/kernel';
import { MemoryPrivateStore } from '@tavolo/private-store';
import { BoundAccounts } from './accounts.js';
import { NobodyHere, TokenAuthenticator } from './authenticator.js';
import type { Credential } from './claim-mapping.js';
import type { TokenVerifier } from './token-verifier.js';

const person = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const service = 'service-00000000-0000-4000-8000-000000000002' as PersonRef;
const issuer = 'https://issuer.example';

/** Believes every token, and takes it for the subject; `program` in front says what it is of. */
const tokens: Pick<TokenVerifier, 'verify'> = {
  verify: (token) => {
    const isService = token.startsWith('program.');
    const credential: Credential = {
      ...{ issuer, subject: token.slice(token.indexOf('.') + 1), assurance: 'low' },
      ...{ authenticatedAt: null, isService },
    };
    return Promise.resolve(credential);
  },
};

/** How often the logins of somebody were discarded. */
const generations = new Map<PersonRef, number>();
let privateStore: MemoryPrivateStore;
let accounts: BoundAccounts;
let authenticator: TokenAuthenticator;
const whoIs = async (token: string) => {
  const headers = { authorization: `Bearer ${token}` };
  return (await authenticator.principalOf({ headers, method: 'POST' }))?.person;
};

beforeEach(async () => {
  generations.clear();
  privateStore = new MemoryPrivateStore();
  accounts = new BoundAccounts(privateStore, { generationOf: (one) => generations.get(one) ?? 0 });
  authenticator = new TokenAuthenticator(tokens as TokenVerifier, accounts);
  await accounts.bind({ issuer, subject: 'ada' }, { person, isFirst: false, generation: 0 });
  await accounts.bind(
    { issuer, subject: 'app' },
    { person: service, isFirst: false, generation: 0 },
  );
});

describe('a bearer token', () => {
  it('is of a person, or of a service where it is a program’s own', async () => {
    expect(await whoIs('person.ada')).toBe(person);
    expect(await whoIs('program.app')).toBe(service);
  });

  it('X-3: of a program never acts as a person, nor a person’s as a service', async () => {
    await expect(whoIs('program.ada')).rejects.toThrow(NobodyHere);
    await expect(whoIs('person.app')).rejects.toThrow(NobodyHere);
  });
});

describe('a login that was discarded', () => {
  it('X-3: is nobody’s any more; one of its person that was bound since is', async () => {
    generations.set(person, 1);
    await expect(whoIs('person.ada')).rejects.toThrow(NobodyHere);
    expect(await whoIs('program.app')).toBe(service);
    const bound = { person, isFirst: true, generation: 1 };
    expect(await accounts.bind({ issuer, subject: 'anew' }, bound)).toMatchObject({ person });
    expect(await whoIs('person.anew')).toBe(person);
    expect(await accounts.bind({ issuer, subject: 'third' }, bound)).toBeNull();
  });
});

describe('a new key for the hashes of logins', () => {
  it('X-3: leaves each login whose it is, and moves it when it is used', async () => {
    await privateStore.renewSecret('accounts');
    await privateStore.renewSecret('accounts');
    expect(
      await accounts.bind(
        { issuer, subject: 'ada' },
        { person: service, isFirst: false, generation: 0 },
      ),
    ).toStrictEqual({ person, generation: 0 });
    expect(await whoIs('person.ada')).toBe(person);
    expect(await accounts.holderOf({ issuer, subject: 'nobody' })).toBeNull();
    const [newest, ...before] = await accounts.marksOf({ issuer, subject: 'ada' });
    expect(new Set([newest, ...before]).size).toBe(3);
    const moves = jest.spyOn(privateStore, 'moveAccount');
    expect(await whoIs('person.ada')).toBe(person);
    expect(moves).not.toHaveBeenCalled();
    expect(await whoIs('program.app')).toBe(service);
    expect(moves).toHaveBeenCalledTimes(1);
  });
});
