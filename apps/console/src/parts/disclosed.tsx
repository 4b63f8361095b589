import type { ReactNode } from 'react';
import { useId, useState } from 'react';
import { useText } from '../app/text.ts';
import { partsMessages } from './parts.messages.ts';

/** The table beside a picture, shown when it is asked for. */
export function Disclosed({ children }: Readonly<{ children: ReactNode }>): ReactNode {
  const say = useText(partsMessages);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className="btn btn-outline-primary btn-small no-print"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => {
          setOpen(!isOpen);
        }}
      >
        {say(isOpen ? 'hideTable' : 'showTable')}
      </button>
      <div id={id} className="disclosed" data-open={isOpen}>
        {children}
      </div>
    </>
  );
}
