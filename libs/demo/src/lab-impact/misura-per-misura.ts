import { activated, concludePact } from './agreements.js';
import { establishBoard } from './boards.js';
import type { Company } from './company.js';
import { coDesign, consolidate } from './co-design.js';
import { writePlan } from './content.js';
import type { Group, Sharer, Written } from './content.js';
import { planSource } from './data.js';
import { conclude, prepare } from './decisions.js';
import { foundNetwork } from './networks.js';
import { adopted, initiate, measure, start, submit } from './plans.js';
import type { Planned } from './plans.js';
import { castVotes, close, closeVote, convene, matterOf, open, openVote } from './sittings.js';
import type { Story } from './story.js';

/** Misura per Misura, once it is written. */
export interface MisuraPerMisura extends Planned {
  readonly network: string;
  readonly sharers: readonly Sharer[];
  readonly written: Written;
}

/** The source names no target groups of this plan. */
const GROUPS: readonly Group[] = [
  {
    id: 'MXM-D1',
    it: 'Destinatari dimostrativi: la fonte non li indica',
    en: 'Demonstration target group: the source names none',
    source: 'SYNTHETIC',
  },
];

/** The plan is begun, its regional network constituted, its content co-designed. */
export async function design(
  story: Story,
  company: Company,
  call: string,
): Promise<MisuraPerMisura> {
  const { region, officer, areas, schools, cooperative, anci, ismu } = company;
  const content = planSource('MXM');
  const { name: title, execution_start: executionStart, execution_end: executionEnd } = content;
  const period = { executionStart, executionEnd };
  await story.goTo('2016-04-20');
  const head = { call, regionCode: 'ITC4', title, ...period, source: 'PROGRAMME', officer };
  const { plan, as } = await initiate(story, region, head);
  const partners = [...areas.slice(0, 2), ...schools, cooperative];
  const network = await foundNetwork(story, {
    ...{ plan, lead: region, level: 'REGION', codes: ['ITC4'] },
    title: 'Rete regionale di Misura per Misura (dimostrativa)',
    titleEn: 'Regional network of Misura per Misura (demonstration)',
    members: [
      ...partners.map((body) => ({ body, role: 'PARTNER' as const })),
      ...[anci, ismu].map((body) => ({ body, role: 'OBSERVER' as const })),
    ],
  });
  const sharers = [region, ...partners].map((body, i) => ({ body, weight: i === 0 ? 4 : 2 }));
  const groupsOf = () => GROUPS;
  const written = await writePlan(story, {
    ...{ plan, network, as, content, source: 'PROGRAMME', groupsOf, sharers },
  });
  const on = written.actions.get('MXM-1') ?? '';
  await coDesign(story, {
    ...{ plan, as, by: officer, present: [region, ...partners], sessions: 2 },
    ...{ title: 'Tavolo regionale (dimostrativo)', titleEn: 'Regional table (demonstration)' },
    contributions: [
      {
        ...{ by: schools[0] ?? region, on, text: 'Italiano L2 per tutto l’anno scolastico' },
        ...{ accepted: true, reason: 'Rafforza la continuità dell’intervento' },
      },
      {
        ...{ by: cooperative, on, text: 'Una piattaforma propria per ogni ambito' },
        ...{ accepted: false, reason: 'I sistemi informativi restano in rete, non doppi' },
      },
    ],
  });
  return { plan, as, network, sharers, written };
}

/** The regional board votes, the plan is adopted and submitted in time; answers its hash. */
export async function decide(
  story: Story,
  company: Company,
  { plan, as, network }: MisuraPerMisura,
): Promise<string> {
  const { region, officer, areas, schools } = company;
  const sha256 = await consolidate(story, { plan, as, by: officer });
  const board = await establishBoard(story, {
    ...{ as, plan, network, rules: { preset: 'ITALIAN_COLLEGIAL_BODY' }, termUntil: '2018-12-31' },
    name: 'Cabina di regia di Misura per Misura (dimostrativa)',
    nameEn: 'Regional board of Misura per Misura (demonstration)',
    secretary: 'Zeno Dimostrativo',
    sitters: [
      { name: 'Paola Dimostrativa', category: 'Regione', organisation: region },
      { name: 'Quinto Dimostrativo', category: 'Ambiti', ...ofBody(areas[0]) },
      { name: 'Rita Dimostrativa', category: 'Ambiti', ...ofBody(areas[1]) },
      { name: 'Sandro Dimostrativo', category: 'Scuole', ...ofBody(schools[0]) },
      { name: 'Teresa Dimostrativa', category: 'Terzo settore' },
    ],
  });
  const total = planSource('MXM').total_assigned_cents;
  const decision = await prepare(story, {
    ...{ board, as, by: officer, adoptPlan: { plan, sha256 } },
    title: 'Adozione del piano Misura per Misura',
    titleEn: 'Adoption of the plan Misura per Misura',
    legalBasis: ['Regolamento (UE) n. 516/2014'],
    spending: { amountCents: String(total), budgetRef: 'Capitolo dimostrativo 1' },
  });
  const at = story.instantOn(story.dayFrom(8), 10);
  const place = 'Sede dimostrativa, sala 1';
  const sitting = await convene(story, board, { at, place, decisions: [decision] });
  await story.walkTo(at);
  await open(story, sitting, [0, 1, 2, 3]);
  const matter = await matterOf(story, sitting, decision);
  await openVote(story, matter);
  await castVotes(story, matter, [
    [0, 'FOR'],
    [1, 'FOR'],
    [2, 'FOR'],
    [3, 'ABSTAIN'],
  ]);
  await closeVote(story, matter);
  await conclude(story, board, decision);
  await close(story, sitting);
  await adopted(story, plan);
  await submit(story, { plan, as }, { sha256, on: '2016-09-12' });
  return sha256;
}

function ofBody(organisation: Company['region'] | undefined) {
  return organisation === undefined ? {} : { organisation };
}

/** The partnership agreement, the assignment, and the start in July 2017. */
export async function begin(
  story: Story,
  { delegated }: Company,
  { call, plan, as, network, sharers, written }: MisuraPerMisura & { readonly call: string },
): Promise<void> {
  const content = planSource('MXM');
  const cents = content.total_assigned_cents;
  const act = 'Atto di assegnazione (dimostrativo)';
  const funding = { call, plan, cents: String(cents), act };
  await story.decreed(delegated.representative, 'assignFunding', {
    ...funding,
    reason: 'Importo assegnato',
  });
  await story.goTo('2017-04-10');
  const pact = {
    ...{ kind: 'PARTNERSHIP_AGREEMENT', network, plan, start: '2017-05-02', end: '2018-12-31' },
    title: 'Accordo di partenariato di Misura per Misura (dimostrativo)',
    parties: sharers.map(({ body }, i) => ({
      ...{ body, cents: written.shares[i] ?? 0 },
      role: i === 0 ? ('LEAD' as const) : ('PARTNER' as const),
    })),
  };
  await concludePact(story, pact, '1201/2017');
  await activated(story, network);
  await story.goTo('2017-07-03');
  await start(story, { plan, as }, content.execution_start);
}

/** Final values and strengths at the end, as the programme gives them; completed (PL-13). */
export async function complete(
  story: Story,
  { plan, as, written }: MisuraPerMisura,
): Promise<void> {
  const { components, execution_end: on } = planSource('MXM');
  const { indicators, actions } = written;
  await story.goTo('2019-01-14');
  await measure(story, { plan, as }, { indicators, value: 124, on, final: true });
  for (const { id, strengths_at_end: strengths = [] } of components) {
    for (const { it: title, en: titleEn } of strengths) {
      const strength = { plan, action: actions.get(id), title, titleEn, source: 'PROGRAMME' };
      await story.did(as, 'recordStrength', strength);
    }
  }
  await story.decreed(as, 'completePlan', { plan, on, reason: 'Le attività sono concluse' });
}
