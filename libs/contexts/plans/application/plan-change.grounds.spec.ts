import { describe, expect, it } from '@jest/globals';
import { Agreements } from '@tavolo/agreements';
import { Decisions } from '@tavolo/boards';
import { Instance } from '@tavolo/command';
import type { Envelope, InstanceFacts } from '@tavolo/command';
import type { PartialDate } from '@tavolo/kernel';
import { Partners } from '@tavolo/partners';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import { Budgets, Calls } from '@tavolo/programmes';
import type { LineAmounts } from '../contract/index.js';
import { plan } from '../domain/plan.js';
import { amounts, document, second, twoLines } from '../test/changes.js';
import { callStanding, cents, line, partnerStanding, planId } from '../test/examples.js';
import { personRef, region, school, town, uuid } from '../test/examples.js';
import { PlanRequest } from './plan.aggregate.js';
import { PlanChangeGrounds } from './plan-change.grounds.js';

const nothing = () => Promise.resolve(null);
const union = `partner-${uuid(8)}` as PartnerId;
class NoAgreements extends Agreements {
  standing = nothing;
}
class NoDecisions extends Decisions {
  standing = nothing;
}
class NoBudgets extends Budgets {
  standing = nothing;
}
class OneCall extends Calls {
  standing() {
    return Promise.resolve(callStanding);
  }
}
class KnownPartners extends Partners {
  readonly asked: PartnerId[] = [];
  readonly heirs = new Map<PartnerId, PartnerId>();
  standing(id: PartnerId): Promise<PartnerStanding | null> {
    this.asked.push(id);
    const successor = this.heirs.get(id) ?? null;
    return Promise.resolve({
      ...partnerStanding(id, 'municipality'),
      successor,
    });
  }
}
class TestInstance extends Instance {
  readonly facts = { id: uuid(10) } as InstanceFacts;
}

const partners = new KnownPartners();
partners.heirs.set(town, school);
partners.heirs.set(school, union);
const grounds = new PlanChangeGrounds({
  ...{ agreements: new NoAgreements(), decisions: new NoDecisions() },
  ...{ budgets: new NoBudgets(), calls: new OneCall() },
  ...{ instance: new TestInstance(), partners },
});
const state = twoLines.reduce<typeof plan.initial>(plan.evolve, plan.initial);
const envelope = {
  by: { person: personRef(1), mandate: null, organisation: null },
  commandId: uuid(11),
} as unknown as Envelope;
const groundsOf = async (type: 'DraftRemodulation' | 'RequestExtension', lines: LineAmounts[]) => {
  const about = {
    kind: 'costed',
    end: '2031' as PartialDate,
    addedCents: cents(0),
    document,
  };
  const asked = { type, data: { ...about, lines } } as never;
  const answer = await grounds.of(new PlanRequest(planId, asked, envelope), state);
  if (!answer || !('command' in answer)) throw new Error('a command was expected');
  return answer as unknown as {
    command: { data: { grounds: { heirs: readonly PartnerId[] } } };
    basis: readonly { stream: string }[];
  };
};
const toUnion = [{ line, cents: cents(1), shares: [{ partner: union, cents: cents(1) }] }];

describe('who may be given a share of an approved plan', () => {
  it.each(['DraftRemodulation', 'RequestExtension'] as const)(
    'PA-9: is who stands in the place of a partner of it, through others too: %s',
    async (type) => {
      const { command, basis } = await groundsOf(type, toUnion);
      expect(command.data.grounds.heirs).toStrictEqual([school, union]);
      const streams = basis.map(({ stream }) => stream);
      expect(streams).toStrictEqual(expect.arrayContaining([region, town, school, union]));
      expect(new Set(streams).size).toBe(streams.length);
    },
  );

  it('PA-9: is asked of no partner while all have a part already', async () => {
    partners.asked.length = 0;
    const { command } = await groundsOf('DraftRemodulation', [amounts(second, 0, 100_00)]);
    expect(command.data.grounds.heirs).toStrictEqual([]);
    expect(partners.asked).toStrictEqual([]);
  });
});
