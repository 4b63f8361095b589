import { awardTo, publishCall } from '../lab-impact/calls.js';
import type { Authorities } from '../lab-impact/calls.js';
import { establishBoard } from '../lab-impact/boards.js';
import type { Body } from '../lab-impact/cast.js';
import { coDesign, consolidate } from '../lab-impact/co-design.js';
import { writePlan } from '../lab-impact/content.js';
import type { SourcePlan } from '../lab-impact/data.js';
import { conclude, prepare } from '../lab-impact/decisions.js';
import { adopted, approve, initiate, submit } from '../lab-impact/plans.js';
import type { Planned } from '../lab-impact/plans.js';
import {
  castVotes,
  close,
  closeVote,
  convene,
  matterOf,
  open,
  openVote,
} from '../lab-impact/sittings.js';
import type { Persona, Story } from '../lab-impact/story.js';
import { PLAN_CENTS } from './agreements.js';

/** Who makes plans: the authorities, the region, and an officer of hers. */
export interface Makers extends Authorities {
  readonly programme: string;
  readonly region: Body;
  readonly officer: Persona;
  /** NUTS level 2. */
  readonly regionCode: string;
}

/** A plan from its call on, before its networks. */
export interface Begun extends Planned {
  readonly index: number;
  readonly call: string;
  readonly title: string;
  /** Last day for a plan. */
  readonly deadline: string;
}

/** From the draft of a call to its deadline. */
const DEADLINE_DAYS = 100;

/** How far a plan comes that does not run. */
const SKETCHES = ['coDesigning', 'consolidated', 'adopted', 'submitted'] as const;

/** How far a plan comes that does not run. */
export type Sketch = (typeof SKETCHES)[number];

/** So many agreements for each plan that is on its way. */
const AGREEMENTS_A_SKETCH = 25;

/** The plans on their way: one of each, but in a small region. */
export function sketchesOf(agreements: number): readonly Sketch[] {
  return SKETCHES.slice(0, Math.floor(agreements / AGREEMENTS_A_SKETCH));
}

const GROUPS = [
  { id: 'SIN-D1', it: 'Destinatari sintetici', en: 'Synthetic target group', source: 'SYNTHETIC' },
] as const;

function contentOf({ title, index }: Begun): SourcePlan {
  const code = `SIN${String(index + 1)}`;
  return {
    ...{ id: code, name: title, call: code, total_assigned_cents: PLAN_CENTS },
    ...{ execution_start: '2017-01', execution_end: '2029-12' },
    ...{ type_it: 'Piano regionale sintetico', type_en: 'Synthetic regional plan' },
    components: [
      {
        ...{ id: `${code}-1`, it: 'Scuole aperte (sintetica)', en: 'Open schools (synthetic)' },
        interventions: [{ it: 'Italiano per famiglie', en: 'Italian for families' }],
      },
      {
        ...{ id: `${code}-2`, it: 'Sportelli in rete (sintetica)' },
        en: 'Networked service desks (synthetic)',
        interventions: [{ it: 'Sportello itinerante', en: 'Travelling service desk' }],
      },
    ],
  };
}

/** A call of its own is published, the plan of the region under it begun (PL-1). */
export async function beginPlan(story: Story, makers: Makers, index: number): Promise<Begun> {
  const { programme, region, officer, regionCode } = makers;
  const number = String(index + 1);
  const deadline = story.dayFrom(DEADLINE_DAYS);
  const call = await publishCall(story, makers, {
    programme,
    terms: {
      ...{ number: `sintetico ${number}`, title: `Avviso sintetico ${number}` },
      ...{ titleEn: `Synthetic call ${number}`, period: 'P_2014_2020', source: 'SYNTHETIC' },
      deadline: { local: `${deadline}T16:00`, zone: 'Europe/Rome' },
      ...{ budgetCents: String(PLAN_CENTS), leadKinds: ['REGION'], mandatoryCategories: [] },
    },
    approval: { act: 'Decreto sintetico', on: story.dayFrom(1) },
    registration: { no: `sintetico ${number}`, on: story.dayFrom(3) },
    publishedOn: story.dayFrom(5),
  });
  const title = `Piano sintetico ${number}`;
  const period = { executionStart: '2017-01', executionEnd: '2029-12' };
  const head = { call, regionCode, title, ...period, source: 'SYNTHETIC', officer };
  return { ...(await initiate(story, region, head)), index, call, title, deadline };
}

/** Written and co-designed with some bodies of its regional network; answers the hash. */
export async function designPlan(
  story: Story,
  makers: Makers,
  {
    begun,
    network,
    partners,
  }: {
    readonly begun: Begun;
    readonly network: string;
    readonly partners: readonly Body[];
  },
): Promise<string> {
  const { plan, as, title } = begun;
  const { region, officer } = makers;
  const sharers = [region, ...partners].map((body, i) => ({ body, weight: i === 0 ? 4 : 2 }));
  const groupsOf = () => GROUPS;
  const content = contentOf(begun);
  const writing = { plan, network, as, content, source: 'SYNTHETIC' as const, groupsOf, sharers };
  const written = await writePlan(story, writing);
  const on = [...written.actions.values()][0] ?? '';
  await coDesign(story, {
    ...{ plan, as, by: officer, present: [region, ...partners], sessions: 1 },
    ...{ title: `Tavolo: ${title}`, titleEn: `Table: ${title}` },
    contributions: partners.slice(0, 1).map((by) => ({
      ...{ by, on, text: 'Orari dei servizi più lunghi', accepted: true },
      reason: 'Coerente con il piano',
    })),
  });
  return await consolidate(story, { plan, as, by: officer });
}

/** The board of the plan adopts it by a vote (PL-4, D-9). */
export async function adoptPlan(
  story: Story,
  { region, officer }: Makers,
  {
    begun,
    network,
    sha256,
  }: {
    readonly begun: Begun;
    readonly network: string;
    readonly sha256: string;
  },
): Promise<void> {
  const { plan, as, title } = begun;
  const board = await establishBoard(story, {
    ...{ as, plan, network, termUntil: '2029-12-31' },
    rules: { preset: 'ITALIAN_COLLEGIAL_BODY' },
    ...{ name: `Cabina di regia: ${title}`, nameEn: `Board: ${title}` },
    secretary: 'Sipario Esempi',
    sitters: [
      { name: 'Ribalta Esempi', category: 'Regione', organisation: region },
      { name: 'Quinta Esempi', category: 'Ambiti' },
      { name: 'Platea Esempi', category: 'Scuole' },
    ],
  });
  const decision = await prepare(story, {
    ...{ board, as, by: officer, adoptPlan: { plan, sha256 } },
    ...{ title: `Adozione: ${title}`, titleEn: `Adoption: ${title}` },
    legalBasis: ['Regolamento (UE) n. 516/2014'],
    spending: { amountCents: String(PLAN_CENTS), budgetRef: 'Capitolo sintetico' },
  });
  const at = story.instantOn(story.dayFrom(8), 10);
  const sitting = await convene(story, board, {
    at,
    place: 'Sala sintetica',
    decisions: [decision],
  });
  await story.walkTo(at);
  await open(story, sitting, [0, 1, 2]);
  const matter = await matterOf(story, sitting, decision);
  await openVote(story, matter);
  const ballots = [0, 1, 2].map((seat) => [seat, 'FOR'] as const);
  await castVotes(story, matter, ballots);
  await closeVote(story, matter);
  await conclude(story, board, decision);
  await close(story, sitting);
  await adopted(story, plan);
}

/** Sent to the authority in time. */
export async function submitPlan(
  story: Story,
  { begun, sha256 }: { readonly begun: Begun; readonly sha256: string },
): Promise<void> {
  await submit(story, begun, { sha256, on: story.dayFrom(3) });
}

/** After the deadline approved by the authority, and funded (B-1, PL-14). */
export async function fundPlan(
  story: Story,
  makers: Makers,
  { begun, sha256 }: { readonly begun: Begun; readonly sha256: string },
): Promise<void> {
  const { plan, call, deadline } = begun;
  const { delegated } = makers;
  await story.goTo(deadline, 17);
  await story.did(delegated.representative, 'closeCall', { call });
  const on = story.dayFrom(20);
  await approve(story, { plan, sha256, authority: delegated, on, cents: PLAN_CENTS });
  await awardTo(story, makers, { call, plan });
  const funding = { call, plan, cents: String(PLAN_CENTS), act: 'Atto di assegnazione sintetico' };
  const reason = 'Importo assegnato';
  await story.decreed(delegated.representative, 'assignFunding', { ...funding, reason });
}
