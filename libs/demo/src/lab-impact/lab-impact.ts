import { activated, concludePact } from './agreements.js';
import { establishBoard } from './boards.js';
import type { Board } from './boards.js';
import type { Company } from './company.js';
import { coDesign, consolidate } from './co-design.js';
import { writePlan } from './content.js';
import type { Group, Sharer, Written } from './content.js';
import { planSource, programmeData } from './data.js';
import type { SourceComponent } from './data.js';
import { conclude, prepare } from './decisions.js';
import { split } from './money.js';
import { foundNetwork } from './networks.js';
import { adopted, initiate, measure, start } from './plans.js';
import type { Planned } from './plans.js';
import { castVotes, close, closeVote, convene, matterOf } from './sittings.js';
import { open, openVote, recuse } from './sittings.js';
import type { Story } from './story.js';

/** Lab'Impact, once it is written. */
export interface LabImpact extends Planned {
  readonly call: string;
  readonly network: string;
  /** Below the regional one, in the order of their areas. */
  readonly territories: readonly string[];
  readonly sharers: readonly Sharer[];
  readonly written: Written;
}

const END = '2023-06-30';

/** Begun under the call 1/2018; the regional network, and the territorial ones below it. */
export async function design(story: Story, company: Company, call: string): Promise<LabImpact> {
  const { region, officer, areas, schools, cooperative, association } = company;
  const content = planSource('LAB');
  const { name: title, execution_start: executionStart, execution_end: executionEnd } = content;
  await story.goTo('2018-03-20');
  const head = { call, regionCode: 'ITC4', title, executionStart, executionEnd };
  const { plan, as } = await initiate(story, region, { ...head, source: 'PROGRAMME', officer });
  const partners = [...areas, ...schools, cooperative, association];
  const network = await foundRegional(story, company, { plan, as });
  const territories: string[] = [];
  for (const n of areas.keys()) {
    territories.push(await foundTerritorial(story, company, { plan, parent: network, n }));
  }
  const sharers = [region, ...partners].map((body, i) => ({ body, weight: i === 0 ? 6 : 2 }));
  const written = await writePlan(story, {
    ...{ plan, network, as, content, source: 'PROGRAMME', groupsOf, sharers },
  });
  const reason = 'Coerente con la continuità tra i due avvisi';
  const action = (code: string) => written.actions.get(code) ?? '';
  await coDesign(story, {
    ...{ plan, as, by: officer, present: [region, ...partners], sessions: 1 },
    title: 'Tavolo di co-progettazione (dimostrativo)',
    titleEn: 'Table of co-design (demonstration)',
    contributions: [
      {
        ...{ by: association, on: action('LAB-04'), accepted: true, reason },
        text: 'Le associazioni partecipano già alla pianificazione',
      },
      {
        ...{ by: schools[1] ?? region, on: action('LAB-01'), accepted: true, reason },
        text: 'Più attenzione ai passaggi tra i cicli scolastici',
      },
      {
        ...{ by: cooperative, on: action('LAB-03'), accepted: false },
        text: 'Un portale nuovo al posto dei canali esistenti',
        reason: 'Il piano consolida i canali esistenti',
      },
    ],
  });
  return { plan, as, call, network, territories, sharers, written };
}

/** The target groups that the programme names for an action. */
function groupsOf({ targets = [] }: SourceComponent): readonly Group[] {
  return programmeData()
    .target_groups.filter(({ id }) => targets.includes(id))
    .map(({ id, it, en }) => ({ id, it, en, source: 'PROGRAMME' }));
}

async function foundRegional(
  story: Story,
  { region, areas, schools, cooperative, association, anci, ismu }: Company,
  { plan }: Planned,
): Promise<string> {
  const partners = [...areas, ...schools, cooperative, association];
  return await foundNetwork(story, {
    ...{ plan, lead: region, level: 'REGION', codes: ['ITC4'] },
    title: 'Rete regionale di Lab’Impact (dimostrativa)',
    titleEn: 'Regional network of Lab’Impact (demonstration)',
    members: [
      ...partners.map((body) => ({ body, role: 'PARTNER' as const })),
      ...[anci, ismu].map((body) => ({ body, role: 'OBSERVER' as const })),
    ],
  });
}

/** Led by an area, which is a member of the network above it (N-5). */
async function foundTerritorial(
  story: Story,
  { areas, schools, cooperative, region }: Company,
  { plan, parent, n }: { readonly plan: string; readonly parent: string; readonly n: number },
): Promise<string> {
  const lead = areas[n] ?? region;
  const school = schools[n % schools.length] ?? region;
  const codes = [['ITC4C'], ['ITC47'], ['ITC46'], ['ITC4B'], ['ITC42']][n] ?? [];
  return await foundNetwork(story, {
    ...{ plan, parent, lead, level: 'TERRITORY', codes },
    title: `Rete territoriale ${'ABCDE'.charAt(n)} (dimostrativa)`,
    titleEn: `Territorial network ${'ABCDE'.charAt(n)} (demonstration)`,
    members: [school, cooperative].map((body) => ({ body, role: 'PARTNER' as const })),
  });
}

/** The board sits, one member is recused, the others vote; adopted; answers the plan's hash. */
export async function decide(story: Story, company: Company, lab: LabImpact): Promise<string> {
  const { officer } = company;
  const { plan, as } = lab;
  const sha256 = await consolidate(story, { plan, as, by: officer });
  const board = await cabinaDiRegia(story, company, lab);
  const cents = planSource('LAB').total_assigned_cents;
  const decision = await prepare(story, {
    ...{ board, as, by: officer, adoptPlan: { plan, sha256 } },
    title: 'Adozione del piano Lab’Impact',
    titleEn: 'Adoption of the plan Lab’Impact',
    legalBasis: ['Regolamento (UE) n. 516/2014', 'Avviso 1/2018'],
    spending: { amountCents: String(cents), budgetRef: 'Capitolo dimostrativo 2' },
  });
  const at = story.instantOn(story.dayFrom(7), 11);
  const place = 'Sede dimostrativa, sala 2';
  const sitting = await convene(story, board, { at, place, decisions: [decision] });
  await story.walkTo(at);
  await open(story, sitting, [0, 1, 2, 3, 4, 6]);
  const matter = await matterOf(story, sitting, decision);
  await recuse(story, matter, 4);
  await openVote(story, matter);
  await castVotes(story, matter, [
    [1, 'FOR'],
    [2, 'FOR'],
    [3, 'AGAINST'],
    [6, 'ABSTAIN'],
    [0, 'FOR'],
  ]);
  await closeVote(story, matter);
  await conclude(story, board, decision);
  await close(story, sitting);
  await adopted(story, plan);
  return sha256;
}

async function cabinaDiRegia(
  story: Story,
  { region, areas, schools, cooperative, association }: Company,
  { plan, as, network }: LabImpact,
): Promise<Board> {
  const seat = (name: string, category: string, organisation = region) => ({
    ...{ name, category, organisation },
  });
  return await establishBoard(story, {
    ...{ as, plan, network, rules: { preset: 'ITALIAN_COLLEGIAL_BODY' }, termUntil: '2024-12-31' },
    name: 'Cabina di regia di Lab’Impact (dimostrativa)',
    nameEn: 'Regional board of Lab’Impact (demonstration)',
    secretary: 'Zeno Dimostrativo',
    sitters: [
      seat('Paola Dimostrativa', 'Regione'),
      seat('Ugo Dimostrativo', 'Ambiti', areas[0]),
      seat('Vera Dimostrativa', 'Ambiti', areas[1]),
      seat('Walter Dimostrativo', 'Scuole', schools[0]),
      seat('Xenia Dimostrativa', 'Terzo settore', cooperative),
      seat('Yusuf Dimostrativo', 'Associazioni', association),
      seat('Zaira Dimostrativa', 'Ambiti', areas[2]),
    ],
  });
}

/** The cascade: from the ministry to the Region, to the partners, to the territories. */
export async function agree(story: Story, company: Company, lab: LabImpact): Promise<void> {
  const { delegated, region } = company;
  const { plan, network, sharers, written } = lab;
  const totalCents = planSource('LAB').total_assigned_cents;
  const start = { plan, start: '2018-09-03', end: END };
  await story.goTo('2018-08-06');
  const parent = await concludePact(
    story,
    {
      ...{ kind: 'GRANT_AGREEMENT', ...start },
      title: 'Convenzione di sovvenzione di Lab’Impact (dimostrativa)',
      parties: [
        { body: delegated, cents: 0, role: 'AUTHORITY' },
        { body: region, cents: totalCents, role: 'LEAD' },
      ],
    },
    '1801/2018',
  );
  const partnership = await concludePact(
    story,
    {
      ...{ kind: 'PARTNERSHIP_AGREEMENT', network, parent, ...start },
      title: 'Accordo di partenariato di Lab’Impact (dimostrativo)',
      parties: sharers.map(({ body }, i) => ({
        ...{ body, cents: written.shares[i] ?? 0 },
        role: i === 0 ? ('LEAD' as const) : ('PARTNER' as const),
      })),
    },
    '1802/2018',
  );
  await activated(story, network);
  await agreeInTerritories(story, company, { ...lab, parent: partnership });
}

/** Each territorial network by its own agreement, out of the share of its area (N-3, A-8). */
async function agreeInTerritories(
  story: Story,
  { areas, schools, cooperative }: Company,
  { plan, parent, territories, written }: LabImpact & { readonly parent: string },
): Promise<void> {
  for (const [n, network] of territories.entries()) {
    const members = [areas[n], schools[n % schools.length], cooperative].filter(
      (body) => body !== undefined,
    );
    const shares = split(written.shares[n + 1] ?? 0, [4, 2, 1]);
    const pact = {
      ...{ kind: 'NETWORK_AGREEMENT', plan, network, parent, start: '2018-09-10', end: END },
      title: `Accordo della rete territoriale ${'ABCDE'.charAt(n)} (dimostrativo)`,
      parties: members.map((body, i) => ({
        ...{ body, cents: shares[i] ?? 0 },
        role: i === 0 ? ('LEAD' as const) : ('PARTNER' as const),
      })),
    };
    await concludePact(story, pact, `18${String(n + 10)}/2018`);
    await activated(story, network);
  }
}

/** Started in September 2018. */
export async function begin(story: Story, { plan, as }: LabImpact): Promise<void> {
  await story.goTo('2018-09-28');
  await start(story, { plan, as }, planSource('LAB').execution_start);
}

/** Five years of work; the amount is the one after the costed extension, and so is its act. */
export async function run(
  story: Story,
  { delegated }: Company,
  { call, plan, as, written }: LabImpact,
): Promise<void> {
  const { indicators } = written;
  const cents = String(planSource('LAB').total_assigned_cents);
  for (const [year, value] of [
    [2019, 22],
    [2020, 41],
    [2021, 63],
    [2022, 88],
  ] as const) {
    await story.goTo(`${String(year + 1)}-01-20`);
    await measure(story, { plan, as }, { indicators, value, on: `${String(year)}-12` });
    if (year !== 2020) continue;
    await story.goTo('2021-05-10');
    const act = 'Importo assegnato a seguito proroga onerosa';
    const reason = 'L’importo precedente non è noto; la data dell’atto è dimostrativa';
    const funding = { call, plan, cents, act };
    await story.decreed(delegated.representative, 'assignFunding', { ...funding, reason });
  }
  await story.goTo('2023-06-28');
  await measure(story, { plan, as }, { indicators, value: 104, on: '2023-06' });
}
