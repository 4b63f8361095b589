import { approveAndOpen, freezePact, signedPact, signPact } from './agreements.js';
import type { Pact } from './agreements.js';
import { establishBoard } from './boards.js';
import type { Board } from './boards.js';
import { publishCall } from './calls.js';
import type { Authorities } from './calls.js';
import { empower, introduce, makeEligible } from './cast.js';
import type { Body } from './cast.js';
import { coDesign, consolidate } from './co-design.js';
import { writePlan } from './content.js';
import type { SourcePlan } from './data.js';
import { prepare } from './decisions.js';
import { split } from './money.js';
import { foundNetwork } from './networks.js';
import { designOpenly } from './open-design.js';
import { initiate } from './plans.js';
import type { Planned } from './plans.js';
import { castVotes, convene, matterOf, open, openVote } from './sittings.js';
import type { Persona, Story } from './story.js';
import { committeeSits, conveneCommittee, foundCommittee } from './technical-committee.js';
import type { Committee } from './technical-committee.js';

/** What is alive today: an invented region under an invented call of 2021-2027. */
export interface Present {
  readonly authorities: Authorities;
  readonly programme: string;
  readonly region: Body;
  readonly officer: Persona;
  readonly partners: readonly Body[];
}

interface Living extends Planned {
  readonly network: string;
}

const SYNTHETIC = { source: 'SYNTHETIC' } as const;
/** How long before now the last chapter begins. */
const DAYS_BEFORE = 75;
/** The notice of a sitting goes out so long before it. */
const NOTICE_DAYS = 9;
/** The committee sits before the board does, on the same day. */
const COMMITTEE_BEFORE_MS = 90 * 60_000;
const BUDGET_CENTS = 240_000_000;

const CONTENT: SourcePlan = {
  ...{ id: 'DEMO', name: 'Insieme (piano dimostrativo)', call: 'DEMO' },
  ...{ execution_start: '2027-01', execution_end: '2029-06', total_assigned_cents: BUDGET_CENTS },
  ...{ type_it: 'Piano regionale dimostrativo', type_en: 'Demonstration regional plan' },
  ...{ purpose_it: 'Mostrare il sistema all’opera', purpose_en: 'To show the system at work' },
  components: [
    {
      ...{ id: 'DEMO-1', it: 'Scuole aperte (dimostrativa)', en: 'Open schools (demonstration)' },
      objective_it: 'Più lingua, meno abbandono',
      objective_en: 'More language, fewer drop-outs',
      interventions: [
        { it: 'Italiano per famiglie', en: 'Italian for families' },
        { it: 'Mediazione nelle scuole', en: 'Mediation at school' },
      ],
    },
    {
      ...{ id: 'DEMO-2', it: 'Sportelli in rete (dimostrativa)' },
      en: 'Networked service desks (demonstration)',
      objective_it: 'Un solo accesso ai servizi',
      objective_en: 'One access to services',
      interventions: [{ it: 'Sportello itinerante', en: 'Travelling service desk' }],
    },
  ],
};

/** The programme of 2021-2027 and the bodies of the invented region, all made up. */
export async function prepareThePresent(
  story: Story,
  authorities: Authorities,
  programme: string,
): Promise<Present> {
  const body = (name: string, kind: string, representative: string) =>
    introduce(story, { name, kind, representative, ...SYNTHETIC });
  const region = await body('Regione dimostrativa', 'REGION', 'Alba Esempio');
  const officer = await empower(story, region, { name: 'Bice Esempio', acts: ['PLAN'] });
  const area = await body(
    'Ambito territoriale F (dimostrativo)',
    'TERRITORIAL_AREA',
    'Ciro Esempio',
  );
  const school = await body(
    'Istituto comprensivo 3 (dimostrativo)',
    'FIRST_CYCLE_SCHOOL',
    'Dora Esempio',
  );
  const cooperative = await body('Cooperativa Faro (dimostrativa)', 'THIRD_SECTOR', 'Ezio Esempio');
  return { authorities, programme, region, officer, partners: [area, school, cooperative] };
}

/**
 * The last chapter, up to a moment shortly before now: something to vote, to sign, to wait for.
 * The number of its call holds that moment, so that a load that was cut off finds it again.
 */
export async function tellThePresent(
  story: Story,
  present: Present,
  { now, number }: { readonly now: string; readonly number: string },
): Promise<void> {
  const call = await openCall(story, present, { now, number });
  const living = await designLiving(story, present, call);
  const sha256 = await consolidate(story, { ...living, by: present.officer });
  const board = await livingBoard(story, present, living);
  const committee = await foundCommittee(story, { ...living, by: present.officer });
  await waitingPacts(story, present, { living, number });
  const { authorities, partners } = present;
  await designOpenly(story, { call, partners, verifier: authorities.delegated });
  await sitToday(story, present, { living, board, committee, sha256, now });
  await auditToday(story);
}

async function openCall(
  story: Story,
  { authorities, programme }: Present,
  { now, number }: { readonly now: string; readonly number: string },
): Promise<string> {
  const begin = new Date(Date.parse(now) - DAYS_BEFORE * 86_400_000);
  await story.goTo(begin.toISOString().slice(0, 10));
  const approval = { act: 'Decreto dimostrativo', on: story.today };
  const registration = { no: 'dimostrativo', on: story.dayFrom(1) };
  return await publishCall(story, authorities, {
    ...{ programme, approval, registration, publishedOn: story.dayFrom(2) },
    deadline: { local: `${story.dayFrom(DAYS_BEFORE + 60)}T12:00`, zone: 'Europe/Rome' },
    terms: {
      ...{ period: 'P_2021_2027', number, ...SYNTHETIC, leadKinds: ['REGION'] },
      ...{ title: 'Avviso dimostrativo', titleEn: 'Demonstration call' },
      budgetCents: String(BUDGET_CENTS * 10),
      mandatoryCategories: [{ category: 'scuole', kinds: ['FIRST_CYCLE_SCHOOL'], min: 1 }],
    },
  });
}

async function designLiving(story: Story, present: Present, call: string): Promise<Living> {
  const { authorities, region, officer, partners } = present;
  const until = story.dayFrom(365);
  for (const body of [region, ...partners]) {
    await makeEligible(story, body, { by: authorities.delegated, until });
  }
  const { name: title, execution_start: executionStart, execution_end: executionEnd } = CONTENT;
  const head = { call, regionCode: 'ITX1', title, executionStart, executionEnd, ...SYNTHETIC };
  const { plan, as } = await initiate(story, region, { ...head, officer });
  const network = await foundNetwork(story, {
    ...{ plan, lead: region, level: 'REGION', codes: ['ITX'] },
    ...{ title: 'Rete dimostrativa', titleEn: 'Demonstration network' },
    members: partners.map((body) => ({ body, role: 'PARTNER' as const })),
  });
  const group = { id: 'DEMO', it: 'Famiglie (dimostrativo)', en: 'Families (demonstration)' };
  const written = await writePlan(story, {
    ...{ plan, network, as, content: CONTENT, ...SYNTHETIC },
    groupsOf: () => [{ ...group, ...SYNTHETIC }],
    sharers: [region, ...partners].map((body) => ({ body, weight: 1 })),
  });
  await coDesign(story, {
    ...{ plan, as, by: officer, present: [region, ...partners], sessions: 1 },
    ...{ title: 'Tavolo dimostrativo', titleEn: 'Demonstration table' },
    contributions: partners.slice(0, 1).map((by) => ({
      ...{ by, on: written.actions.get('DEMO-1') ?? '', accepted: true },
      ...{ text: 'Corsi anche di sera', reason: 'Risponde a un bisogno rilevato' },
    })),
  });
  return { plan, as, network };
}

async function livingBoard(
  story: Story,
  { region, partners }: Present,
  { plan, as, network }: Living,
): Promise<Board> {
  const [area, school, cooperative] = partners;
  const seat = (name: string, category: string, organisation = region) => ({
    ...{ name, category, organisation },
  });
  return await establishBoard(story, {
    ...{
      as,
      plan,
      network,
      rules: { preset: 'ITALIAN_COLLEGIAL_BODY' },
      termUntil: story.dayFrom(730),
    },
    name: 'Cabina di regia dimostrativa',
    nameEn: 'Demonstration board',
    secretary: 'Nives Esempio',
    sitters: [
      seat('Fulvia Esempio', 'Regione'),
      seat('Gino Esempio', 'Regione'),
      seat('Hana Esempio', 'Ambiti', area),
      seat('Ivo Esempio', 'Scuole', school),
      seat('Luce Esempio', 'Terzo settore', cooperative),
    ],
  });
}

/** One agreement lacks two signatures, another is signed by all and waits for its number. */
async function waitingPacts(
  story: Story,
  { region, partners }: Present,
  { living: { plan, network }, number }: { readonly living: Living; readonly number: string },
): Promise<void> {
  const term = { plan, network, start: story.dayFrom(30), end: story.dayFrom(700) };
  const pact = (title: string, bodies: readonly Body[]): Pact => {
    const shares = split(
      BUDGET_CENTS / 10,
      bodies.map(() => 1),
    );
    return {
      ...{ kind: 'MEMORANDUM', title: `${title} (${number})`, ...term },
      parties: bodies.map((body, i) => ({
        ...{ body, cents: shares[i] ?? 0, role: i === 0 ? 'LEAD' : 'PARTNER' },
      })),
    };
  };
  const signing = pact('Accordo dimostrativo da firmare', [region, ...partners]);
  const frozen = await freezePact(story, signing);
  await approveAndOpen(story, signing, frozen);
  for (const body of [region, ...partners.slice(0, -2)]) await signPact(story, body, frozen);
  const signed = pact('Accordo dimostrativo in attesa di protocollo', [region, ...partners]);
  const { agreement } = await signedPact(story, signed);
  await story.until(
    'agreement(id: $id) { registrationAskedOf { id } }',
    agreement,
    ({ registrationAskedOf }) => registrationAskedOf !== null,
  );
}

/** A sitting is open now with a vote in which three of five have voted; another is convened. */
async function sitToday(
  story: Story,
  { officer }: Present,
  {
    living: { plan, as },
    board,
    committee,
    sha256,
    now,
  }: {
    readonly living: Living;
    readonly board: Board;
    readonly committee: Committee;
    readonly sha256: string;
    readonly now: string;
  },
): Promise<void> {
  const begin = new Date(Date.parse(now) - 60 * 60_000).toISOString();
  await story.walkTo(new Date(Date.parse(begin) - NOTICE_DAYS * 86_400_000).toISOString());
  const decision = await prepare(story, {
    ...{ board, as, by: officer, adoptPlan: { plan, sha256 } },
    title: 'Adozione del piano Insieme (dimostrativa)',
    titleEn: 'Adoption of the plan Insieme (demonstration)',
    legalBasis: ['Regolamento (UE) 2021/1147'],
    spending: { amountCents: String(BUDGET_CENTS), budgetRef: 'Capitolo dimostrativo 3' },
  });
  const other = await prepare(story, {
    ...{ board, as, by: officer, legalBasis: ['Regolamento della cabina (dimostrativo)'] },
    title: 'Calendario degli incontri pubblici (dimostrativo)',
    titleEn: 'Calendar of public meetings (demonstration)',
  });
  const place = 'Sede dimostrativa, sala 3';
  const sitting = await convene(story, board, { at: begin, place, decisions: [decision] });
  const at = new Date(Date.parse(begin) - COMMITTEE_BEFORE_MS).toISOString();
  const sittings = await conveneCommittee(story, committee, at);
  await committeeSits(story, committee, { ...sittings, at });
  await story.walkTo(begin);
  const nextWeek = story.instantOn(story.dayFrom(7), 10);
  await convene(story, board, { at: nextWeek, place, decisions: [other] });
  await open(story, sitting, [0, 1, 2, 3, 4]);
  const matter = await matterOf(story, sitting, decision);
  await story.later({ minutes: 20 });
  await openVote(story, matter);
  await castVotes(story, matter, [
    [1, 'FOR'],
    [2, 'FOR'],
    [3, 'AGAINST'],
  ]);
}

/** Who reads all of it, from the first day of the log on. */
async function auditToday(story: Story): Promise<void> {
  await story.decreed(story.founder, 'appointAuditor', {
    ...{ person: await story.person('Delia Esempio'), scope: 'instance-tavolo' },
    ...{ from: story.today, reason: 'Verifica delle decisioni e di come sono nate' },
  });
}
