import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { commandFor } from './command.ts';
import { eventsMessages } from './events.messages.ts';
import type { EventsAsked } from './filter.ts';

/** The list of the page as a program asks for it. */
export function EquivalentCommand({ asked }: Readonly<{ asked: EventsAsked }>): ReactNode {
  const say = useText(eventsMessages);
  const command = commandFor(location.origin, asked);
  return (
    <details className="command no-print">
      <summary>{say('command')}</summary>
      <p>
        {say('commandHint')} <CopyButton text={command} />
      </p>
      <pre className="json" tabIndex={0}>
        {command}
      </pre>
    </details>
  );
}
