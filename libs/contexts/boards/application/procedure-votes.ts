import type { Discretion, Transactions } from '@tavolo/command';
import type { ProcedureCommand } from '../domain/procedure.commands.js';
import type { ProcedureState } from '../domain/procedure.state.js';
import { procedures } from './aggregates.js';
import { Closing, discreetly } from './closing.js';
import type { HeldVote, Named } from './closing.js';
import type { ProcedureRequest } from './requests.js';
import type { VoteBoxes } from './vote-boxes.js';

type Ports = Readonly<{ transactions: Transactions; boxes: VoteBoxes }>;

/** The vote of a procedure, named by its decision: there is one. Null before it is opened. */
export function repliesOf(state: ProcedureState, stream: string): HeldVote | null {
  const { status, decision: item, textSha256, form, sealed, key } = state;
  if (status === null) return null;
  return { ref: { stream, item, textSha256 }, isOpen: status === 'Open', form, sealed, key };
}

/** Of the commands on a procedure, an answer that is not named. */
export function discretionOfReplies(ports: Ports): Discretion {
  return async ({ type, target, data }, _sender, about) => {
    const { choice } = data;
    if (type !== 'CastReply' || target === null || typeof choice !== 'string') return null;
    const loaded = await ports.transactions.load(procedures, target);
    const found = loaded && repliesOf(loaded.state, target);
    return found && (await discreetly(ports, found, { data, choice, about }));
  };
}

/** Whether a procedure has ended, or was never opened: its box is made before it. */
export async function hasEndedInWriting({ transactions }: Ports, { stream }: Named) {
  const loaded = await transactions.load(procedures, stream);
  return loaded?.state.status !== 'Open';
}

const mayEnd = new Set<string>([
  ...(['CallForSitting', 'CloseProcedure', 'CloseProcedureEarly', 'OpenProcedure'] as const),
  ...(['ResolveProcedureConflict', 'VoidProcedure', 'WithdrawProcedure'] as const),
] satisfies readonly ProcedureCommand['type'][]);

/** What a command on a procedure does with the box of its answers. */
export function closingInWriting(
  ports: Ports,
  { target: stream, asked }: ProcedureRequest,
): Closing {
  const destroyIfEnded = async (named: Named) => {
    if (await hasEndedInWriting(ports, named)) await ports.boxes.destroy(named);
  };
  return new Closing(ports, { stream, mayEnd: mayEnd.has(asked.type), destroyIfEnded });
}
