import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { say } from '@tavolo/demo';
import type { Acting } from '@tavolo/demo';
import type { Payload } from './asked.js';
import { Ground } from './ground.js';

const tries = say('prova', 'tries');
let ground: Ground;
let founder: Acting;

beforeAll(async () => {
  ground = await Ground.start();
  ({ founder } = ground.world);
});
afterAll(() => ground.server.stop());

async function refusalOf(name: string, input: object, as: Acting): Promise<Payload | null> {
  const { body } = await ground.givesInVain(name, input, { as, language: 'en' });
  return body.data?.[name] ?? null;
}

const invitation = (network: string) => ({
  ...{ network, partner: ground.facts.area.id },
  ...{ role: 'OBSERVER', until: ground.world.day(30) },
});

describe('who may write, over HTTP', () => {
  it('X-3: the lead of the network below is kept from the one above, and told who may', async () => {
    const { area, network } = ground.facts;
    const refused = await refusalOf('inviteMember', invitation(network), area.head);
    expect(refused).toMatchObject({ rule: 'X-3', code: 'NotPermitted' });
    expect(refused?.message).toContain('The lead, or a coordinator');
  });

  it('X-3: the lead of the plan comes past the policies, in its network and in the one below', async () => {
    const { network, region, territorialNetwork } = ground.facts;
    for (const each of [network, territorialNetwork]) {
      // That the members stand since the award is the decider's to say.
      const refused = await refusalOf('inviteMember', invitation(each), region.head);
      expect(refused?.rule).toBe('N-8');
    }
  });

  it('X-3: the administrator signs nothing; who acts for a party comes past the policies', async () => {
    const { agreement, region } = ground.facts;
    const sha256 = await ground.world.by(ground.world.founder).uploads(tries, 'Firma');
    const input = {
      ...{ agreement, party: region.id, signatory: region.head.person, level: 'DIGITAL' },
      ...{ textSha256: sha256, signedAt: ground.world.now(), container: sha256, report: sha256 },
      ...{ reason: 'Firma.', documents: [{ sha256 }] },
    };
    const prohibited = await refusalOf('signAgreement', input, founder);
    expect(prohibited).toMatchObject({ rule: 'X-3', code: 'AdministratorDecidesNothing' });
    const decided = await refusalOf('signAgreement', input, region.head);
    expect(decided?.rule).not.toBe('X-3');
  });
});
