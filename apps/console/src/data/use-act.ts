import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useRef, useState } from 'react';
import { ask, AskFailed, sawPosition } from './ask.ts';

/** Why the rules kept a command out. */
export type Refused = Readonly<{
  rule: string;
  code: string;
  message: string;
  /** Of the request that was refused. */
  requestId: string | null;
}>;

/** What became of the last command of a form. */
export type Outcome<Payload> =
  | Readonly<{ state: 'idle' }>
  | Readonly<{ state: 'sending' }>
  | Settled<Payload>;

/** What became of a command that was sent. */
export type Settled<Payload> =
  | Readonly<{ state: 'done'; payload: Payload }>
  | Readonly<{ state: 'refused'; refusal: Refused }>
  | Readonly<{ state: 'failed'; error: AskFailed }>;

interface Sent {
  readonly __typename: string;
  readonly receipt?: { readonly position: string };
}

/** The payload of a mutation: what its union has beside the refusal. */
export type PayloadOf<Data> = Exclude<
  Data[keyof Data],
  { __typename: 'Refusal' } | null | undefined
>;

/** A form's way to give a command. */
export type Act<Data, Input> = Readonly<{
  outcome: Outcome<PayloadOf<Data>>;
  /** Sends it; the same command is sent again until it was answered, under the same id. */
  send: (input: Input, mandate?: string | null) => Promise<Outcome<PayloadOf<Data>>>;
  /** Another command begins. */
  reset: () => void;
}>;

/**
 * Gives commands of one kind. A command keeps its `commandId` until it was answered, so that it can
 * be sent again when an answer got lost, and is done once. Documents ask for `__typename`,
 * the receipt's `position`, and of a refusal for `rule`, `code` and `message`.
 */
export function useAct<Data extends object, Input extends object>(
  document: TadaDocumentNode<Data, { input: Input }>,
): Act<Data, Omit<Input, 'commandId'>> {
  const client = useQueryClient();
  const commandId = useRef<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome<PayloadOf<Data>>>({ state: 'idle' });
  const settle = (next: Outcome<PayloadOf<Data>>): Outcome<PayloadOf<Data>> => {
    setOutcome(next);
    if (next.state === 'done' || next.state === 'refused') commandId.current = null;
    return next;
  };
  const send: Act<Data, Omit<Input, 'commandId'>>['send'] = async (input, mandate = null) => {
    commandId.current ??= crypto.randomUUID();
    setOutcome({ state: 'sending' });
    const named = { ...input, commandId: commandId.current } as unknown as Input;
    const answered = await give(document, named, mandate);
    if (answered.state === 'done') await readAnew(client);
    return settle(answered);
  };
  const reset = () => {
    commandId.current = null;
    setOutcome({ state: 'idle' });
  };
  return { outcome, send, reset };
}

/** Gives one command, once: accepted, refused by a rule, or not answered. */
export async function give<Data extends object, Input extends object>(
  document: TadaDocumentNode<Data, { input: Input }>,
  input: Input,
  mandate: string | null,
): Promise<Settled<PayloadOf<Data>>> {
  try {
    const { data, requestId } = await ask(document, { input }, { mandate });
    const [answer] = Object.values(data) as Sent[];
    if (answer?.__typename === 'Refusal')
      return { state: 'refused', refusal: { ...(answer as unknown as Refused), requestId } };
    if (answer?.receipt) sawPosition(answer.receipt.position);
    return { state: 'done', payload: answer as unknown as PayloadOf<Data> };
  } catch (error) {
    if (!(error instanceof AskFailed)) throw error;
    return { state: 'failed', error };
  }
}

/** After a command everything that is shown is asked for again. */
export async function readAnew(client: QueryClient): Promise<void> {
  await client.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'session' });
}
