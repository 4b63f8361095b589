import type { Board, Seat } from './boards.js';
import type { ReadyDecision } from './decisions.js';
import { StoryBroken } from './story.js';
import type { Story } from './story.js';

/** A sitting that is convened. */
export interface Sitting {
  readonly sitting: string;
  readonly board: Board;
}

/** A decision at the place that it has in a sitting. */
export interface Matter extends Sitting {
  readonly item: string;
  readonly textSha256: string;
}

/** How a seat votes. */
export type Ballot = readonly [seat: number, choice: 'ABSTAIN' | 'AGAINST' | 'FOR'];

/** When and where a sitting is held. */
export interface Appointment {
  /** Instant, RFC 3339 in UTC. */
  readonly at: string;
  readonly place: string;
}

/** States of a decision that a process has not put on the agenda yet. */
const UNSCHEDULED = new Set<unknown>(['READY_FOR_AGENDA', 'DEFERRED']);

/** Convenes a sitting on what is ready, with its papers, and waits until it is on the agenda. */
export async function convene(
  story: Story,
  board: Board,
  { at, place, decisions }: Appointment & { readonly decisions: readonly ReadyDecision[] },
): Promise<Sitting> {
  const items = decisions.map(({ decision, textSha256, papers }) => ({
    ...{ decision, textSha256, papers },
  }));
  const local = at.slice(0, 'YYYY-MM-DDThh:mm:ss'.length);
  const notice = { board: board.id, at: { local, zone: 'UTC' }, place, items };
  const { stream: sitting } = await story.did(board.chair, 'conveneMeeting', notice);
  for (const { decision } of decisions) {
    await story.until(
      'decision(id: $id) { status }',
      decision,
      ({ status }) => !UNSCHEDULED.has(status),
    );
  }
  return { sitting, board };
}

/** Opens a sitting: those who came are there, by the number of their seat. */
export async function open(
  story: Story,
  { sitting, board }: Sitting,
  present: readonly number[],
): Promise<void> {
  await story.did(board.chair, 'openMeeting', { sitting });
  for (const n of present) {
    const { seat } = seatOf(board, n);
    await story.did(board.secretary, 'recordArrival', { sitting, seat });
  }
}

/** The item of a decision on the agenda of a sitting. @throws StoryBroken */
export async function matterOf(
  story: Story,
  { sitting, board }: Sitting,
  { decision, textSha256 }: ReadyDecision,
): Promise<Matter> {
  const found = await story.found('sitting(id: $id) { items { item decision { id } } }', sitting);
  const items = found.items as readonly {
    readonly item: string;
    readonly decision: { id: string };
  }[];
  const item = items.find((one) => one.decision.id === decision)?.item;
  if (item === undefined) throw new StoryBroken(`${decision} is not on the agenda of ${sitting}`);
  return { sitting, board, item, textSha256 };
}

/** A member declares an interest, the chair upholds it, the member is out for the item (GB-3). */
export async function recuse(
  story: Story,
  { sitting, item, board }: Matter,
  n: number,
): Promise<void> {
  const { seat, holder } = seatOf(board, n);
  const at = { sitting, item, seat };
  const reason = 'Il componente rappresenta un ente che riceve una quota del piano';
  await story.did(holder, 'declareConflict', { ...at, reason });
  await story.did(board.chair, 'resolveConflict', { ...at, upheld: true, reason });
  await story.did(board.secretary, 'recordRecusal', at);
}

/** The quorum is verified for the item, the vote on its text opened (GB-2, GB-10). */
export async function openVote(
  story: Story,
  matter: Matter,
  ballot: 'NAMED' | 'SECRET_ON_PAPER' = 'NAMED',
): Promise<void> {
  const { sitting, item, textSha256, board } = matter;
  await story.did(board.chair, 'verifyQuorum', { sitting, item });
  await story.did(board.chair, 'openVote', { sitting, item, textSha256, ballot });
}

/** Members vote, each for their own seat (D-1). */
export async function castVotes(
  story: Story,
  { sitting, item, textSha256, board }: Matter,
  ballots: readonly Ballot[],
): Promise<void> {
  for (const [n, choice] of ballots) {
    const { seat, holder } = seatOf(board, n);
    await story.later({ minutes: 1 });
    await story.did(holder, 'castVote', { sitting, item, seat, choice, textSha256 });
  }
}

/** The vote closes, the outcome is computed (D-2). */
export async function closeVote(story: Story, { sitting, item, board }: Matter): Promise<void> {
  await story.later({ minutes: 5 });
  await story.did(board.chair, 'closeVote', { sitting, item });
}

/** The sitting ends; its minutes are drafted by the secretary and approved by the chair (GB-9). */
export async function close(story: Story, { sitting, board }: Sitting): Promise<void> {
  await story.did(board.chair, 'closeMeeting', { sitting });
  await story.later({ days: 1 });
  const minutes = await story.paper(board.secretary, `Verbale della seduta di ${board.name}`);
  await story.did(board.secretary, 'draftMinutes', { sitting, minutes });
  await story.later({ days: 2 });
  await story.did(board.chair, 'approveMinutes', { sitting, minutes });
}

function seatOf({ seats, name }: Board, n: number): Seat {
  const seat = seats[n];
  if (!seat) throw new StoryBroken(`${name} has no seat ${String(n)}`);
  return seat;
}
