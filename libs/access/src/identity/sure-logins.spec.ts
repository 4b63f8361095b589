import { describe, expect, it } from '@jest/globals';
import type { PersonRef } from '@tavolo/kernel';
import { LoginTooLow } from '../session/relying-party.js';
import { Authenticator } from './authenticator.js';
import type { Principal } from './authenticator.js';
import type { Assurance } from './claim-mapping.js';
import { SureLogins } from './sure-logins.js';

const person = 'person-00000000-0000-4000-8000-000000000001';
const service = 'service-00000000-0000-4000-8000-000000000002';

class Always extends Authenticator {
  constructor(private readonly principal: Principal | null) {
    super();
  }
  override principalOf(): Promise<Principal | null> {
    return Promise.resolve(this.principal);
  }
}

/** What comes of a login of this level where that one is asked for. */
const admit = (who: string, level: string, least: Assurance) => {
  const auth = { issuer: 'https://issuer.example', assurance: level };
  const logins = new Always({ person: who as PersonRef, auth, session: null });
  return new SureLogins(logins, least).principalOf({ headers: {}, method: 'POST' });
};

describe('a login of a lower level than the server asks of everybody', () => {
  it('is let in nowhere, and its neighbour is', async () => {
    await expect(admit(person, 'low', 'substantial')).rejects.toThrow(LoginTooLow);
    await expect(admit(person, 'of no scheme', 'low')).rejects.toThrow(LoginTooLow);
    expect(await admit(person, 'substantial', 'substantial')).toMatchObject({ person });
    expect(await admit(person, 'high', 'substantial')).toMatchObject({ person });
    expect(await admit(person, 'low', 'low')).toMatchObject({ person });
  });

  it('is not that of a program, nor of nobody', async () => {
    expect(await admit(service, 'low', 'high')).toMatchObject({ person: service });
    const nobody = new SureLogins(new Always(null), 'high');
    expect(await nobody.principalOf({ headers: {}, method: 'GET' })).toBeNull();
  });
});
