import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { Fact } from '../../data/history.ts';
import { EventFacts } from '../../parts/event-facts.tsx';
import { useTelling } from '../../words/events/use-sentence.ts';
import { timeMessages } from './time.messages.ts';

/** One event: its sentence, what is recorded with it, and the fact as it is recorded. */
export function FactPanel({ fact }: Readonly<{ fact: Fact }>): ReactNode {
  const say = useText(timeMessages);
  const { sentence } = useTelling();
  return (
    <>
      <p className="event-sentence">{sentence(fact)}</p>
      <EventFacts event={fact} />
      <details>
        <summary>{say('data')}</summary>
        <pre className="json" tabIndex={0}>
          {JSON.stringify(fact.data, null, 2)}
        </pre>
      </details>
    </>
  );
}
