import type { ReactNode } from 'react';
import { useState } from 'react';
import { useText } from '../app/text.ts';
import { partsMessages } from './parts.messages.ts';

/** Copies a text, and says that it did. */
export function CopyButton({
  text,
  label,
}: Readonly<{
  text: string;
  /** What is copied, for who does not see where the button stands. */
  label?: string;
}>): ReactNode {
  const say = useText(partsMessages);
  const [isCopied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="btn-plain no-print"
      aria-label={isCopied ? undefined : label}
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
        });
      }}
    >
      <span role="status">{isCopied ? say('copied') : say('copy')}</span>
    </button>
  );
}
