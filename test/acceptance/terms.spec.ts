import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, fixedValues, grounds, networkLeadJourney, say, Stage, World } from '@tavolo/demo';
import type { NetworkLeadFacts } from '@tavolo/demo';
import { EventStore } from '@tavolo/event-store';
import type { Meta } from '@tavolo/event-store';
import { budgetOf } from '@tavolo/programmes';
import type { BudgetEvent } from '../../libs/contexts/programmes/domain/budget.events.js';
import {
  at,
  cents,
  colleague,
  committed,
  plan,
} from '../../libs/contexts/programmes/test/budget.js';
import { ready, town, uuid } from '../../libs/contexts/programmes/test/budget.js';
import { eligiblePartner, foundAuthority } from '../../libs/demo/src/journeys/ground.js';
import { atRest } from './ground.js';
import { recordedByProgram } from './two-pairs-of-eyes.js';
import { logins, WeighingActs } from './weighing-acts.js';
import { testIssuer } from '../identity.js';
import type { Login } from '../identity.js';
import { WalkedServer } from '../walked-server.js';

interface Entry {
  readonly type: string;
  readonly recordedAt: string;
  readonly effectiveOn: string | null;
  readonly actor: { readonly id: string };
}

const LOOK = `query ($agreement: ID!, $network: ID!, $partner: ID!) {
  agreement(id: $agreement) { status end }
  network(id: $network) { status }
  partner(id: $partner) { status eligibleUntil }
}`;
const HISTORY = `query ($of: ID!) { history(of: $of, first: 100) { edges { node {
  type recordedAt effectiveOn actor { id }
} } } }`;

let server: WalkedServer;
let stage: Stage;
let facts: NetworkLeadFacts;

beforeAll(async () => {
  server = await WalkedServer.start();
  stage = new Stage({ client: new Client(server.url), tell: () => undefined });
  facts = await networkLeadJourney(stage, fixedValues.networkLead);
}, 120_000);
afterAll(() => server.forget());

interface Found {
  readonly agreement: { readonly status: string; readonly end: string };
  readonly network: { readonly status: string };
  readonly partner: { readonly status: string; readonly eligibleUntil: string | null };
}

const look = (stageNow: Stage) => {
  const { agreement, network, region } = facts;
  return stageNow.ask<Found>(LOOK, { agreement, network, partner: region.id });
};
const entries = async (stageNow: Stage, of: string, type: string) => {
  const { history } = await stageNow.ask<{
    history: { edges: readonly { node: Entry }[] };
  }>(HISTORY, { of });
  return history.edges.map(({ node }) => node).filter((entry) => entry.type === type);
};
const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

interface Place {
  readonly lead: { readonly id: string } | null;
  readonly members: readonly {
    readonly status: string;
    readonly ceasedAt: string | null;
    readonly partner: { readonly id: string };
  }[];
}

const PLACES = `query ($above: ID!, $below: ID!, $partner: ID!) {
  above: network(id: $above) { lead { id } members { status ceasedAt partner { id } } }
  below: network(id: $below) { lead { id } members { status ceasedAt partner { id } } }
  aboveWaits: waitingFor(object: $above) { move waitsFor { kind } }
  belowWaits: waitingFor(object: $below) { move waitsFor { kind } }
  partnerWaits: waitingFor(object: $partner) { move waitsFor { kind } }
}`;
interface Places {
  readonly above: Place;
  readonly below: Place;
  readonly aboveWaits: readonly { readonly move: string }[];
  readonly belowWaits: readonly { readonly move: string }[];
  readonly partnerWaits: readonly { readonly move: string }[];
}

/** Of an area that is a member of the regional network, and leads the territorial one below. */
const places = (stageNow: Stage) => {
  const { network: above, territorialNetwork: below, area } = facts;
  return stageNow.ask<Places>(PLACES, { above, below, partner: area.id });
};
const areaIn = ({ members }: Place) => members.find(({ partner }) => partner.id === facts.area.id);

describe('an act of weight, where a board asks for a login of an hour at the most', () => {
  let weighing: WeighingActs;
  beforeAll(async () => {
    server.trusts(await testIssuer());
    weighing = await WeighingActs.at(server.url, facts);
    await atRest(stage, server.url);
  });

  async function keepsOutOthers(name: string): Promise<void> {
    const codeAfter = async (login: Login) => (await weighing.give(name, login))?.code;
    expect(await codeAfter(logins.tooLow())).toBe('LoginTooLow');
    expect(await codeAfter(logins.tooOld())).toBe('LoginTooOld');
    expect(await codeAfter(logins.untold())).toBe('LoginTooOld');
  }

  it.each(['signAgreement', 'approvePlan'])(
    'X-3: %s is not let in after a lower or an older login, and comes past it after a sure one',
    async (name) => {
      await keepsOutOthers(name);
      const decided = await weighing.give(name, logins.sure());
      expect([decided?.rule, decided?.code]).toStrictEqual(['X-11', 'WrongState']);
    },
  );

  it('X-3: activatePolicies is not let in after another login either, and says in its event after which it was', async () => {
    await keepsOutOthers('activatePolicies');
    await weighing.give('activatePolicies', logins.sure());
    const log = server.app.get(EventStore).readStream('policy-tavolo');
    const [{ authenticatedAt = '', ...auth } = {}, ...others] = await Array.fromAsync(
      log,
      ({ meta }): Partial<Meta['auth']> => meta.auth,
    );
    expect(others).toStrictEqual([]);
    expect(auth).toStrictEqual({ issuer: 'https://issuer.example', assurance: 'substantial' });
    const minutes = (Date.now() - Date.parse(authenticatedAt)) / 60_000;
    expect(minutes).toBeGreaterThan(58);
    expect(minutes).toBeLessThan(61);
  });
});

describe('a program and who answers for it', () => {
  it('X-5, X-3: are one pair of eyes under any mandate: what it recorded another person approves, and it approves nothing', async () => {
    server.trusts(await testIssuer());
    const { world, ...eyes } = await recordedByProgram(server.url);
    const [approves, { approve }] = [say('approva il verbale', 'approves the minutes'), eyes];
    const byProgram = ['X-3', 'ServiceDecidesNothing'] as const;
    await world.by(eyes.program).isKeptOut(byProgram, approves, approve);
    for (const same of [eyes.responsible, eyes.otherwise]) {
      await world.by(same).isKeptOut(['X-5', 'SamePerson'], approves, approve);
    }
    const { eventId } = await world.by(eyes.colleague).does(approves, approve);
    expect(eventId).not.toBe('');
  });
});

describe('a partner that is excluded', () => {
  it('N-2, PA-7: leads no more and is an active member of nothing, and the authority is waited for', async () => {
    const world = await World.open(stage);
    const authority = await foundAuthority(world);
    const notice = await world.by(authority.head).uploads(say('avvio', 'notice'), 'Avvio');
    const replyUntil = world.day(11);
    await world.by(authority.head).does(say('propone l’esclusione', 'proposes the exclusion'), {
      openExclusion: { partner: facts.area.id, replyUntil, ...grounds('Inadempienza', notice) },
    });
    const before = await places(stage);
    expect(before.below.lead?.id).toBe(facts.area.id);
    expect(areaIn(before.above)).toMatchObject({ status: 'ACTIVE', ceasedAt: null });
    await server.sleepUntil(`${world.day(13)}T08:00:00.000Z`);
    // It listens elsewhere now.
    stage = new Stage({ client: new Client(server.url), tell: () => undefined });
    const waiting = await stage.until(
      say('il termine è decorso', 'the time to reply is over'),
      () => places(stage),
      ({ partnerWaits }) => partnerWaits.some(({ move }) => move === 'DECIDE_EXCLUSION'),
    );
    expect(waiting.partnerWaits.map(({ move }) => move)).not.toContain('ANSWER_EXCLUSION');
    await stage.by(authority.officer).does(say('esclude l’ente', 'excludes the body'), {
      excludePartner: { partner: facts.area.id, ...grounds('Nessuna risposta', notice) },
    });
    const after = await stage.until(
      { it: 'le reti ne prendono atto', en: 'the networks take note of it' },
      () => places(stage),
      ({ above, below }) => below.lead === null && areaIn(above)?.ceasedAt !== null,
    );
    expect(areaIn(after.above)).toMatchObject({ status: 'SUSPENDED' });
    expect(areaIn(after.below)).toMatchObject({ status: 'SUSPENDED' });
    const authorityWaits = { waitsFor: { kind: 'AUTHORITY' } };
    expect(after.aboveWaits).toContainEqual({ move: 'END_MEMBERSHIP', ...authorityWaits });
    expect(after.belowWaits).toContainEqual({ move: 'REPLACE_LEAD', ...authorityWaits });
  });
});

const budget = budgetOf(plan);
/** What a budget says, with a partner of this story in the place of the one of the examples. */
function inTheNameOf(partner: string, facts: readonly BudgetEvent[]): readonly BudgetEvent[] {
  return JSON.parse(JSON.stringify(facts).replaceAll(town, partner)) as readonly BudgetEvent[];
}
const decommitted: BudgetEvent = {
  type: 'FundsDecommitted',
  data: {
    ...{ commitment: uuid(21), cents: cents(40), pool: 'plan' },
    ...{ decommittedBy: colleague, decommittedAt: at },
  },
};

describe('a partner in whose place another one stands', () => {
  it('PA-6, PA-9: leaves what it had committed to its successors, who cannot leave before it is closed', async () => {
    const world = await World.open(stage);
    const authority = await foundAuthority(world);
    const admit = (n: number) => {
      const name = `Comune dimostrativo ${world.tag}-${String(n)}`;
      const role = say('legale rappresentante', 'legal representative');
      return eligiblePartner(world, { name, kind: 'MUNICIPALITY', role }, authority);
    };
    const [first, second, last] = [await admit(1), await admit(2), await admit(3)] as const;
    await server.says(budget, ...inTheNameOf(first.id, [...ready, committed(40)]));
    const head = world.by(authority.head);
    const act = await head.uploads(say('fusione', 'merger'), 'Fusione');
    for (const [partner, successor] of [[first, second] as const, [second, last] as const]) {
      await head.does(say('registra il subentro', 'records the succession'), {
        recordSuccession: {
          ...{ partner: partner.id, successor: successor.id, on: world.day() },
          ...grounds('Fusione', act),
        },
      });
    }
    // Listed with the last one by processes: the budget with the first, and each with its successor.
    await atRest(stage, server.url);
    await world.by(last.head).does(say('chiede il recesso', 'asks to withdraw'), {
      requestWithdrawal: { partner: last.id, ...grounds('Recesso', act) },
    });
    const confirm = { confirmWithdrawal: { partner: last.id, ...grounds('Recesso', act) } };
    const confirms = say('conferma il recesso', 'confirms the withdrawal');
    await head.isKeptOut(['PA-6', 'CommitmentsOpen'], confirms, confirm);
    await server.says(budget, decommitted);
    await head.does(confirms, confirm);
    const { partner } = await stage.ask<{ partner: { readonly status: string } }>(
      'query ($id: ID!) { partner(id: $id) { status } }',
      { id: last.id },
    );
    expect(partner.status).toBe('WITHDRAWN');
  });
});

describe('what ends with a day', () => {
  it('A-10, PA-2: has not ended before it', async () => {
    const found = await look(stage);
    expect(found).toMatchObject({
      ...{ agreement: { status: 'IN_FORCE' }, network: { status: 'ACTIVE' } },
      partner: { status: 'ELIGIBLE' },
    });
  });

  it('A-10, PA-2, N-3: ends by itself, also while the server is down, once, with effect from its day', async () => {
    const before = await look(stage);
    const { end } = before.agreement;
    const eligibleUntil = before.partner.eligibleUntil ?? '';
    await server.sleepUntil(`${String(Number(end.slice(0, 4)) + 2)}-06-01T08:00:00.000Z`);
    const later = new Stage({ client: new Client(server.url), tell: () => undefined });
    const found = await later.until(
      { it: 'tutto è scaduto', en: 'all of it has ended' },
      () => look(later),
      ({ network, partner, agreement }) =>
        agreement.status === 'EXPIRED' &&
        network.status === 'SUSPENDED' &&
        partner.status === 'REGISTERED',
    );
    expect(found.partner.eligibleUntil).toBeNull();
    const expired = await entries(later, facts.agreement, 'AgreementExpired');
    expect(expired).toMatchObject([
      { effectiveOn: dayAfter(end), actor: { id: 'system:agreementTerm' } },
    ]);
    const lapsed = await entries(later, facts.region.id, 'PartnerEligibilityLapsed');
    expect(lapsed).toMatchObject([{ effectiveOn: dayAfter(eligibleUntil) }]);
    // A second start finds nothing left to do.
    await server.sleepUntil(`${String(Number(end.slice(0, 4)) + 3)}-06-01T08:00:00.000Z`);
    const again = new Stage({ client: new Client(server.url), tell: () => undefined });
    expect(await entries(again, facts.agreement, 'AgreementExpired')).toHaveLength(1);
    expect(await entries(again, facts.region.id, 'PartnerEligibilityLapsed')).toHaveLength(1);
  });
});
