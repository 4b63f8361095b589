import type { JsonObject } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';
import type { NetworksMerged, NetworkSplit } from '../domain/tree.events.js';

/** The commands that are left to give, in their order. */
type Rest = readonly ProcessCommand[];

/**
 * The tree of the plan decided on a merger or a split (N-4, N-6); then the networks follow, one
 * after another: members come in before they go, so that nobody is lost on the way.
 */
export const networkMerging: ProcessDefinition<Rest> = {
  name: 'networkMerging',
  categories: ['tree'],
  initial: [],
  keyOf: ({ type, data }) => {
    if (type === 'NetworksMerged') return data.absorbed as string;
    return type === 'NetworkSplit' ? (data.into as string) : null;
  },
  react: (rest, input) => {
    if (input.kind === 'event') return next(commandsOf(input.event));
    // A refusal is left to the runner, which stops the process for somebody to look at.
    return input.outcome === 'accepted' ? next(rest) : { state: rest };
  },
};

function next([command, ...rest]: Rest): Reaction<Rest> {
  return command ? { state: rest, commands: [command] } : { state: [], done: true };
}

function commandsOf({ type, data }: ProcessEvent): Rest {
  return type === 'NetworksMerged'
    ? ofMerger(data as unknown as NetworksMerged['data'])
    : ofSplit(data as unknown as NetworkSplit['data']);
}

function ofMerger({ into, absorbed, members }: NetworksMerged['data']): Rest {
  return [
    onNetwork(into, 'TakeOverMembers', { from: absorbed, members }),
    onNetwork(absorbed, 'EndByMerger', { into }),
  ];
}

function ofSplit(data: NetworkSplit['data']): Rest {
  const { network: from, into, plan, title, level, lead, members } = data;
  const partners = [lead, ...members.map(({ partner }) => partner)];
  return [
    onNetwork(into, 'FoundBySplit', { from, plan, title, level, lead, members }),
    onNetwork(from, 'HandOverMembers', { to: into, partners }),
  ];
}

function onNetwork(target: string, type: string, data: JsonObject): ProcessCommand {
  return { name: type, aggregate: 'network', target, type, data };
}
