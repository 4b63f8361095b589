import { Client, grounds, say, Stage, World } from '@tavolo/demo';
import type { Acting, NetworkLeadFacts } from '@tavolo/demo';
import { agreementOf, signature } from '../../libs/demo/src/journeys/agreements.js';
import { foundAuthority } from '../../libs/demo/src/journeys/ground.js';
import { bearer } from '../identity.js';
import type { Login } from '../identity.js';
import { posted } from './asked.js';
import type { Payload } from './asked.js';

const ago = (minutes: number) => Math.floor(Date.now() / 1_000) - minutes * 60;

/** Logins for acts that ask for one of level `substantial`, of an hour ago at the most. */
export const logins = {
  tooLow: (): Login => ({ acr: 'low', auth_time: ago(0) }),
  tooOld: (): Login => ({ auth_time: ago(61) }),
  /** The issuer does not say when. */
  untold: (): Login => ({}),
  sure: (): Login => ({ auth_time: ago(59) }),
};

const LOGIN = { assurance: 'SUBSTANTIAL', withinMinutes: 60 };
const RULEBOOK = {
  quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
  majority: { base: 'CAST', num: 1, den: 2, strict: true },
  ...{ tie: 'FALLS', recusedLeaveBase: true, noticeDays: 0, representation: [], login: LOGIN },
};

type Act = Readonly<{ asked: object; as: Acting }>;

/** A signature, an approval and an activation, below a board that asks for a fresh login. */
export class WeighingActs {
  private constructor(
    private readonly url: string,
    private readonly acts: Readonly<Record<string, Act>>,
  ) {}

  /** Establishes the board over the plan of the first journey. */
  static async at(url: string, facts: NetworkLeadFacts): Promise<WeighingActs> {
    const stage = new Stage({ client: new Client(url), tell: () => undefined });
    const world = await World.open(stage);
    const { region, plan, agreement } = facts;
    const sha256 = await world.by(region.head).uploads(say('atto', 'act'), 'Istituzione');
    await world.by(region.head).does(say('istituisce l’organo', 'establishes the body'), {
      establishBoard: {
        ...{ name: 'Cabina esigente', level: 'REGION', plan, seats: 3, source: 'SYNTHETIC' },
        ...{ rulebook: RULEBOOK, termUntil: world.day(365), ...grounds('Istituzione.', sha256) },
      },
    });
    const authority = await foundAuthority(world);
    const { textSha256 } = await agreementOf(world, agreement);
    const frozen = { id: agreement, textSha256: textSha256 ?? '' };
    const { signAgreement } = await signature(world, frozen, region);
    const approval = { plan, sha256, document: sha256, cup: 'DEMO00000000000', cents: '100' };
    const { policyVersions } = await stage.ask<{ policyVersions: readonly { hash: string }[] }>(
      '{ policyVersions { hash } }',
    );
    return new WeighingActs(url, {
      signAgreement: { asked: signAgreement, as: region.head },
      approvePlan: { asked: { ...approval, ...grounds('Atto.', sha256) }, as: authority.head },
      activatePolicies: { asked: { hash: policyVersions.at(-1)?.hash }, as: world.founder },
    });
  }

  /** Gives one of them by its name, after such a login. */
  async give(name: string, login: Login): Promise<Payload | null | undefined> {
    const act = this.acts[name];
    if (!act) throw new Error(`no act is named ${name}`);
    const { asked: input, as } = act;
    const body = JSON.stringify({ query: documentOf(name), variables: { input } });
    const headers = { ...(await bearer(as.person, login)), 'tavolo-mandate': as.mandate ?? '' };
    return (await posted(this.url, body, headers)).body.data?.[name];
  }
}

/** Asks for nothing but why it was refused. */
function documentOf(name: string): string {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) { ... on Refusal { rule code } } }`;
}
