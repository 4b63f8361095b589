import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Facts } from '../../parts/facts.tsx';
import type { Fact } from '../../data/history.ts';
import { useTelling } from '../../words/events/use-sentence.ts';
import { timeMessages } from './time.messages.ts';

/** One event: who, when, under which mandate, on what and why; and the fact as it is recorded. */
export function FactPanel({ fact }: Readonly<{ fact: Fact }>): ReactNode {
  const say = useText(timeMessages);
  const { instant, day } = useFormats();
  const { sentence, who } = useTelling();
  const { actor, basis } = fact;
  const isSystem = actor.id.startsWith('system:');
  return (
    <>
      <p className="event-sentence">{sentence(fact)}</p>
      <Facts
        of={[
          [say('recordedAt'), <time dateTime={fact.recordedAt}>{instant(fact.recordedAt)}</time>],
          [say('effectiveOn'), fact.effectiveOn && day(fact.effectiveOn)],
          [say('type'), <code className="event-type">{fact.type}</code>],
          [say('actor'), isSystem ? say('system', { name: actor.id }) : who(actor)],
          [say('mandate'), fact.mandate],
          [say('reason'), fact.reason],
          [say('legalBasis'), fact.legalBasis.join('; ')],
          [
            say('basis'),
            basis.map(({ stream, revision }) => say('basisOf', { stream, revision })).join('; '),
          ],
          [say('position'), fact.position],
          [say('cause'), fact.causationId],
          [say('correlation'), fact.correlationId],
        ]}
      />
      <details>
        <summary>{say('data')}</summary>
        <pre className="json" tabIndex={0}>
          {JSON.stringify(fact.data, null, 2)}
        </pre>
      </details>
    </>
  );
}
