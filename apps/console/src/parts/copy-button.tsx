import type { ReactNode, Ref } from 'react';
import { useState } from 'react';
import { useText } from '../app/text.ts';
import { partsMessages } from './parts.messages.ts';

/** Copies a text, and says that it did. */
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
  const [isCopied, setCopied] = useState(false);
  const { copy, copied } = words ?? { copy: say('copy'), copied: say('copied') };
  return (
    <button
      type="button"
      ref={button}
      className={className}
      aria-label={isCopied ? undefined : label}
      onClick={() => {
        const copying = navigator.clipboard.writeText(typeof text === 'string' ? text : text());
        void copying.then(() => {
          setCopied(true);
        });
      }}
    >
      <span role="status">{isCopied ? copied : copy}</span>
    </button>
  );
}
