import type { Discretion, Transactions } from '@tavolo/command';
import type { SittingCommand } from '../domain/sitting.commands.js';
import type { SittingState } from '../domain/sitting.state.js';
import { sittings } from './aggregates.js';
import { Closing, discreetly } from './closing.js';
import type { HeldVote, Named } from './closing.js';
import type { SittingRequest } from './requests.js';
import type { VoteBoxes } from './vote-boxes.js';

type Ports = Readonly<{ transactions: Transactions; boxes: VoteBoxes }>;

/** The vote of an item, with what names it; null where it was not opened. */
export function voteOf(state: SittingState, { stream, item: id }: Named): HeldVote | null {
  const item = state.items.find((one) => one.id === id);
  if (!item?.vote) return null;
  const { textSha256, status, vote } = item;
  const { form, sealed, key } = vote;
  const ref = { stream, item: id, textSha256 };
  return { ref, isOpen: status === 'VoteOpen', form, sealed, key };
}

/** Of the commands on a sitting, the casting of a vote that is not named. */
export function discretionOf(ports: Ports): Discretion {
  return async ({ type, target, data }, _sender, about) => {
    const { item, choice } = data;
    if (type !== 'CastVote' || target === null) return null;
    if (typeof item !== 'string' || typeof choice !== 'string') return null;
    const loaded = await ports.transactions.load(sittings, target);
    const found = loaded && voteOf(loaded.state, { stream: target, item });
    return found && (await discreetly(ports, found, { data, choice, about }));
  };
}

/** Whether the vote of an item has ended, or can no longer be opened. */
export async function hasEnded({ transactions }: Ports, named: Named): Promise<boolean> {
  const { state } = (await transactions.load(sittings, named.stream)) ?? {};
  if (!state) return false;
  const found = voteOf(state, named);
  if (found) return !found.isOpen;
  return state.status !== 'Opened' && state.status !== 'InSession';
}

const mayEnd = new Set<string>([
  ...(['CloseVote', 'VoidVote', 'CloseMeeting'] satisfies readonly SittingCommand['type'][]),
]);

/** What a command on a sitting does with the boxes of its votes. */
export function closingOf(ports: Ports, { target: stream, asked }: SittingRequest): Closing {
  const destroyIfEnded = async (named: Named) => {
    if (await hasEnded(ports, named)) await ports.boxes.destroy(named);
  };
  return new Closing(ports, { stream, mayEnd: mayEnd.has(asked.type), destroyIfEnded });
}
