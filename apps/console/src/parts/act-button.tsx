import type { TadaDocumentNode } from 'gql.tada';
import type { ReactNode } from 'react';
import { useText } from '../app/text.ts';
import { useAct } from '../data/use-act.ts';
import { partsMessages } from './parts.messages.ts';
import { NotDone } from './problem.tsx';

type Props<Data extends object, Input extends object> = Readonly<{
  document: TadaDocumentNode<Data, { input: Input }>;
  input: Omit<Input, 'commandId'>;
  mandate: string | null;
  children: ReactNode;
  isMain?: boolean;
  isDisabled?: boolean;
  /** Why it cannot be pressed: the id of the sentence that says so. */
  describedBy?: string | undefined;
}>;

/** Gives one command; what was not answered is sent again under the same id. */
export function ActButton<Data extends object, Input extends object>({
  document,
  input,
  mandate,
  children,
  isMain = false,
  isDisabled = false,
  describedBy,
}: Props<Data, Input>): ReactNode {
  const say = useText(partsMessages);
  const { outcome, send } = useAct(document);
  const isSending = outcome.state === 'sending';
  return (
    <>
      <button
        type="button"
        className={isMain ? 'btn btn-primary' : 'btn btn-outline-primary'}
        disabled={isSending || isDisabled}
        aria-describedby={describedBy}
        onClick={() => void send(input, mandate)}
      >
        {outcome.state === 'failed' ? say('again') : children}
      </button>
      <NotDone outcome={outcome} />
    </>
  );
}
