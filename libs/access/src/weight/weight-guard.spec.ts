import { describe, expect, it } from '@jest/globals';
import type { Mandate, Sender } from '@tavolo/command';
import type { LocalDate, MandateRef, PersonRef } from '@tavolo/kernel';
import { LoginDemands } from './login-demands.js';
import type { LoginDemand } from './login-demands.js';
import { WeightGuard } from './weight-guard.js';

const person = 'person-ada' as PersonRef;
const ref = 'board-b#seat-1' as MandateRef;
const mandateOf = (kind: string): Mandate => ({
  ...{ ref, person, organisation: null, kind, from: '2026-01-01' as LocalDate, until: null },
  basis: { stream: 'board-b', revision: 1 },
});
const now = () => new Date('2026-11-27T12:00:00.000Z');
const at = (time: string) => `2026-11-27T${time}.000Z`;

type Given = Readonly<{
  aggregate?: string;
  type?: string;
  kind?: string;
  auth?: Partial<Sender['auth']>;
}>;

async function codeOf(
  demand: LoginDemand | null,
  { aggregate = 'sitting', type = 'CastVote', kind = 'seat', auth = {} }: Given = {},
): Promise<string | null> {
  const demands = new LoginDemands();
  demands.register(aggregate, ({ target }) =>
    Promise.resolve(target === 'sitting-s' ? demand : null),
  );
  const signedIn = { issuer: 'https://issuer.example', assurance: 'substantial', ...auth };
  const refusal = await new WeightGuard(demands, now).refusalOf({
    ...{ message: { aggregate, type, target: 'sitting-s', data: {} } },
    ...{ target: 'sitting-s', sender: { person, mandate: ref, auth: signedIn } },
    mandate: mandateOf(kind),
  });
  return refusal?.code ?? null;
}

describe('an act of weight', () => {
  it('X-3: is none of the administrator, who opens access', async () => {
    expect(await codeOf(null, { kind: 'service' })).toBe('ServiceDecidesNothing');
    for (const kind of ['founder', 'administrator']) {
      expect(await codeOf(null, { kind })).toBe('AdministratorDecidesNothing');
    }
    expect(await codeOf(null, { kind: 'founder', type: 'ConveneMeeting' })).toBeNull();
    expect(await codeOf(null)).toBeNull();
  });

  it.each([
    ['the activation of policies', 'policy', 'ActivatePolicies'],
    ['the confirmation of an administrator', 'appointment', 'ConfirmAdministrator'],
  ])(
    'X-3: is %s, which is the administrator’s, with a login as sure as any body asks',
    async (...of) => {
      const [, aggregate, type] = of;
      const demand = { assurance: 'high', withinMinutes: 10 } as const;
      const activation = { aggregate, type, kind: 'founder' };
      expect(await codeOf(demand, activation)).toBe('LoginTooLow');
      expect(await codeOf(demand, { ...activation, auth: { assurance: 'high' } })).toBe(
        'LoginTooOld',
      );
      const auth = { assurance: 'high', authenticatedAt: at('11:55:00') };
      expect(await codeOf(demand, { ...activation, auth })).toBeNull();
      expect(await codeOf(null, activation)).toBeNull();
    },
  );

  it.each([
    ['none', 'LoginTooLow'],
    ['low', 'LoginTooLow'],
    ['unheard of', 'LoginTooLow'],
    ['substantial', null],
    ['high', null],
  ])('X-3: asks for the level of the body: %s is answered %s', async (assurance, code) => {
    const demand = { assurance: 'substantial', withinMinutes: null } as const;
    expect(await codeOf(demand, { auth: { assurance } })).toBe(code);
    expect(await codeOf(null, { auth: { assurance } })).toBeNull();
    expect(await codeOf(demand, { auth: { assurance }, type: 'RecordArrival' })).toBeNull();
  });

  it.each([
    [at('11:45:00'), null],
    [at('11:44:59'), 'LoginTooOld'],
    [at('12:00:05'), null],
    [at('12:00:06'), 'LoginTooOld'],
    [undefined, 'LoginTooOld'],
    ['some day', 'LoginTooOld'],
  ])('X-3: asks for a login that is fresh: one of %s is answered %s', async (when, code) => {
    const demand = { assurance: 'low', withinMinutes: 15 } as const;
    const auth = when === undefined ? {} : { authenticatedAt: when };
    expect(await codeOf(demand, { auth })).toBe(code);
    expect(await codeOf({ ...demand, withinMinutes: null }, { auth })).toBeNull();
  });
});
