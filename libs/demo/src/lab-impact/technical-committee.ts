import { establishBoard } from './boards.js';
import type { Board } from './boards.js';
import { prepare } from './decisions.js';
import type { Proposal, ReadyDecision } from './decisions.js';
import { castVotes, closeVote, convene, matterOf, open, openVote } from './sittings.js';
import type { Matter, Sitting } from './sittings.js';
import type { Persona, Story } from './story.js';

/** Where a second body of the living plan is founded, and by whom. */
export interface Founding {
  readonly as: Persona;
  readonly by: Persona;
  readonly plan: string;
  readonly network: string;
}

/** The committee and what it is to decide. */
export interface Committee {
  readonly board: Board;
  readonly convener: ReadyDecision;
  readonly venue: ReadyDecision;
  readonly evaluator: ReadyDecision;
}

/** Four people may vote two against two; persons are chosen in secret, on paper (D-2, D-3). */
const RULEBOOK = {
  quorum: { kind: 'FRACTION', num: 1, den: 2, strict: true, of: 'SEATS_FILLED' },
  majority: { base: 'CAST_LESS_ABSTENTIONS', num: 1, den: 2, strict: true },
  ...{ tie: 'LOT', recusedLeaveBase: true, noticeDays: 5 },
  ballots: ['NAMED', 'SECRET_ON_PAPER'],
  ...{ delegation: { max: 1, noticeDays: 1 }, agendaAdditions: 'ALL_PRESENT' },
};
const PLACE = 'Sede dimostrativa, sala 1';
/** Its first sitting is a day before the one of today. */
const DAY_MS = 86_400_000;

/**
 * A committee of experts beside the board, with the same secretary. Of what was proposed to it one
 * thing stands on no agenda: she has a sitting to convene for it.
 */
export async function foundCommittee(
  story: Story,
  { as, by, plan, network }: Founding,
): Promise<Committee> {
  const expert = (name: string) => ({ name, category: 'Esperti' });
  const board = await establishBoard(story, {
    ...{ as, plan, network, rules: { rulebook: RULEBOOK }, termUntil: story.dayFrom(730) },
    name: 'Comitato tecnico dimostrativo',
    nameEn: 'Demonstration technical committee',
    secretary: 'Nives Esempio',
    sitters: ['Rina Esempio', 'Sante Esempio', 'Tea Esempio', 'Vito Esempio'].map(expert),
  });
  const propose = (matter: Pick<Proposal, 'title' | 'titleEn'>) =>
    prepare(story, {
      ...{ board, as, by, ...matter },
      legalBasis: ['Regolamento del comitato (dimostrativo)'],
    });
  const convener = await propose({
    title: 'Designazione di chi coordina il comitato (dimostrativa)',
    titleEn: 'Designation of who coordinates the committee (demonstration)',
  });
  const venue = await propose({
    title: 'Sede degli incontri con le famiglie (dimostrativa)',
    titleEn: 'Venue of the meetings with families (demonstration)',
  });
  const evaluator = await propose({
    title: 'Designazione di chi valuta le attività (dimostrativa)',
    titleEn: 'Designation of who evaluates the activities (demonstration)',
  });
  await propose({
    title: 'Regole di lavoro del comitato (dimostrative)',
    titleEn: 'Working rules of the committee (demonstration)',
  });
  return { board, convener, venue, evaluator };
}

/** Both sittings of the committee, the day before and the day itself. */
export interface Convened {
  readonly first: Sitting;
  readonly second: Sitting;
}

/** Convenes both: one a day before this instant, one at it. */
export async function conveneCommittee(
  story: Story,
  { board, convener, venue, evaluator }: Committee,
  at: string,
): Promise<Convened> {
  const before = new Date(Date.parse(at) - DAY_MS).toISOString();
  const on = { place: PLACE };
  const decisions = [convener, venue];
  const first = await convene(story, board, { ...on, at: before, decisions });
  const second = await convene(story, board, { ...on, at, decisions: [evaluator] });
  return { first, second };
}

/**
 * The first sitting designated somebody on paper and then voted two against two: the secretary has
 * a drawing by lot to record. The second votes on paper, and she has the tellers' count to enter.
 */
export async function committeeSits(
  story: Story,
  { convener, venue, evaluator }: Committee,
  { first, second, at }: Convened & { readonly at: string },
): Promise<void> {
  await story.walkTo(new Date(Date.parse(at) - DAY_MS).toISOString());
  await open(story, first, [0, 1, 2, 3]);
  const designation = await matterOf(story, first, convener);
  await openOnPaper(story, designation);
  await tally(story, designation, { for: 3, against: 0, abstain: 1 });
  await closeVote(story, designation);
  const tied = await matterOf(story, first, venue);
  await openVote(story, tied);
  await castVotes(story, tied, [
    [0, 'FOR'],
    [1, 'FOR'],
    [2, 'AGAINST'],
    [3, 'AGAINST'],
  ]);
  await closeVote(story, tied);
  await story.walkTo(at);
  await open(story, second, [0, 1, 2, 3]);
  await openOnPaper(story, await matterOf(story, second, evaluator));
}

async function openOnPaper(story: Story, matter: Matter): Promise<void> {
  await story.later({ minutes: 5 });
  await openVote(story, matter, 'SECRET_ON_PAPER');
}

type Counted = Readonly<Record<'abstain' | 'against' | 'for', number>>;

/** What two of the members counted of the papers of all; the secretary enters it. */
async function tally(
  story: Story,
  { sitting, item, textSha256, board }: Matter,
  counted: Counted,
): Promise<void> {
  await story.later({ minutes: 10 });
  const tellers = board.seats.slice(2).map(({ holder }) => holder.person);
  const voters = board.seats.map(({ seat }) => seat);
  const of = { sitting, item, textSha256, voters, tellers };
  await story.did(board.secretary, 'recordSecretTally', { ...of, ...counted });
}
