import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { voteScreenMessages } from './vote.messages.ts';

/** What was answered to a vote: where in the log it landed, and when this page was told. */
export type Receipt = Readonly<{ position: string; at: string; repeated: boolean }>;

/** Says that a vote is recorded; it takes the focus, for the button that had it is gone. */
export function ReceiptOf({
  receipt: { position, at, repeated },
  isSecret,
}: Readonly<{ receipt: Receipt; isSecret: boolean }>): ReactNode {
  const say = useText(voteScreenMessages);
  const { instant } = useFormats();
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    here.current?.focus();
  }, []);
  return (
    <div ref={here} tabIndex={-1} role="status" className="receipt">
      <p>
        <strong>✓ {say('recorded')}</strong>
      </p>
      <p>{isSecret ? say('receiptSecret') : say('receipt', { position, time: instant(at) })}</p>
      {repeated && <p>{say('repeated')}</p>}
    </div>
  );
}
