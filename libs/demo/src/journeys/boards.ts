import { say } from '../narration.js';
import type { Persona } from '../narration.js';
import { grounds } from '../stage.js';
import type { BoardValues, Conduct, VoteRules } from '../values.js';
import type { Designing, PlanVersion } from './co-design.js';
import { the, under } from './world.js';
import type { World } from './world.js';

/** The holder of a seat and what they will do. */
export type Member = Readonly<{ seat: string; holder: Persona; conduct: Conduct }>;

/** A board in office; the first member chairs it. */
export type SittingBoard = Readonly<{
  id: string;
  members: readonly [Member, ...Member[]];
  chair: Persona;
  secretary: Persona;
}>;

/** A decision that may go on an agenda. */
export type Proposal = Readonly<{ decision: string; textSha256: string; motivation: string }>;

/** The board of a network, with the rules by which it decides. */
export async function establishBoard(
  world: World,
  { plan, network, lead }: Designing,
  { conduct, rules }: BoardValues,
): Promise<SittingBoard> {
  world.stage.chapter(say('La cabina di regia', 'The steering board'));
  const head = world.by(lead.head);
  const act = await head.uploads(
    say('carica l’atto istitutivo', 'uploads the founding act'),
    'Atto',
  );
  const term = { from: world.day(), until: world.day(365) };
  const because = grounds('Istituzione della cabina di regia.', act);
  const { id: board } = await head.does(
    say(
      `istituisce la cabina di regia, ${String(conduct.length)} seggi`,
      `establishes the board, ${String(conduct.length)} seats`,
    ),
    {
      establishBoard: {
        ...{ name: `Cabina di regia dimostrativa ${world.tag}`, level: 'REGION', plan, network },
        ...{ seats: conduct.length, rulebook: rulebookOf(rules), termUntil: term.until },
        ...{ source: 'SYNTHETIC', ...because },
      },
    },
  );
  const members: Member[] = [];
  for (const each of conduct) {
    members.push({ ...(await fillSeat(world, { board, lead, term, because })), conduct: each });
  }
  const [first, ...rest] = members;
  const chairing = the(first, 'the first member');
  await head.does(
    say(`nomina presidente ${chairing.holder.name}`, `appoints ${chairing.holder.name} chair`),
    {
      appointChair: { board, seat: chairing.seat, ...term, ...because },
    },
  );
  const clerk = await world.person(
    say('segretaria della cabina di regia', 'secretary of the board'),
  );
  await head.does(say(`nomina segretaria ${clerk.name}`, `appoints ${clerk.name} secretary`), {
    appointSecretary: { board, person: clerk.person, ...term, ...because },
  });
  const presiding = { ...chairing.holder, role: say('presidente', 'chair of the board') };
  return {
    ...{ id: board, members: [chairing, ...rest] },
    chair: under(presiding, `${board}#chair-1`),
    secretary: under(clerk, `${board}#secretary-1`),
  };
}

type Filling = Readonly<{
  board: string;
  lead: Designing['lead'];
  term: { readonly from: string; readonly until: string };
  because: object;
}>;

async function fillSeat(
  world: World,
  { board, lead, term, because }: Filling,
): Promise<{ seat: string; holder: Persona }> {
  const head = world.by(lead.head);
  const person = await world.person(say('componente della cabina di regia', 'member of the board'));
  const { created: seat } = await head.does(
    say(`designa ${person.name}`, `designates ${person.name}`),
    { designateMember: { board, category: 'componenti', person: person.person } },
  );
  await head.does(say(`nomina ${person.name}`, `appoints ${person.name}`), {
    appointMember: { board, seat, ...term, ...because },
  });
  return { seat, holder: under(person, `${board}#${seat}`) };
}

function rulebookOf({ base, num, den, strict, tie, recusedLeaveBase }: VoteRules) {
  return {
    quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
    majority: { base: inSchema(base), num, den, strict },
    tie: inSchema(tie),
    ...{ recusedLeaveBase, noticeDays: 0, representation: [] },
  };
}

/** `castLessAbstentions` as the schema writes it. */
function inSchema(value: string): string {
  return value.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
}

/** The proposal to adopt a version of a plan, with its opinions (D-4, D-7). */
export async function proposeAdoption(
  world: World,
  { board, on }: { board: string; on: Designing },
  { version, sha256 }: PlanVersion,
): Promise<Proposal> {
  const { plan, lead, officer } = on;
  const head = world.by(lead.head);
  const textSha256 = await head.uploads(
    say('carica il testo della deliberazione', 'uploads the text of the decision'),
    `Deliberazione: adozione del piano ${world.tag}`,
    `versione ${String(version)}, impronta ${sha256}`,
  );
  const motivation = await head.uploads(
    say('carica la motivazione', 'uploads the reasons'),
    `Motivazione ${world.tag}`,
  );
  const { id: decision } = await head.does(
    say('propone di adottare il piano', 'proposes to adopt the plan'),
    {
      proposeDecision: {
        ...{ board, title: `Adozione del piano ${world.tag}`, textSha256, motivation },
        ...{ adoptPlan: { plan, sha256 }, legalBasis: ['Norma dimostrativa, art. 1'] },
        source: 'SYNTHETIC',
      },
    },
  );
  const opinion = await world
    .by(officer)
    .uploads(say('carica il parere', 'uploads the opinion'), `Parere ${world.tag}`);
  for (const kind of ['TECHNICAL', 'ACCOUNTING']) {
    await world.by(officer).does(say('dà parere favorevole', 'gives a positive opinion'), {
      attachOpinion: { decision, kind, opinion: 'POSITIVE', document: opinion },
    });
  }
  await head.does(say('chiude l’istruttoria', 'ends the instruction'), { markReady: { decision } });
  return { decision, textSha256, motivation };
}

/** A decision as a story looks at it. */
export interface DecisionNow {
  readonly status: string;
  readonly number: string | null;
  readonly effectiveOn: string | null;
}

/** Reads a decision. */
export async function decisionOf(world: World, id: string): Promise<DecisionNow> {
  const { decision } = await world.stage.ask<{ decision: DecisionNow | null }>(
    'query ($id: ID!) { decision(id: $id) { status number effectiveOn } }',
    { id },
  );
  return the(decision, `decision ${id}`);
}
