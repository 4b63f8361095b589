import type { ProcessCommand, ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';
import type { DecisionEvent, DecisionLeftByRoute } from '../../domain/decision.events.js';
import type { ProcedureOpened } from '../../domain/procedure.events.js';
import type { ItemId, VoteOpened } from '../../domain/sitting.events.js';

/** A vote on a matter of a route: on an item of a sitting, or in a procedure. */
type VoteOnRoute = Readonly<{ stream: string; item: ItemId | null }>;

/** Of one decision: votes that nothing has voided, and whether the route has left it. */
type Voting = Readonly<{ votes: readonly VoteOnRoute[]; left: boolean }>;

type Opened = VoteOpened | ProcedureOpened;

/**
 * A route that no longer waits for a body takes its question from under the vote that the body
 * holds on it: the vote is voided. One that opened as the route went on is voided as it
 * opens. A vote that has closed is not forgotten: voiding it changes nothing.
 */
export const routeLeftProcess: ProcessDefinition<Voting> = {
  name: 'routeLeft',
  categories: ['decision', 'sitting', 'procedure'],
  initial: { votes: [], left: false },
  keyOf: (event) => decisionOf(event)?.slice('decision-'.length) ?? null,
  react: (state, input) => (input.kind === 'event' ? onFact(state, input.event) : { state }),
};

const opening = new Set<string>(['VoteOpened', 'ProcedureOpened'] satisfies Opened['type'][]);

function decisionOf({ type, stream, data }: ProcessEvent): string | null {
  if (type === ('DecisionLeftByRoute' satisfies DecisionEvent['type'])) return stream;
  if (!opening.has(type)) return null;
  const { decision, route } = data as Opened['data'];
  return route.within === undefined ? null : decision;
}

function onFact({ votes, left }: Voting, event: ProcessEvent): Reaction<Voting> {
  const { type, stream, data } = event as unknown as ProcessEvent & (DecisionLeftByRoute | Opened);
  if (type === 'DecisionLeftByRoute') return voiding(votes);
  const opened = { stream, item: type === 'VoteOpened' ? data.item : null };
  return left ? voiding([opened]) : { state: { votes: [...votes, opened], left } };
}

function voiding(votes: readonly VoteOnRoute[]): Reaction<Voting> {
  return { state: { votes: [], left: true }, commands: votes.map(voided) };
}

/** Several votes on one decision: each command has a name of its own. */
function voided({ stream: target, item }: VoteOnRoute, i: number): ProcessCommand {
  const cause = 'leftByRoute';
  const of = item === null ? { cause } : { item, cause };
  const [aggregate, type] =
    item === null ? ['procedure', 'VoidProcedure'] : ['sitting', 'VoidVote'];
  return { name: `${type} ${target} ${String(i)}`, aggregate, target, type, data: of };
}
