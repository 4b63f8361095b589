import { createHash } from 'node:crypto';
import { say } from '../narration.js';
import { StoryBroken } from '../stage.js';
import type { Stage } from '../stage.js';
import { freezeText } from './agreements.js';
import { changesOf, contextOf, historyOf, planAfter, planToday, recount } from './audit.js';
import type { Change, Context, HistoryEvent, PlanThen, Recount } from './audit.js';
import type { BoardFacts } from './board.journey.js';
import { the, World } from './world.js';

/** What the auditor found. */
export type AuditorFacts = Readonly<{
  decision: string;
  history: readonly HistoryEvent[];
  /** Of the sitting, where every vote is. */
  sittingHistory: readonly HistoryEvent[];
  before: PlanThen;
  today: PlanThen;
  planChanges: readonly Change[];
  agreementChanges: readonly Change[];
  context: Context;
  /** The hash of each paper, reckoned from the bytes that the server gave. */
  reckoned: readonly string[];
  recounted: Recount;
  /** By two thirds of who was entitled: what would have been. */
  otherwise: Recount;
}>;

/** Another rulebook, to see what it would have made of the same votes. */
const twoThirds = {
  quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS' },
  majority: { base: 'ENTITLED', num: 2, den: 3, strict: false },
  ...{ tie: 'FALLS', recusedLeaveBase: false, noticeDays: 0, representation: [] },
};

/**
 * The third journey: an auditor, who was told nothing but the plan, finds the decision on it, its
 * whole history, what it rested on, and counts the vote again. @throws StoryBroken
 */
export async function auditorJourney(stage: Stage, played: BoardFacts): Promise<AuditorFacts> {
  const world = await World.open(stage);
  stage.chapter(say('Dopo il voto la rete è andata avanti', 'After the vote the network went on'));
  await freezeText(world, played.agreement, played.lead);

  stage.chapter(say('La revisora cerca la decisione', 'The auditor looks for the decision'));
  const decision = await findDecision(stage, played.plan);
  const history = await historyOf(stage, decision);
  const acts = history.filter(({ stream }) => !stream.startsWith('pm_'));
  for (const event of acts) tell(stage, event);
  const steps = String(history.length - acts.length);
  stage.finds(
    say(
      `e ${steps} passi dei processi tra un fatto e l’altro`,
      `and ${steps} steps of processes between them`,
    ),
  );
  const sittingHistory = await historyOf(stage, played.sitting);
  const opened = sittingHistory.findIndex(({ type }) => type === 'VoteOpened');
  const last = the(sittingHistory[opened - 1], 'the event before the vote');

  const found = { decision, history, sittingHistory };
  const compared = await compare(stage, played, last);
  const evidence = await examine(stage, decision);
  return { ...found, ...compared, ...evidence, ...(await countAgain(stage, decision)) };
}

async function findDecision(stage: Stage, plan: string): Promise<string> {
  const { decisions } = await stage.ask<Found>(
    `query ($plan: ID!) { decisions(plan: $plan, first: 10) {
      edges { node { id title status number board { name } } }
    } }`,
    { plan },
  );
  const { node } = the(decisions.edges[0], 'a decision on the plan');
  const number = node.number ?? '–';
  stage.finds(
    say(
      `la deliberazione n. ${number} di ${node.board.name}: ${node.title} (${node.status})`,
      `decision no. ${number} of ${node.board.name}: ${node.title} (${node.status})`,
    ),
  );
  return node.id;
}

interface Found {
  readonly decisions: {
    readonly edges: readonly {
      readonly node: {
        readonly id: string;
        readonly title: string;
        readonly status: string;
        readonly number: string | null;
        readonly board: { readonly name: string };
      };
    }[];
  };
}

/** Who, when, under which mandate, why, and on which documents. */
function tell(stage: Stage, event: HistoryEvent): void {
  const { type, recordedAt, actor, mandate, reason, documents } = event;
  const who = actor.name ?? actor.id;
  const on = documents.map(({ sha256 }) => sha256.slice(0, 12)).join(', ');
  const parts = (words: readonly [string, string, string]) =>
    [
      `${recordedAt} ${type}: ${who}`,
      ...(mandate === null ? [] : [`${words[0]} ${mandate}`]),
      ...(reason === null ? [] : [`${words[1]} «${reason}»`]),
      ...(on === '' ? [] : [`${words[2]} ${on}`]),
    ].join(', ');
  stage.finds(
    say(
      parts(['con il mandato', 'motivo', 'sui documenti']),
      parts(['under the mandate', 'because', 'on the documents']),
    ),
  );
}

async function compare(
  stage: Stage,
  { plan, agreement, decision }: BoardFacts,
  { id: from, position }: HistoryEvent,
): Promise<Pick<AuditorFacts, 'before' | 'today' | 'planChanges' | 'agreementChanges'>> {
  stage.chapter(say('Prima del voto e oggi', 'Before the vote and today'));
  const before = await planAfter(stage, plan, from);
  const today = await planToday(stage, plan);
  stage.finds(
    say(
      `alla posizione ${position}, prima del voto: ${shown(before)}`,
      `at position ${position}, before the vote: ${shown(before)}`,
    ),
  );
  stage.finds(say(`oggi: ${shown(today)}`, `today: ${shown(today)}`));
  const planChanges = await differences(stage, plan, from);
  const agreementChanges = await differences(stage, agreement, from);
  await differences(stage, decision, from);
  return { before, today, planChanges, agreementChanges };
}

async function differences(stage: Stage, of: string, from: string): Promise<readonly Change[]> {
  const history = await historyOf(stage, of);
  const to = the(history.at(-1), 'its last event').id;
  const changes = await changesOf(stage, of, { from, to });
  const paths = changes.map(({ path }) => path).join(' ');
  stage.finds(say(`di ${of} è cambiato: ${paths}`, `of ${of} this changed: ${paths}`));
  return changes;
}

function shown({ status, network, agreements }: PlanThen): string {
  const members = String(network?.members.length ?? 0);
  const states = agreements.map((agreement) => agreement.status).join(', ');
  return `plan ${status}, network ${network?.status ?? '–'} (${members}), agreements ${states}`;
}

/** The papers, in the version served: their bytes have the hashes that the vote names. */
async function examine(
  stage: Stage,
  decision: string,
): Promise<Pick<AuditorFacts, 'context' | 'reckoned'>> {
  stage.chapter(say('Le carte servite per quel voto', 'The papers served for that vote'));
  const context = await contextOf(stage, decision);
  const { papers, textSha256 } = context.item;
  const reckoned: string[] = [];
  for (const sha256 of [textSha256, ...papers.map((paper) => paper.sha256)]) {
    const bytes = await stage.client.download(sha256);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (hash !== sha256) throw new StoryBroken(`the bytes of ${sha256} have the hash ${hash}`);
    const title = papers.find((paper) => paper.sha256 === sha256)?.title ?? 'Testo';
    const size = String(bytes.length);
    stage.finds(
      say(
        `${title}: ${size} byte, impronta ricalcolata ${hash}`,
        `${title}: ${size} bytes, hash reckoned again ${hash}`,
      ),
    );
    reckoned.push(hash);
  }
  return { context, reckoned };
}

async function countAgain(
  stage: Stage,
  decision: string,
): Promise<Pick<AuditorFacts, 'recounted' | 'otherwise'>> {
  stage.chapter(say('Il conto rifatto', 'The count made again'));
  const recounted = await recount(stage, decision);
  for (const step of recounted.trace) stage.finds(step);
  if (!recounted.equal) throw new StoryBroken('the vote counted again comes out differently');
  const otherwise = await recount(stage, decision, twoThirds);
  stage.finds(
    say(
      `il conto torna: ${recounted.computed}; con i due terzi degli aventi diritto sarebbe ${otherwise.computed}`,
      `the count is right: ${recounted.computed}; by two thirds of the entitled it would be ${otherwise.computed}`,
    ),
  );
  return { recounted, otherwise };
}
