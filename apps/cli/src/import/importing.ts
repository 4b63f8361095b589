import type { Acting, Client, CommandAnswer, Tongue, Words } from '@tavolo/demo';
import { v5 } from 'uuid';
import type { Meter } from '../progress.js';
import { paceFrom } from '../progress.js';
import type { Refused, Verdict } from './rehearsal-client.js';
import type { BadCell } from './sheet.js';

/** What a dry run found. */
export type Findings<Entry> = Readonly<{
  read: number;
  /** Would be made. */
  fresh: readonly Entry[];
  /** Is there already, as the file says it. */
  there: number;
  bad: readonly BadCell[];
}>;

/** What every import works with. */
export type Bench = Readonly<{
  client: Client;
  as: Acting;
  /** Id of the instance: what is derived from it is of this instance alone. */
  instance: string;
  tongue: Tongue;
  meter: Meter;
  signal: AbortSignal;
}>;

/** Stopped with Ctrl-C between two rows. */
export class Interrupted extends Error {}

/** An id that the same content of the same row has in every import of it. */
export function idOf(instance: string, ...names: readonly unknown[]): string {
  return v5(JSON.stringify(['import', ...names]), instance);
}

/** Does something with each entry, one after another, and shows how far it is. */
export async function eachOf<Entry>(
  entries: readonly Entry[],
  { meter, signal }: Pick<Bench, 'meter' | 'signal'>,
  work: (entry: Entry) => Promise<void>,
): Promise<void> {
  const pace = paceFrom(0);
  let done = 0;
  for (const entry of entries) {
    if (signal.aborted) throw new Interrupted();
    await work(entry);
    done += 1;
    meter.show(pace(done, entries.length));
  }
}

/** What a refusal says, with the number of its rule. */
export function wordsOf({ rule, message }: Pick<Refused, 'message' | 'rule'>): Words {
  return { it: `regola ${rule}: ${message}`, en: `rule ${rule}: ${message}` };
}

/** The same in both languages: what the server has worded already. */
export function same(text: string): Words {
  return { it: text, en: text };
}

/** A value that a refusal speaks of. */
export function detailOf({ details }: Refused, name: string): string | null {
  return details.find((detail) => detail.name === name)?.value ?? null;
}

/** What a verdict that is no acceptance says, by the path of the field that it is about. */
export function complaintsOf(verdict: Verdict): readonly Readonly<{ path: string; why: Words }>[] {
  if ('refused' in verdict) return [{ path: '', why: wordsOf(verdict.refused) }];
  if ('malformed' in verdict) {
    return verdict.malformed.map(({ path, message }) => ({ path, why: same(message) }));
  }
  return 'failed' in verdict ? [{ path: '', why: same(verdict.failed) }] : [];
}

/** A command in earnest; what the dry run did not foresee is an error. @throws Unforeseen */
export async function gives(
  { client, as }: Bench,
  mutation: string,
  input: object,
): Promise<Extract<CommandAnswer, { outcome: 'accepted' }>> {
  const answer = await client.command(as, mutation, input);
  if (answer.outcome === 'accepted') return answer;
  throw new Unforeseen(answer);
}

/** Somebody else changed something between the dry run and now. */
export class Unforeseen extends Error {
  constructor(readonly refused: Refused) {
    super(`${refused.rule}: ${refused.message}`);
  }
}

/** What of an object can be compared with a cell. */
type Shown = number | string | null | undefined;

/** How what is there differs from what the file says; empty where it does not. */
export function differences(
  pairs: Readonly<Record<string, readonly [here: Shown, file: Shown]>>,
): Words {
  const found = Object.entries(pairs).filter(
    ([, [here, file]]) => String(here ?? '') !== String(file ?? ''),
  );
  const say = (hereWord: string, fileWord: string) =>
    found
      .map(
        ([name, [here, file]]) =>
          `${name}: ${hereWord} «${String(here ?? '')}», ${fileWord} «${String(file ?? '')}»`,
      )
      .join('; ');
  return { it: say('qui', 'nel file'), en: say('here', 'in the file') };
}
