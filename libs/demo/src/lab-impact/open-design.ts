import { empower, introduce, makeEligible } from './cast.js';
import type { Body } from './cast.js';
import { foundNetwork } from './networks.js';
import { initiate } from './plans.js';
import type { Planned } from './plans.js';
import type { Story } from './story.js';

/** What a plan is co-designed with today: under which call, and who takes part. */
export interface OpenDesign {
  readonly call: string;
  readonly partners: readonly Body[];
  readonly verifier: Body;
}

const SYNTHETIC = { source: 'SYNTHETIC' } as const;
const ELIGIBLE_DAYS = 365;
const COST_CENTS = '60000000';

/** Sections in the order of their keys, each of some paragraphs; all invented. */
const SECTIONS = [
  ['01-contesto', 'Contesto', 'Context', 'Chi vive nel territorio (testo dimostrativo).'],
  [
    '02-finalita',
    'Finalità',
    'Purpose',
    'Il piano avvicina i servizi a chi arriva (testo dimostrativo).\n\nGli sportelli sono aperti la mattina, due giorni la settimana.\n\nLe scuole tengono corsi di lingua per le famiglie.',
  ],
  [
    '03-risorse',
    'Risorse e tempi',
    'Resources and time',
    'Le risorse bastano a due anni di attività (testo dimostrativo).\n\nIl primo bilancio si fa dopo sei mesi.',
  ],
] as const;

/** Contributions that nobody has decided on: by whom in turn, on what, which paragraph, what. */
const CONTRIBUTIONS = [
  ['02-finalita', 2, 'Gli sportelli sono aperti anche il pomeriggio, quattro giorni la settimana.'],
  [
    '02-finalita',
    2,
    'Gli sportelli sono aperti la mattina, cinque giorni la settimana, e il sabato su appuntamento.',
  ],
  ['03-risorse', 1, 'Le risorse bastano a tre anni di attività (testo dimostrativo).'],
] as const;

/**
 * A plan of a second invented region that is being co-designed today: sections, a table that is
 * open, contributions to decide on, two of them on the same words, and something still missing.
 */
export async function designOpenly(story: Story, design: OpenDesign): Promise<void> {
  const region = await introduce(story, {
    ...{ name: 'Regione dimostrativa seconda', kind: 'REGION' },
    ...{ representative: 'Olga Esempio', ...SYNTHETIC },
  });
  const officer = await empower(story, region, { name: 'Pia Esempio', acts: ['PLAN'] });
  const until = story.dayFrom(ELIGIBLE_DAYS);
  await makeEligible(story, region, { by: design.verifier, until });
  const head = { call: design.call, regionCode: 'ITX2', executionStart: '2027-03' };
  const { plan, as } = await initiate(story, region, {
    ...{ ...head, executionEnd: '2029-02', officer, ...SYNTHETIC },
    ...{ title: 'Vicini (piano dimostrativo)', titleEn: 'Close by (demonstration plan)' },
  });
  await foundNetwork(story, {
    ...{ plan, lead: region, level: 'REGION', codes: ['ITX'] },
    ...{ title: 'Rete dimostrativa seconda', titleEn: 'Second demonstration network' },
    members: design.partners.map((body) => ({ body, role: 'PARTNER' as const })),
  });
  await write(story, { plan, as });
  await putToTheTable(story, { plan, as }, design.partners);
}

/** An action without an indicator, and an intervention that nobody answers for yet. */
async function write(story: Story, { plan, as }: Planned): Promise<void> {
  for (const [section, title, titleEn, text] of SECTIONS) {
    await story.did(as, 'reviseSection', { plan, section, title, titleEn, text, ...SYNTHETIC });
  }
  const action = await story.added(as, 'addAction', {
    ...{ plan, code: 'DEMO-3', title: 'Sportelli di quartiere (dimostrativa)', ...SYNTHETIC },
    ...{ titleEn: 'Neighbourhood service desks (demonstration)' },
  });
  await story.did(as, 'linkTargetGroup', {
    ...{ plan, action, code: 'DEMO', title: 'Famiglie (dimostrativo)' },
    ...{ titleEn: 'Families (demonstration)', ...SYNTHETIC },
  });
  await story.added(as, 'addIntervention', {
    ...{ plan, action, title: 'Sportello del sabato', titleEn: 'Saturday desk', ...SYNTHETIC },
  });
  const line = { category: 'Personale', cents: COST_CENTS, ...SYNTHETIC };
  await story.added(as, 'addBudgetLine', { plan, action, ...line });
}

async function putToTheTable(
  story: Story,
  { plan, as }: Planned,
  partners: readonly Body[],
): Promise<void> {
  const title = { title: 'Tavolo dei quartieri', titleEn: 'Table of the neighbourhoods' };
  const table = await story.added(as, 'openTable', { plan, ...title });
  await story.later({ days: 2 });
  for (const [i, [on, paragraph, text]] of CONTRIBUTIONS.entries()) {
    const by = partners[i % partners.length]?.representative ?? as;
    const document = await story.paper(by, text);
    await story.did(by, 'proposeContribution', { plan, table, on, paragraph, document });
  }
}
