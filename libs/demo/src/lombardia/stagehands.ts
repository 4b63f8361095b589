import type { Body as Known } from '../lab-impact/cast.js';
import { start } from '../lab-impact/plans.js';
import type { Story } from '../lab-impact/story.js';
import { networkPacts, regionalPact, steady } from './agreements.js';
import type { RunningPlan, Told } from './agreements.js';
import type { AreaBodies } from './bodies.js';
import type { Hand } from './door.js';
import { foundingStages, namesText, ordersAt } from './life.js';
import type { Stage } from './life.js';
import { admitAll, constitute, networkId, propose, territorial } from './networks.js';
import type { NewNetwork } from './networks.js';
import { carryOut, PactOrders } from './pact.js';
import type { Now, Order, Papers } from './pact.js';
import { adoptPlan, beginPlan, designPlan, fundPlan, submitPlan } from './plans.js';
import type { Begun, Makers, Sketch } from './plans.js';
import type { Sizes } from './sizes.js';
import type { Wave, Waves } from './waves.js';

const INVITATION_DAYS = 30;
/** Commands that found a network, its members apart: proposal, territory, nesting, constitution. */
const FOUNDING_COMMANDS = 4;
/** So many areas share the budget of a plan: its lines stay few. */
const SHARERS = 4;
const NEVER: Now = { today: '2016-01-01', at: '2016-01-01T00:00:00.000Z', textSha256: '' };

interface Parts {
  readonly hand: Hand;
  readonly story: Story;
  readonly waves: Waves;
  readonly sizes: Sizes;
  readonly papers: Papers;
  readonly makers: Makers;
}

/** Plans, networks and agreements, each from a few words of the telling. */
export class Stagehands {
  constructor(private readonly parts: Parts) {}

  /** A plan from its call to its execution, with its networks and the agreements they rest on. */
  async runPlan(index: number, areas: readonly AreaBodies[]): Promise<RunningPlan> {
    const { story, makers, sizes } = this.parts;
    story.chapter(`lombardia plan ${String(index)}`);
    const begun = await beginPlan(story, makers, index);
    const networked = areas.slice(0, sizes.networks);
    const leads = networked.map(({ lead }) => lead);
    const running = await this.#foundNetworks(begun, networked);
    const { network } = running;
    const partners = leads.slice(0, SHARERS);
    const sha256 = await designPlan(story, makers, { begun, network, partners });
    await adoptPlan(story, makers, { begun, network, sha256 });
    await submitPlan(story, { begun, sha256 });
    await fundPlan(story, makers, { begun, sha256 });
    await this.#conclude([steady(regionalPact(running))]);
    await this.#conclude(networkPacts(running).map(steady));
    await start(story, begun, story.today.slice(0, 'YYYY-MM'.length));
    return running;
  }

  /** A plan that is left on its way. */
  async sketchPlan(
    index: number,
    { sketch, partners }: { readonly sketch: Sketch; readonly partners: readonly Known[] },
  ): Promise<void> {
    const { story, makers } = this.parts;
    story.chapter(`lombardia plan ${String(index)}`);
    const begun = await beginPlan(story, makers, index);
    if (sketch === 'coDesigning') return;
    const regional = this.#regional(begun, partners);
    await this.#found([regional]);
    const network = networkId(this.parts.hand, regional);
    const sha256 = await designPlan(story, makers, { begun, network, partners });
    if (sketch === 'consolidated') return;
    await adoptPlan(story, makers, { begun, network, sha256 });
    if (sketch === 'submitted') await submitPlan(story, { begun, sha256 });
  }

  /** How a step of agreements is told, and how many commands it takes. */
  telling(stage: Stage): Pick<Wave<Told>, 'commandsOf' | 'work'> {
    const { hand, story, papers } = this.parts;
    return {
      commandsOf: (told) => Stagehands.orders(hand, papers, { told, stage }).length,
      work: async (told) => {
        const orders = new PactOrders(hand, told.pact, papers);
        const { life } = told;
        if (ordersAt(stage, { orders, life, now: NEVER }).length === 0) return;
        const textSha256 = namesText(stage) ? await this.#textOf(orders.agreement) : '';
        const now = { today: story.today, at: story.now, textSha256 };
        await carryOut(hand, ordersAt(stage, { orders, life, now }));
      },
    };
  }

  /** The orders of a step as far as they are known without an instance. */
  static orders(
    hand: Hand,
    papers: Papers,
    { told: { pact, life }, stage }: { readonly told: Told; readonly stage: Stage },
  ): readonly Order[] {
    return ordersAt(stage, { orders: new PactOrders(hand, pact, papers), life, now: NEVER });
  }

  async #textOf(agreement: string): Promise<string> {
    const frozen = await this.parts.hand.door.fact(agreement, 'AgreementTextFrozen');
    return typeof frozen?.sha256 === 'string' ? frozen.sha256 : '';
  }

  async #foundNetworks(begun: Begun, areas: readonly AreaBodies[]): Promise<RunningPlan> {
    const { hand, makers } = this.parts;
    const { plan, index } = begun;
    const regional = this.#regional(
      begun,
      areas.map(({ lead }) => lead),
    );
    await this.#found([regional]);
    const network = networkId(hand, regional);
    const key = (n: number) => `territory ${String(index)} ${String(n)}`;
    const networks = areas.map((bodies, n) =>
      territorial(bodies, { key: key(n), plan, parent: network }),
    );
    await this.#found(networks);
    const region = { ...makers.region, isPublic: true };
    const base = { index, plan, region, network, pact: '', territories: [] };
    const pact = this.#agreementOf(steady(regionalPact(base)));
    const territories = areas.map((bodies, n) => {
      const own = networks[n];
      return { bodies, network: own ? networkId(hand, own) : '', pact: '' };
    });
    const running = { ...base, pact, territories };
    const pacts = networkPacts(running).map((each) => this.#agreementOf(steady(each)));
    return {
      ...running,
      territories: territories.map((each, n) => ({ ...each, pact: pacts[n] ?? '' })),
    };
  }

  #agreementOf({ pact }: Told): string {
    return new PactOrders(this.parts.hand, pact, this.parts.papers).agreement;
  }

  #regional({ plan, index, title }: Begun, members: readonly Known[]): NewNetwork {
    const { region, regionCode } = this.parts.makers;
    return {
      ...{ key: `regional ${String(index)}`, plan, level: 'region', lead: region, members },
      ...{ title: `Rete regionale: ${title}`, codes: [regionCode] },
    };
  }

  async #found(items: readonly NewNetwork[]): Promise<void> {
    const { hand, story, waves } = this.parts;
    await waves.tell({
      ...{ day: story.dayFrom(1), items, work: (network: NewNetwork) => propose(hand, network) },
      commandsOf: ({ parent }) => FOUNDING_COMMANDS - (parent === undefined ? 2 : 1),
    });
    const until = story.dayFrom(INVITATION_DAYS);
    await waves.tell({
      ...{ day: story.dayFrom(2), items },
      commandsOf: ({ members }) => 3 * members.length,
      work: (network) => admitAll(hand, network, until),
    });
    const work = (network: NewNetwork) => constitute(hand, network);
    await waves.tell({ day: story.dayFrom(2), items, commandsOf: () => 1, work });
  }

  /** From the draft into force, all on the same days. */
  async #conclude(items: readonly Told[]): Promise<void> {
    const { story, waves } = this.parts;
    const days = foundingStages.map(([stage, days]) => [stage, story.dayFrom(days)] as const);
    for (const [stage, day] of days) await waves.tell({ day, items, ...this.telling(stage) });
  }
}
