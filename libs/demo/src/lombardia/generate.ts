import { Client } from '../client.js';
import { programme } from '../lab-impact/calls.js';
import { empower, introduce, makeEligible as prove } from '../lab-impact/cast.js';
import { beginningOf } from '../lab-impact/load.js';
import { Story } from '../lab-impact/story.js';
import { agreementOf, othersOf } from './agreements.js';
import type { RunningPlan, Told } from './agreements.js';
import { allOf, bodiesOf, ELIGIBLE_UNTIL, makeEligible, register } from './bodies.js';
import type { AreaBodies, Body } from './bodies.js';
import { cohortsOf, turnsOf } from './cohorts.js';
import type { Cohort } from './cohorts.js';
import { composeAreas } from './composition.js';
import { Hand } from './door.js';
import type { Door } from './door.js';
import { stages } from './life.js';
import type { Stage } from './life.js';
import { papersOf } from './pact.js';
import { sketchesOf } from './plans.js';
import type { Makers } from './plans.js';
import { inventedNames, regionFacts } from './region.js';
import type { RegionFacts } from './region.js';
import type { Sizes } from './sizes.js';
import { Stagehands } from './stagehands.js';
import { Waves } from './waves.js';
import type { Reached } from './waves.js';

/** The first working day of the year in which everything begins. */
const BEGINS = '2016-01-04T08:00:00.000Z';
/** The last day on which agreements move; then the last plans are begun. */
const COHORTS_END = '2025-03-31';
/** The day on which the story stops; from then on the clock is the real one. */
const ENDS = '2025-12-31';
/** What the chapters of a plan and the beginning take, about. */
const STORY_COMMANDS = 90;
/** So many agreements say how long all are. */
const SAMPLE = 400;

/** What a generation is told. */
export interface Generation {
  readonly sizes: Sizes;
  /** How many waves were whole when a former run of the same sizes was cut off. */
  readonly from: number;
  /** Hears how far it is. */
  readonly reached: (reached: Reached) => void;
}

/**
 * Makes the region with its bodies, networks, plans and agreements, by commands, under a clock
 * that walks from 2016 to 2025. The same sizes give the same facts; told again to an instance
 * that has a part of them, it goes on from there and adds nothing twice.
 * @throws StoryBroken, RequestFailed
 */
export async function generateLombardia(
  door: Door,
  { sizes, from, reached }: Generation,
): Promise<{ readonly commands: number }> {
  const facts = await regionFacts();
  const client = new Client(door.url);
  const story = new Story(client, { at: BEGINS, ...(await beginningOf(client)) });
  const hand = new Hand(door, sizes.seed);
  const chapters = STORY_COMMANDS * (1 + sizes.plans + sketchesOf(sizes.agreements).length);
  let planned = 0;
  const waves = new Waves({
    ...{ hand, story, from },
    reached: ({ done, ...whole }) => {
      const told = story.commands;
      const total = Math.max(planned + Math.max(chapters, told), done + told);
      reached({ done: done + told, total, ...whole });
    },
  });
  const telling = new Telling({ hand, story, waves, sizes, facts });
  planned = telling.planned();
  const commands = await telling.tell();
  reached({ ...waves.whole, done: commands, total: commands });
  return { commands };
}

interface Parts {
  readonly hand: Hand;
  readonly story: Story;
  readonly waves: Waves;
  readonly sizes: Sizes;
  readonly facts: RegionFacts;
}

/** One telling of the whole. */
class Telling {
  readonly #areas: readonly AreaBodies[];

  constructor(private readonly parts: Parts) {
    const { hand, sizes, facts } = parts;
    const { seed } = sizes;
    const names = inventedNames();
    this.#areas = composeAreas(facts, sizes).map((area) => bodiesOf(hand, { area, names, seed }));
  }

  /** About how many commands it will be, the chapters of the story apart. */
  planned(): number {
    const { sizes } = this.parts;
    const bodies = this.#areas.reduce((sum, area) => sum + 4 * allOf(area).length, 0);
    const networks = this.#areas.slice(0, sizes.networks).map((area) => allOf(area).length);
    // Three for each member, and about as many for its part in the agreement.
    const ofPlan = networks.reduce((sum, members) => sum + 6 * members + 15, 6 * sizes.networks);
    return Math.round(bodies + sizes.plans * ofPlan + othersOf(sizes) * this.#commandsOfOne());
  }

  async tell(): Promise<number> {
    const { story, hand } = this.parts;
    const makers = await this.#beginning();
    await this.#gather(makers);
    const stagehands = new Stagehands({ ...this.parts, papers: await papersOf(hand), makers });
    const running: RunningPlan[] = [];
    for (let index = 0; index < this.parts.sizes.plans; index += 1) {
      running.push(await stagehands.runPlan(index, this.#areas));
    }
    await this.#agree(stagehands, running);
    for (const [n, sketch] of sketchesOf(this.parts.sizes.agreements).entries()) {
      const partners = this.#areas.slice(0, 2).map(({ lead }) => lead);
      await stagehands.sketchPlan(this.parts.sizes.plans + n, { sketch, partners });
    }
    await story.goTo(ENDS, 18);
    await hand.door.settled();
    return story.commands + this.parts.waves.done;
  }

  /** The authorities and the region, each found eligible by another. */
  async #beginning(): Promise<Makers> {
    const { story, facts } = this.parts;
    await story.goTo('2016-01-04');
    story.chapter('lombardia beginning');
    const until = ELIGIBLE_UNTIL;
    const body = (name: string, kind: string, representative: string) =>
      introduce(story, { name, kind, representative, source: 'PUBLIC' });
    const ministry = await body('Ministero dell’Interno', 'MINISTRY', 'Ada Esempi');
    const labour = 'Ministero del Lavoro e delle Politiche Sociali';
    const delegated = await body(labour, 'MINISTRY', 'Bruno Esempi');
    await prove(story, delegated, { by: ministry, until });
    const region = await introduce(story, {
      ...{ name: 'Regione Lombardia', kind: 'REGION', territory: facts.nuts, source: 'PUBLIC' },
      representative: 'Carla Esempi',
    });
    await prove(story, region, { by: delegated, until });
    const officer = await empower(story, region, {
      ...{ name: 'Dario Esempi', acts: ['PLAN', 'PROTOCOL'] },
    });
    const fund = await programme(
      story,
      { ministry, delegated },
      {
        ...{ title: 'Programma sintetico', fund: 'FAMI (sintetico)', period: 'P_2014_2020' },
        ...{ titleEn: 'Synthetic programme', source: 'SYNTHETIC' },
      },
    );
    return { ministry, delegated, region, officer, programme: fund, regionCode: facts.nuts };
  }

  /** Every body of every area is registered, then found eligible. */
  async #gather({ delegated }: Makers): Promise<void> {
    const { hand, story, waves } = this.parts;
    const items: readonly Body[] = this.#areas.flatMap(allOf);
    const work = (body: Body) => register(hand, body);
    await waves.tell({ day: story.dayFrom(3), items, commandsOf: () => 1, work });
    await waves.tell({
      ...{ day: story.dayFrom(10), items },
      commandsOf: ({ kind }) => (kind === 'thirdSector' ? 4 : 3),
      work: (body) => {
        const { today } = story;
        return makeEligible(hand, body, { by: delegated.representative, today });
      },
    });
  }

  /** All other agreements, cohort by cohort. */
  async #agree(stagehands: Stagehands, running: readonly RunningPlan[]): Promise<void> {
    const { story, sizes, waves } = this.parts;
    const span = { from: story.dayFrom(7), to: COHORTS_END };
    for (const { day, step } of turnsOf(cohortsOf(othersOf(sizes), span), span)) {
      const hour = step === null ? 0 : undefined;
      const items = step === null ? [] : this.#toldOf(step.cohort, running);
      const stage: Stage = step?.stage ?? 'draft';
      await waves.tell({ day, hour, items, ...stagehands.telling(stage) });
    }
  }

  #toldOf({ first, size, draftedOn }: Cohort, running: readonly RunningPlan[]): readonly Told[] {
    const { sizes } = this.parts;
    return Array.from({ length: size }, (_, n) =>
      agreementOf(first + n, { sizes, running, draftedOn }),
    );
  }

  /** The mean of a few, under a plan that is not there. */
  #commandsOfOne(): number {
    const { sizes, hand } = this.parts;
    const [first] = this.#areas;
    if (!first) return 0;
    const pact = 'agreement-0';
    const territories = [{ bodies: first, network: 'network-0', pact }];
    const ids = { index: 0, plan: 'plan-0', network: 'network-0', pact };
    const running = [{ ...ids, region: first.lead, territories }];
    const papers = { act: '', container: '', report: '' };
    const sample = Math.min(SAMPLE, othersOf(sizes));
    let commands = 0;
    for (let n = 0; n < sample; n += 1) {
      const told = agreementOf(n, { sizes, running, draftedOn: '2016-01-01' });
      for (const [stage] of stages) {
        commands += Stagehands.orders(hand, papers, { told, stage }).length;
      }
    }
    return sample === 0 ? 0 : commands / sample;
  }
}
