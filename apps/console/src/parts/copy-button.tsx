import type { ReactNode, Ref } from 'react';
import { useState } from 'react';
import { useText } from '../app/text.ts';
import { partsMessages } from './parts.messages.ts';

/** What became of a copy; a text that the browser did not copy is shown, to be copied by hand. */
type Copied = 'not yet' | 'copied' | Readonly<{ byHand: string }>;

/** Copies a text, and says that it did, or else shows it selected. */
export function CopyButton({
  text,
  label,
  words,
  className = 'btn-plain no-print',
  button,
}: Readonly<{
  /** A text, or how it is found when the button is pressed. */
  text: string | (() => string);
  /** What is copied, for who does not see where the button stands. */
  label?: string;
  /** What the button says before and after, where that is more than «copy». */
  words?: Readonly<{ copy: string; copied: string }>;
  className?: string;
  button?: Ref<HTMLButtonElement>;
}>): ReactNode {
  const say = useText(partsMessages);
  const [state, setState] = useState<Copied>('not yet');
  const { copy, copied } = words ?? { copy: say('copy'), copied: say('copied') };
  const isCopied = state === 'copied';
  return (
    <>
      <button
        type="button"
        ref={button}
        className={className}
        aria-label={isCopied ? undefined : label}
        onClick={() => {
          const wanted = typeof text === 'string' ? text : text();
          void isPutToClipboard(wanted).then((isDone) => {
            setState(isDone ? 'copied' : { byHand: wanted });
          });
        }}
      >
        <span role="status">{isCopied ? copied : copy}</span>
      </button>
      {typeof state === 'object' && <ByHand text={state.byHand} />}
    </>
  );
}

/** Copies, where the browser lets it: over plain http there is no clipboard, and some ask first. */
async function isPutToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function ByHand({ text }: Readonly<{ text: string }>): ReactNode {
  const say = useText(partsMessages);
  return (
    <label className="copy-by-hand no-print">
      {say('notCopied')}
      <textarea
        readOnly
        value={text}
        rows={1}
        ref={(field) => {
          field?.focus();
          field?.select();
        }}
      />
    </label>
  );
}
