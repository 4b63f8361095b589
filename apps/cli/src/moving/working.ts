import { AppendOutcomeUnknown, StoreInUse, StoreUnavailable } from '@tavolo/event-store';
import { UnusableStore } from '@tavolo/event-store';
import { BrokenLog, DamagedBackup, DamagedDump, NotTheSame, NotThisLog } from '@tavolo/moving';
import { DocumentDamaged, PrivateStoreUnavailable } from '@tavolo/private-store';
import { BadConfig } from '../../../api/src/config/bad-config.js';
import { unusableDataOf } from '../../../api/src/stores/unusable-data.js';
import { exits, Problem } from '../problem.js';
import { meterOf, paceFrom } from '../progress.js';

/** What long work is given: when to stop, and whom to tell how far it has come. */
export type Working = Readonly<{
  signal: AbortSignal;
  /** `what` is counted, `of` so many. */
  show: (what: string, done: number, total: number) => void;
}>;

/** Long work that Ctrl-C stops where nothing is half done, with a bar on standard error. @throws Problem */
export async function working(
  work: (working: Working) => Promise<void>,
  folder: string,
): Promise<void> {
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop);
  const bars = barsOf();
  try {
    await work({ signal: stopping.signal, show: bars.show });
  } catch (error) {
    bars.stop();
    if (!stopping.signal.aborted) throw problemOf(error, folder);
    const sentence = 'Stopped: the same command goes on where it was, or begins again.';
    throw new Problem(sentence, exits.interrupted);
  } finally {
    bars.stop();
    process.off('SIGINT', stop);
  }
}

/** One bar after another, each for what is counted. */
function barsOf(): Pick<Working, 'show'> & Readonly<{ stop: () => void }> {
  let counted: string | null = null;
  let meter: ReturnType<typeof meterOf> | null = null;
  let pace: ReturnType<typeof paceFrom> | null = null;
  return {
    show(what, done, total) {
      if (what !== counted) {
        meter?.stop();
        [counted, meter, pace] = [what, meterOf(what), paceFrom(done)];
      }
      if (pace) meter?.show(pace(done, total));
    },
    stop() {
      meter?.stop();
      meter = null;
    },
  };
}

type Kind = new (...words: never[]) => Error;

const KINDS: readonly (readonly [kinds: readonly Kind[], exit: Problem['exitCode']])[] = [
  [[StoreInUse, NotThisLog], exits.conflict],
  [[StoreUnavailable, AppendOutcomeUnknown, PrivateStoreUnavailable], exits.unreachable],
  [
    [BrokenLog, DamagedBackup, DamagedDump, DocumentDamaged, NotTheSame, UnusableStore],
    exits.damaged,
  ],
  [[BadConfig], exits.usage],
];

/** The sentence, and how the command ends; a defect stays one. */
export function problemOf(error: unknown, folder: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error;
  const found = KINDS.find(([kinds]) => kinds.some((kind) => error instanceof kind));
  if (found) return new Problem(error.message, found[1]);
  const unusable = unusableDataOf(error, folder);
  return unusable ? new Problem(unusable.message, exits.failed) : error;
}
