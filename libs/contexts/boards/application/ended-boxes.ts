import type { Transactions } from '@tavolo/command';
import { hasEndedInWriting } from './procedure-votes.js';
import { hasEnded } from './sitting-votes.js';
import type { VoteBoxes } from './vote-boxes.js';

type Ports = Readonly<{ transactions: Transactions; boxes: VoteBoxes }>;

/** A box outlives its vote only where a server died in between: then it is destroyed here. */
export async function destroyBoxesOfEndedVotes(ports: Ports): Promise<void> {
  for (const named of await ports.boxes.all()) {
    const isWritten = named.stream.startsWith('procedure-');
    const ended = isWritten ? hasEndedInWriting(ports, named) : hasEnded(ports, named);
    if (await ended) await ports.boxes.destroy(named);
  }
}
