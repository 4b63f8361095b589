import { Temporal } from 'temporal-polyfill';
import { split } from '../lab-impact/money.js';
import { randomFrom } from '../random.js';
import type { Random } from '../random.js';
import type { AreaBodies } from './bodies.js';
import { drawLife, STEADY } from './life.js';
import type { Life } from './life.js';
import type { Pact, Party } from './pact.js';
import type { Sizes } from './sizes.js';

/** A plan that runs, with its networks: what agreements are made under. */
export interface RunningPlan {
  readonly index: number;
  readonly plan: string;
  readonly region: Party['body'];
  /** The regional network, and the agreement that it rests on. */
  readonly network: string;
  readonly pact: string;
  /** One for each area that has a network, in their order. */
  readonly territories: readonly {
    readonly bodies: AreaBodies;
    readonly network: string;
    readonly pact: string;
  }[];
}

/** An agreement to be made, and what becomes of it. */
export interface Told {
  readonly pact: Pact;
  readonly life: Life;
}

/** What a plan has, in cents: its regional agreement passes it on. */
export const PLAN_CENTS = 4_000_000_000;
/** Last day of the agreements that networks rest on: no agreement below them ends later. */
export const PLAN_ENDS = '2029-12-31';
/** Last day of the others, so that an extension has room. */
const TERMS_END = '2029-06-30';
/** Of what a network has, so much stays for what is passed on from the regional agreement. */
const TO_NETWORKS = 0.9;
/** In cents; nothing that is passed on is smaller. */
const CENTS_MIN = 100;

const TOPICS = [
  ...['sportello di ascolto', 'italiano L2 per adulti', 'mediazione a scuola'],
  ...['doposcuola di quartiere', 'orientamento al lavoro', 'laboratorio di lettura'],
  ...['servizi per le famiglie', 'accoglienza dei nuovi alunni', 'rete di volontariato'],
] as const;

/** The agreement of a whole region: lead and areas, which share all of it. */
export function regionalPact({ index, plan, region, network, territories }: RunningPlan): Pact {
  const bodies = [region, ...territories.map(({ bodies: { lead } }) => lead)];
  return {
    ...{ key: `regional ${String(index)}`, kind: 'partnershipAgreement', plan, network },
    title: `Accordo di partenariato regionale ${String(index + 1)} (sintetico)`,
    ...{ start: '2016-06-01', end: PLAN_ENDS, laterEnd: PLAN_ENDS, number: 900_000 + index },
    parties: sharing(bodies, PLAN_CENTS),
  };
}

/** The agreements of the territorial networks, below it. */
export function networkPacts(running: RunningPlan): readonly Pact[] {
  const { index, plan, pact: parent, territories } = running;
  const cents = networkCents(running);
  return territories.map(({ bodies, network }, n) => ({
    ...{ key: `network ${String(index)} ${String(n)}`, kind: 'networkAgreement' },
    ...{ plan, network, parent, start: '2016-06-01', end: PLAN_ENDS, laterEnd: PLAN_ENDS },
    title: `Accordo di rete di ${bodies.area.name}`,
    number: 910_000 + index * 1_000 + n,
    parties: sharing([bodies.lead, ...bodies.municipalities, bodies.school], cents),
  }));
}

function networkCents({ territories }: RunningPlan): number {
  return Math.floor((PLAN_CENTS * TO_NETWORKS) / territories.length);
}

/** How many agreements there are beside those that networks rest on. */
export function othersOf({ agreements, plans, networks }: Sizes): number {
  return agreements - plans * (networks + 1);
}

/**
 * The agreement of a number, from 0, and what becomes of it: the same for the same seed, whatever
 * was asked before. `draftedOn` is the day of its draft.
 */
export function agreementOf(
  number: number,
  {
    sizes,
    running,
    draftedOn,
  }: {
    readonly sizes: Sizes;
    readonly running: readonly RunningPlan[];
    readonly draftedOn: string;
  },
): Told {
  const random = randomFrom(sizes.seed * 7_919 + number * 104_729);
  const plan = running[number % running.length];
  const territory =
    plan?.territories[Math.floor(number / running.length) % plan.territories.length];
  if (!plan || !territory) throw new Error('a running plan has networks');
  const most = mostOf(plan, sizes);
  const drawn = kindOf(random, { ...territory, plan, most });
  const end = monthEnd(draftedOn, random.between(12, 72), TERMS_END);
  const life = drawLife(random);
  const topic = TOPICS[random.between(0, TOPICS.length - 1)] ?? TOPICS[0];
  const pact: Pact = {
    ...{ key: String(number), number: number + 1, plan: plan.plan, network: territory.network },
    ...{ start: monthEnd(draftedOn, 1), end, laterEnd: monthEnd(end, 6), ...drawn },
    title: `${drawn.title} n. ${String(number + 1)}: ${topic} (${drawn.made})`,
    ...(life.publication !== 'none' && { publicationRequired: true }),
  };
  return { pact, life };
}

/** The agreements on which networks rest stay as they are. */
export function steady(pact: Pact): Told {
  return { pact, life: STEADY };
}

/** What one agreement may have, so that all below one agreement keep within it. */
interface Most {
  readonly ofNetwork: number;
  readonly ofRegion: number;
}

function mostOf(plan: RunningPlan, sizes: Sizes): Most {
  const ofPlan = Math.ceil(othersOf(sizes) / sizes.plans) + 1;
  const each = Math.ceil(ofPlan / plan.territories.length) + 1;
  return {
    ofNetwork: Math.floor(networkCents(plan) / each),
    ofRegion: Math.floor((PLAN_CENTS * (1 - TO_NETWORKS)) / ofPlan),
  };
}

type Drawn = Pick<Pact, 'kind' | 'parties'> & {
  readonly title: string;
  /** The end of an Italian word: an agreement is made up. */
  readonly made: 'sintetica' | 'sintetico';
  readonly parent?: string;
};

interface Where {
  readonly plan: RunningPlan;
  readonly bodies: AreaBodies;
  readonly pact: string;
  readonly most: Most;
}

/** Four in ten pass money on to a third-sector entity; the memoranda pass on none. */
function kindOf(random: Random, { plan, bodies, pact, most }: Where): Drawn {
  const { lead, municipalities, school, thirdSector, association } = bodies;
  const town = municipalities[random.between(0, municipalities.length - 1)] ?? school;
  const drawn = random.between(0, 9);
  if (drawn < 4) {
    const parties = sharing([lead, thirdSector], amount(random, most.ofNetwork));
    const title = 'Convenzione di co-progettazione';
    return { kind: 'coDesignConvention', parent: pact, parties, title, made: 'sintetica' };
  }
  if (drawn < 6) {
    const parties = sharing([lead, town], amount(random, most.ofRegion));
    const title = 'Convenzione attuativa';
    return { kind: 'implementingConvention', parent: plan.pact, parties, title, made: 'sintetica' };
  }
  if (drawn < 7) {
    const parties = adhering(lead, association);
    const title = 'Lettera di adesione';
    return { kind: 'adhesionLetter', parent: pact, parties, title, made: 'sintetica' };
  }
  const parties = adhering(town, random.between(0, 1) === 0 ? school : association);
  return { kind: 'memorandum', parties, title: 'Protocollo d’intesa', made: 'sintetico' };
}

function amount(random: Random, most: number): number {
  return Math.max(CENTS_MIN, random.between(Math.floor(most / 5), most));
}

/** The first leads and keeps a good part; cents that no division gives out are its own. */
function sharing(bodies: readonly Party['body'][], cents: number): Pact['parties'] {
  const shares = split(
    cents,
    bodies.map((_, i) => (i === 0 ? 3 : 2)),
  );
  const [first, ...others] = bodies.map((body, i) => ({
    ...{ body, cents: shares[i] ?? 0 },
    role: i === 0 ? ('lead' as const) : ('partner' as const),
  }));
  if (!first) throw new Error('an agreement has parties');
  return [first, ...others];
}

function adhering(lead: Party['body'], other: Party['body']): Pact['parties'] {
  return [
    { body: lead, cents: 0, role: 'lead' },
    { body: other, cents: 0, role: 'adhering' },
  ];
}

/** The last day of the month that lies so many months on, and no later than a last one. */
function monthEnd(day: string, months: number, last = PLAN_ENDS): string {
  const month = Temporal.PlainDate.from(day).toPlainYearMonth().add({ months });
  const end = month.toPlainDate({ day: month.daysInMonth }).toString();
  return end < last ? end : last;
}
