import type { PlanDraftSuperseded } from '@tavolo/plans';
import type { ProcessCommand, ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';
import type { SittingId } from '../contract/index.js';
import type { ItemId, VoteOpened } from '../domain/sitting.events.js';

/** A vote that opened on a version of a plan. */
type VoteOnPlan = Readonly<{ sitting: SittingId; item: ItemId; version: number }>;

/** Of one plan: votes that nothing has voided, and the newest version that it moved past. */
type Voting = Readonly<{ votes: readonly VoteOnPlan[]; superseded: number }>;

/**
 * A plan that is edited while a board votes on its adoption takes the text from under the vote:
 * the vote is voided. One that opened on what had just moved is voided as it opens. A vote
 * that has closed names no plan and is not forgotten: voiding it changes nothing.
 */
export const supersededTextProcess: ProcessDefinition<Voting> = {
  name: 'supersededText',
  categories: ['plan', 'sitting'],
  initial: { votes: [], superseded: 0 },
  keyOf: (event) => planOf(event)?.slice('plan-'.length) ?? null,
  react: (state, input) => (input.kind === 'event' ? onFact(state, input.event) : { state }),
};

function planOf({ type, stream, data }: ProcessEvent): string | null {
  if (type === ('PlanDraftSuperseded' satisfies PlanDraftSuperseded['type'])) return stream;
  if (type !== ('VoteOpened' satisfies VoteOpened['type'])) return null;
  const { subject } = data as VoteOpened['data'];
  return subject.kind === 'adoptPlan' ? subject.plan : null;
}

function onFact({ votes, superseded }: Voting, event: ProcessEvent): Reaction<Voting> {
  const { type, stream, data } = event as unknown as ProcessEvent &
    (PlanDraftSuperseded | VoteOpened);
  if (type === 'PlanDraftSuperseded') return voiding({ votes, superseded: data.version });
  const { item, subject } = data;
  if (subject.kind !== 'adoptPlan') return { state: { votes, superseded } };
  const opened = { sitting: stream as SittingId, item, version: subject.version };
  return voiding({ votes: [...votes, opened], superseded });
}

function voiding({ votes, superseded }: Voting): Reaction<Voting> {
  const moved = votes.filter(({ version }) => version <= superseded);
  const standing = votes.filter(({ version }) => version > superseded);
  return { state: { votes: standing, superseded }, commands: moved.map(voided) };
}

/** Several votes of one plan: each command has a name of its own. */
function voided({ sitting: target, item }: VoteOnPlan): ProcessCommand {
  const data = { item, cause: 'textSuperseded' };
  const name = `VoidVote ${target} ${item}`;
  return { name, aggregate: 'sitting', target, type: 'VoidVote', data };
}
