import type { Body } from './cast.js';
import type { SourceComponent, SourcePlan } from './data.js';
import { split } from './money.js';
import type { Persona, Story } from './story.js';

/** Somebody who takes part in a plan with a share of its budget, by weight. */
export interface Sharer {
  readonly body: Body;
  readonly weight: number;
}

/** A target group as the plan is told it. */
export interface Group {
  readonly id: string;
  readonly it: string;
  readonly en?: string;
  readonly source: 'PROGRAMME' | 'SYNTHETIC';
}

/** What the content of a plan is written from. */
export interface Writing {
  readonly plan: string;
  readonly network: string;
  /** Who writes. */
  readonly as: Persona;
  readonly content: SourcePlan;
  /** Where the plan itself comes from. */
  readonly source: 'PROGRAMME' | 'SYNTHETIC';
  /** The groups of an action. */
  readonly groupsOf: (component: SourceComponent) => readonly Group[];
  /** By turns they answer for the interventions, and by weight they share the budget. */
  readonly sharers: readonly Sharer[];
}

/** What the story needs of a written plan later on. */
export interface Written {
  /** By code. */
  readonly actions: ReadonlyMap<string, string>;
  readonly indicators: readonly string[];
  /** Of each sharer, in their order: the sum of their shares in all lines. */
  readonly shares: readonly number[];
}

/** Cost categories of every action, with their weight: invented. */
const CATEGORIES = [
  ['Personale', 5],
  ['Servizi e beni', 3],
] as const;

/** Writes all of a plan that has a source, and invents what the rules ask for beside it. */
export async function writePlan(story: Story, writing: Writing): Promise<Written> {
  const { content, sharers } = writing;
  await writeSections(story, writing);
  const actions = new Map<string, string>();
  const indicators: string[] = [];
  const shares = sharers.map(() => 0);
  const { components } = content;
  // No source says how the amount was spread over the actions.
  const costs = split(
    content.total_assigned_cents,
    components.map((_, i) => components.length + 1 - i),
  );
  for (const [i, component] of components.entries()) {
    const action = await writeAction(story, writing, component);
    actions.set(component.id, action);
    indicators.push(await defineIndicator(story, writing, { action, component }));
    const given = await writeBudget(story, writing, { action, cents: costs[i] ?? 0 });
    for (const [j, cents] of given.entries()) shares[j] = (shares[j] ?? 0) + cents;
  }
  return { actions, indicators, shares };
}

async function writeSections(story: Story, { plan, as, source, content }: Writing): Promise<void> {
  const { purpose_it: purpose, purpose_en: purposeEn, type_it: type, type_en: typeEn } = content;
  const section = { plan, section: '01-tipo', title: 'Tipo di piano', titleEn: 'Type of plan' };
  await story.did(as, 'reviseSection', { ...section, text: type, textEn: typeEn, source });
  if (purpose === undefined) return;
  const about = { plan, section: '02-finalita', title: 'Finalità', titleEn: 'Purpose' };
  await story.did(as, 'reviseSection', { ...about, text: purpose, textEn: purposeEn, source });
}

/** An action with its target groups and interventions; every title exactly as its source has it. */
async function writeAction(
  story: Story,
  { plan, network, as, source, groupsOf, sharers }: Writing,
  component: SourceComponent,
): Promise<string> {
  const { id: code, it: title, en: titleEn, objective_it: objective } = component;
  const action = await story.added(as, 'addAction', {
    ...{ plan, code, title, titleEn, source },
    ...(objective !== undefined && { objective, objectiveEn: component.objective_en }),
  });
  for (const { id, it, en, source: of } of groupsOf(component)) {
    const group = { plan, action, code: id, title: it, titleEn: en, source: of };
    await story.did(as, 'linkTargetGroup', group);
  }
  for (const [i, { it, en }] of (component.interventions ?? []).entries()) {
    const added = { plan, action, title: it, titleEn: en, source };
    const intervention = await story.added(as, 'addIntervention', added);
    const owner = sharers[i % sharers.length]?.body.id;
    await story.did(as, 'assignOwner', { plan, intervention, partner: owner, network });
  }
  return action;
}

async function defineIndicator(
  story: Story,
  { plan, as }: Writing,
  { action, component }: { readonly action: string; readonly component: SourceComponent },
): Promise<string> {
  return await story.added(as, 'defineIndicator', {
    ...{ plan, action, unit: 'servizi attivati', target: 120, source: 'SYNTHETIC' },
    title: `Servizi attivati per ${component.id} (indicatore dimostrativo)`,
    titleEn: `Services activated for ${component.id} (demonstration indicator)`,
  });
}

/** Lines that add up to the cost of the action, each shared out in full (PL-7). */
async function writeBudget(
  story: Story,
  { plan, as, sharers }: Writing,
  { action, cents }: { readonly action: string; readonly cents: number },
): Promise<readonly number[]> {
  const weights = sharers.map(({ weight }) => weight);
  const given = sharers.map(() => 0);
  const costs = split(
    cents,
    CATEGORIES.map(([, weight]) => weight),
  );
  for (const [i, [category]] of CATEGORIES.entries()) {
    const cost = costs[i] ?? 0;
    const amount = { category, cents: String(cost), source: 'SYNTHETIC' };
    const line = await story.added(as, 'addBudgetLine', { plan, action, ...amount });
    for (const [j, share] of split(cost, weights).entries()) {
      const partner = sharers[j]?.body.id;
      await story.did(as, 'allocateToPartner', { plan, line, partner, cents: String(share) });
      given[j] = (given[j] ?? 0) + share;
    }
  }
  return given;
}
