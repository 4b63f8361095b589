import { describe, expect, it } from '@jest/globals';
import { LoginDemands } from '@tavolo/access';
import type { Transactions } from '@tavolo/command';
import { rulebookPresets } from '../contract/index.js';
import { registerLoginDemands, strictest } from './login-demands.js';

const rulebook = { ...rulebookPresets.italianCollegialBody };
const set = { level: 'region', network: null, plan: null, dissolved: false };
const streams: Readonly<Record<string, object>> = {
  'board-strict': {
    ...set,
    ...{
      network: 'network-n',
      rulebook: { ...rulebook, login: { assurance: 'high', withinMinutes: 30 } },
    },
  },
  'board-plain': { ...set, rulebook: { ...rulebook, login: undefined } },
  'board-quick': {
    ...set,
    ...{ plan: 'plan-p', rulebook: { ...rulebook, login: { assurance: 'low', withinMinutes: 5 } } },
  },
  'board-region': {
    ...{ ...set, rulebook: { ...rulebook, login: { assurance: 'substantial' } } },
  },
  'board-gone': {
    ...{ ...set, dissolved: true, network: 'network-n' },
    rulebook: { ...rulebook, login: { assurance: 'high', withinMinutes: 1 } },
  },
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
  const above: Readonly<Record<string, readonly string[]>> = {
    'agreement-a': ['network-n', 'plan-p', 'instance-tavolo'],
    'agreement-alone': ['instance-tavolo'],
    'plan-p': ['level-region', 'instance-tavolo'],
    'network-n': ['instance-tavolo'],
    'programme-p': ['instance-tavolo'],
  };
  registerLoginDemands({
    ...{ demands, transactions: { load } as unknown as Transactions },
    // More than are set over it: their own streams say which are.
    boardsOver: () =>
      Promise.resolve(['board-strict', 'board-plain', 'board-quick', 'board-region', 'board-gone']),
    realm: {
      around: (id) => {
        const found = above[id];
        return Promise.resolve(found ? { slice: { id, above: found }, places: new Map() } : null);
      },
    },
  });
  const of = (target: string) =>
    demands.of(target.slice(0, target.indexOf('-')), { target, data: {} });

  it.each(['board-strict', 'sitting-s', 'procedure-p', 'decision-d'])(
    'X-3: stands in its rulebook, for %s',
    async (target) => {
      expect(await of(target)).toStrictEqual({ assurance: 'high', withinMinutes: 30 });
    },
  );

  it('X-3: is for a signature and an approval what every body asks that is set over it or above it', async () => {
    expect(await of('agreement-a')).toStrictEqual({ assurance: 'high', withinMinutes: 5 });
    expect(await of('plan-p')).toStrictEqual({ assurance: 'substantial', withinMinutes: 5 });
    expect(await of('network-n')).toStrictEqual({ assurance: 'high', withinMinutes: 30 });
    for (const data of [{ into: 'network-n', from: 'network-m' }, { network: 'network-n' }]) {
      expect(await demands.of('tree', { target: 'tree-p', data })).toMatchObject({
        assurance: 'high',
      });
    }
    expect(await of('agreement-alone')).toBeNull();
    expect(await of('programme-p')).toBeNull();
  });

  it.each(['policy-tavolo', 'appointment-a', 'partner-p'])(
    'X-3: is for policies, who administers and who is a partner, which bind all bodies, what any of them asks: %s',
    async (target) => {
      expect(await of(target)).toStrictEqual({ assurance: 'high', withinMinutes: 5 });
    },
  );

  it('is of several the highest level and the shortest time', () => {
    const [low, high] = [
      { assurance: 'low', withinMinutes: 5 },
      { assurance: 'high', withinMinutes: null },
    ] as const;
    expect(strictest([low, high])).toStrictEqual({ assurance: 'high', withinMinutes: 5 });
    expect(strictest([high])).toStrictEqual(high);
    expect(strictest([{ ...low, withinMinutes: 9 }, low])).toStrictEqual(low);
    expect(strictest([])).toBeNull();
  });

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
