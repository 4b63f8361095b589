import type { PlanDraftSuperseded } from '@tavolo/plans';
import type { ProcessCommand, ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';
import type { ProcedureOpened } from '../domain/procedure.events.js';
import type { ItemId, VoteOpened } from '../domain/sitting.events.js';

/** A vote that opened on a version of a plan: on an item of a sitting, or in a procedure. */
type VoteOnPlan = Readonly<{ stream: string; item: ItemId | null; version: number }>;

/** Of one plan: votes that nothing has voided, and the newest version that it moved past. */
type Voting = Readonly<{ votes: readonly VoteOnPlan[]; superseded: number }>;

/**
 * A plan that is edited while a board votes on its adoption takes the text from under the vote:
 * the vote is voided. One that opened on what had just moved is voided as it opens. A vote
 * that has closed names no plan and is not forgotten: voiding it changes nothing.
 */
export const supersededTextProcess: ProcessDefinition<Voting> = {
  name: 'supersededText',
  categories: ['plan', 'sitting', 'procedure'],
  initial: { votes: [], superseded: 0 },
  keyOf: (event) => planOf(event)?.slice('plan-'.length) ?? null,
  react: (state, input) => (input.kind === 'event' ? onFact(state, input.event) : { state }),
};

type Opened = VoteOpened | ProcedureOpened;

const opening = new Set<string>(['VoteOpened', 'ProcedureOpened'] satisfies Opened['type'][]);

function planOf({ type, stream, data }: ProcessEvent): string | null {
  if (type === ('PlanDraftSuperseded' satisfies PlanDraftSuperseded['type'])) return stream;
  if (!opening.has(type)) return null;
  const { subject } = data as Opened['data'];
  return subject.kind === 'adoptPlan' ? subject.plan : null;
}

function onFact({ votes, superseded }: Voting, event: ProcessEvent): Reaction<Voting> {
  const { type, stream, data } = event as unknown as ProcessEvent & (PlanDraftSuperseded | Opened);
  if (type === 'PlanDraftSuperseded') return voiding({ votes, superseded: data.version });
  const { subject } = data;
  if (subject.kind !== 'adoptPlan') return { state: { votes, superseded } };
  const item = type === 'VoteOpened' ? data.item : null;
  const opened = { stream, item, version: subject.version };
  return voiding({ votes: [...votes, opened], superseded });
}

function voiding({ votes, superseded }: Voting): Reaction<Voting> {
  const moved = votes.filter(({ version }) => version <= superseded);
  const standing = votes.filter(({ version }) => version > superseded);
  return { state: { votes: standing, superseded }, commands: moved.map(voided) };
}

/** Several votes of one plan: each command has a name of its own. */
function voided({ stream: target, item }: VoteOnPlan): ProcessCommand {
  const cause = 'textSuperseded';
  if (item === null) {
    const type = 'VoidProcedure';
    return { name: `${type} ${target}`, aggregate: 'procedure', target, type, data: { cause } };
  }
  const data = { item, cause };
  const name = `VoidVote ${target} ${item}`;
  return { name, aggregate: 'sitting', target, type: 'VoidVote', data };
}
