import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PayloadOf, Settled } from '../../data/use-act.ts';
import { give, readAnew } from '../../data/use-act.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { RemindParty } from './agreement.documents.ts';
import { wordsFor } from './reminder-words.ts';
import type { Due } from './signature-state.ts';

/** What became of each reminder, by the key of what is due. */
export type Reminded = ReadonlyMap<string, Settled<PayloadOf<ResultOf<typeof RemindParty>>>>;

type ToSend = Readonly<{ agreement: string; mandate: string | null; words: string }>;

/**
 * Sends reminders one after the other, each a command of its own: what a rule keeps out keeps
 * nothing else out. What got no answer is sent again under the same id, and is done once.
 */
export function useReminders({ agreement, mandate, words }: ToSend) {
  const client = useQueryClient();
  const ids = useRef(new Map<string, string>());
  const [settled, setSettled] = useState<Reminded>(new Map());
  const [isSending, setSending] = useState(false);
  const remind = async ({ key, party, name, version, textSha256 }: Due) => {
    const commandId = ids.current.get(key) ?? crypto.randomUUID();
    ids.current.set(key, commandId);
    const { amendment } = version;
    const input = {
      ...{ agreement, party, textSha256, commandId, reason: wordsFor(words, name) },
      ...(amendment !== null && { amendment }),
    };
    const answer = await give(RemindParty, input, mandate);
    if (answer.state !== 'failed') ids.current.delete(key);
    setSettled((before) => new Map(before).set(key, answer));
  };
  const send = async (all: readonly Due[]) => {
    setSending(true);
    // One by one: the log takes one command on an agreement at a time.
    for (const due of all) {
      // eslint-disable-next-line no-await-in-loop -- in this order, and not at once
      await remind(due);
    }
    await readAnew(client);
    setSending(false);
  };
  return { settled, isSending, send };
}
