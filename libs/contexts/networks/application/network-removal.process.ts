import type { PlanId } from '@tavolo/plans';
import type { ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';
import { treeOf } from './aggregates.js';

/** A network that is dissolved leaves its place in the tree: its territory is free (N-6). */
export const networkRemoval: ProcessDefinition<null> = {
  name: 'networkRemoval',
  categories: ['network'],
  initial: null,
  // One that was merged has left the tree with the merger.
  keyOf: ({ type, stream, data }) =>
    type === 'NetworkDissolved' && data.into === undefined ? stream : null,
  react: (state, input) =>
    input.kind === 'event' ? remove(input.event) : { state, done: input.outcome === 'accepted' },
};

function remove({ stream: network, data }: ProcessEvent): Reaction<null> {
  const target = treeOf(data.plan as PlanId);
  const command = { name: 'remove', aggregate: 'tree', type: 'RemoveNetwork', target };
  return { state: null, commands: [{ ...command, data: { network } }] };
}
