import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, drawValues, fixedValues, grounds, networkLeadJourney, say } from '@tavolo/demo';
import type { NetworkLeadFacts, Stage, Step } from '@tavolo/demo';
import { refusalsOf, seed, stageOn } from './played.js';
import { forget, startServer } from './server.js';
import type { RunningServer } from './server.js';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  forget(server);
});

interface Agreement {
  readonly status: string;
  readonly inForceFrom: string | null;
  readonly textSha256: string;
  readonly total: { readonly cents: string };
  readonly registration: { readonly protocolNo: string } | null;
  readonly parties: readonly {
    readonly status: string;
    readonly share: { readonly cents: string };
    readonly signature: { readonly textSha256: string } | null;
  }[];
}

interface Network {
  readonly status: string;
  readonly activeBy: string | null;
  readonly parent: { readonly id: string } | null;
  readonly children: readonly { readonly id: string }[];
  readonly lead: { readonly id: string };
  readonly members: readonly { readonly status: string; readonly partner: { id: string } }[];
}

const agreement = async (stage: Stage, id: string) =>
  (
    await stage.ask<{ agreement: Agreement }>(
      `query ($id: ID!) { agreement(id: $id) {
        status inForceFrom textSha256 total { cents } registration { protocolNo }
        parties { status share { cents } signature { textSha256 } }
      } }`,
      { id },
    )
  ).agreement;

interface Ended {
  readonly status: string;
  readonly terminationCause: string | null;
  readonly endedOn: string | null;
}

const ended = async (stage: Stage, id: string) =>
  (
    await stage.ask<{ agreement: Ended }>(
      'query ($id: ID!) { agreement(id: $id) { status terminationCause endedOn } }',
      { id },
    )
  ).agreement;

const network = async (stage: Stage, id: string) =>
  (
    await stage.ask<{ network: Network }>(
      `query ($id: ID!) { network(id: $id) {
        status activeBy parent { id } children { id } lead { id } members { status partner { id } }
      } }`,
      { id },
    )
  ).network;

describe.each([
  ['fixed values', fixedValues.networkLead],
  [`values of seed ${String(seed)}`, drawValues(seed).networkLead],
])('the network lead, with %s', (_name, values) => {
  let facts: NetworkLeadFacts;
  let stage: Stage;
  let told: readonly Step[];
  // Reckoned here, from the values alone.
  const partners = values.areas + values.schools + values.associations;
  let totalCents = values.leadShareCents;
  for (const cents of values.partnerShareCents) totalCents += cents;
  const childCents = values.childShareCents[0] + values.childShareCents[1];

  beforeAll(async () => {
    ({ stage, told } = stageOn(server.url));
    facts = await networkLeadJourney(stage, values);
  }, 120_000);

  it('as of the latest position is now, on what the journey has left', async () => {
    const client = new Client(server.url);
    const lists = `partners { totalCount edges { node { id status memberships { role status } } } }
      networks { totalCount edges { node { id status members { role status } children { id } } } }
      agreements { totalCount edges { node { id status parties { status } } } }
      plans { totalCount edges { node { id status } } }`;
    const now = await client.raw<object>(`{ ${lists} }`);
    const then = await client.raw<{ asOf: object }>(
      `query ($position: String!) { asOf(moment: { position: $position }) { ${lists} } }`,
      { position: now.extensions?.position },
    );
    expect(now.data).toMatchObject({ partners: { totalCount: expect.any(Number) } });
    expect(then.data?.asOf).toStrictEqual(now.data);
  });

  it('the difference from the opening to now shows every party’s signature', async () => {
    const { history } = await stage.ask<{
      history: { edges: readonly { node: { id: string; type: string } }[] };
    }>(`query ($id: ID!) { history(of: $id) { edges { node { id type } } } }`, {
      id: facts.agreement,
    });
    const opened = history.edges.find(({ node }) => node.type === 'AgreementOpenedForSignature');
    const { difference } = await stage.ask<{
      difference: { changes: readonly { path: string }[] };
    }>(
      `query ($id: ID!, $from: ID!) {
        difference(of: $id, from: { eventId: $from }, to: { at: "${new Date().toISOString()}" }) {
          changes { path }
        }
      }`,
      { id: facts.agreement, from: opened?.node.id },
    );
    const signed = difference.changes.filter(({ path }) => /^\/parties\/.*signature/.test(path));
    expect(signed).toHaveLength(partners + 1);
  });

  it('A-1: the agreement is in force by a signature of every party on the same text', async () => {
    const found = await agreement(stage, facts.agreement);
    expect(found.status).toBe('IN_FORCE');
    expect(found.inForceFrom).not.toBeNull();
    expect(found.registration?.protocolNo).toBe(facts.protocolNo);
    expect(found.total.cents).toBe(String(totalCents));
    expect(found.parties).toHaveLength(partners + 1);
    for (const { status, signature } of found.parties) {
      expect(status).toBe('SIGNED');
      expect(signature?.textSha256).toBe(found.textSha256);
    }
    const shares = found.parties.map(({ share }) => Number(share.cents)).sort((a, b) => a - b);
    const expected = [values.leadShareCents, ...values.partnerShareCents];
    expect(shares).toEqual(expected.sort((a, b) => a - b));
  });

  it('N-3, N-5: the regional network is active by it, and the territorial one nested below', async () => {
    const regional = await network(stage, facts.network);
    expect(regional).toMatchObject({ status: 'ACTIVE', activeBy: facts.agreement, parent: null });
    expect(regional.members).toHaveLength(partners + 1);
    expect(new Set(regional.members.map(({ status }) => status))).toEqual(new Set(['ACTIVE']));
    expect(regional.children.map(({ id }) => id)).toEqual([facts.territorialNetwork]);

    const territorial = await network(stage, facts.territorialNetwork);
    expect(territorial.parent?.id).toBe(facts.network);
    expect(regional.members.map(({ partner }) => partner.id)).toContain(territorial.lead.id);
  });

  it('A-8: the agreement below was refused while larger, and is in force within what was left', async () => {
    expect(facts.residualCents).toBe(totalCents);
    const child = await agreement(stage, facts.child);
    expect(child).toMatchObject({ status: 'IN_FORCE', total: { cents: String(childCents) } });
    expect(childCents).toBeLessThanOrEqual(totalCents);
  });

  it('A-1, A-5, A-8, X-3, X-5: what the rules keep out is refused by them, in this order', () => {
    expect(refusalsOf(told)).toEqual([
      'X-5 OwnDraft',
      'A-1 TextDiffers',
      'A-5 MandateNotValid',
      'X-3 MandateLapsed',
      'A-8 ChildOverParent',
    ]);
  });

  it('A-8: the agreement below ends with the one above it, and only a process says so', async () => {
    const head = stage.by(facts.region.head);
    const act = await head.uploads(say('carica l’atto', 'uploads the act'), 'Risoluzione');
    const because = grounds('Le parti sono d’accordo.', act);
    const asked = { agreement: facts.agreement, ...because };
    const terminate = (cause: string) =>
      head.does(say('risolve l’accordo', 'terminates the agreement'), {
        terminateAgreement: { ...asked, cause },
      });
    await expect(terminate('PARENT_ENDED')).rejects.toThrow('only a process says');
    await terminate('CONSENT');
    const child = await stage.until(
      say('finisce anche quello inferiore', 'the one below ends as well'),
      () => ended(stage, facts.child),
      ({ status }) => status !== 'IN_FORCE',
    );
    const above = await ended(stage, facts.agreement);
    expect(above).toMatchObject({ status: 'TERMINATED', terminationCause: 'CONSENT' });
    const { endedOn } = above;
    expect(child).toStrictEqual({
      ...{ status: 'TERMINATED', terminationCause: 'PARENT_ENDED', endedOn },
    });
  });
});
