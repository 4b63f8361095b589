import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, fixedValues, networkLeadJourney, Stage } from '@tavolo/demo';
import type { NetworkLeadFacts } from '@tavolo/demo';
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
  const { agreement, network, area } = facts;
  return stageNow.ask<Found>(LOOK, { agreement, network, partner: area.id });
};
const entries = async (stageNow: Stage, of: string, type: string) => {
  const { history } = await stageNow.ask<{
    history: { edges: readonly { node: Entry }[] };
  }>(HISTORY, { of });
  return history.edges.map(({ node }) => node).filter((entry) => entry.type === type);
};
const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

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
    const lapsed = await entries(later, facts.area.id, 'PartnerEligibilityLapsed');
    expect(lapsed).toMatchObject([{ effectiveOn: dayAfter(eligibleUntil) }]);
    // A second start finds nothing left to do.
    await server.sleepUntil(`${String(Number(end.slice(0, 4)) + 3)}-06-01T08:00:00.000Z`);
    const again = new Stage({ client: new Client(server.url), tell: () => undefined });
    expect(await entries(again, facts.agreement, 'AgreementExpired')).toHaveLength(1);
    expect(await entries(again, facts.area.id, 'PartnerEligibilityLapsed')).toHaveLength(1);
  });
});
