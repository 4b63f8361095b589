import { describe, expect, it } from '@jest/globals';
import { LoginDemands } from '@tavolo/access';
import type { Transactions } from '@tavolo/command';
import { rulebookPresets } from '../contract/index.js';
import { registerLoginDemands } from './login-demands.js';

const rulebook = { ...rulebookPresets.italianCollegialBody };
const streams: Readonly<Record<string, object>> = {
  'board-strict': { rulebook: { ...rulebook, login: { assurance: 'high', withinMinutes: 30 } } },
  'board-plain': { rulebook: { ...rulebook, login: undefined } },
  'sitting-s': { board: 'board-strict' },
  'procedure-p': { board: 'board-strict' },
  'decision-d': { board: 'board-strict' },
  'decision-plain': { board: 'board-plain' },
};
const load = (_aggregate: unknown, stream: string) => {
  const state = streams[stream];
  return Promise.resolve(state ? { state, revision: 0, basis: { stream, revision: 0 } } : null);
};

describe('what a body asks of a login', () => {
  const demands = new LoginDemands();
  registerLoginDemands(demands, { load } as unknown as Transactions);
  const of = (target: string) =>
    demands.of(target.slice(0, target.indexOf('-')), { target, data: {} });

  it.each(['board-strict', 'sitting-s', 'procedure-p', 'decision-d'])(
    'X-3: stands in its rulebook, for %s',
    async (target) => {
      expect(await of(target)).toStrictEqual({ assurance: 'high', withinMinutes: 30 });
    },
  );

  it('X-3: is nothing where the rulebook says nothing, or there is no such thing', async () => {
    expect(await of('decision-plain')).toBeNull();
    expect(await of('sitting-none')).toBeNull();
    expect(await of('plan-none')).toBeNull();
  });

  it('X-3: is SPID level 2 or more in every rulebook to start from', () => {
    const levels = Object.values(rulebookPresets).map(({ login }) => login.assurance);
    expect(new Set(levels)).toStrictEqual(new Set(['substantial']));
  });
});
