import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import { DocumentLink } from '../../parts/document.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { conditionStatus } from '../../words/boards.ts';
import { decisionMessages } from './decision.messages.ts';
import type { Decision } from './shape.ts';

type Props = Readonly<{ decision: Decision }>;

/** What has changed by it: its days, the plan that it is about, who carries it out. */
export function Effects({ decision }: Props): ReactNode {
  const say = useText(decisionMessages);
  const { day } = useFormats();
  const { effectiveOn, enforceableFrom, endedFrom, implementation, plan, planVersion } = decision;
  const lines = [
    effectiveOn && say('effectiveOn', { day: day(effectiveOn) }),
    enforceableFrom && say('enforceableFrom', { day: day(enforceableFrom) }),
    endedFrom && say('endedFrom', { day: day(endedFrom) }),
    useCarriedOut(implementation),
    plan && planVersion !== null && (
      <>
        {say('planNow', { version: planVersion })}{' '}
        <ObjectLink id={plan.id}>{plan.title}</ObjectLink>
      </>
    ),
  ].filter(Boolean);
  return (
    <section aria-labelledby="effects">
      <h2 id="effects">{say('effects')}</h2>
      {effectiveOn === null && <p>{say('noEffects')}</p>}
      <ul>
        {lines.map((line, place) => (
          // The lines have a fixed order.
          <li key={place}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function useCarriedOut(implementation: Decision['implementation']): string | null {
  const say = useText(decisionMessages);
  const { day } = useFormats();
  if (!implementation) return null;
  const { implementedOn, dueOn, office, partner } = implementation;
  if (implementedOn !== null) return say('implementedOn', { day: day(implementedOn) });
  return say('implementBy', { day: day(dueOn), who: office ?? partner?.name ?? '—' });
}

/** What it was made to depend on. */
export function Conditions({ decision: { conditions } }: Props): ReactNode {
  const say = useText(decisionMessages);
  const status = useText(conditionStatus);
  const { day } = useFormats();
  if (conditions.length === 0) return null;
  return (
    <section aria-labelledby="conditions">
      <h2 id="conditions">{say('conditions')}</h2>
      <ul>
        {conditions.map((one) => (
          <li key={one.condition}>
            {one.text} <Chip>{status(one.status)}</Chip>{' '}
            {one.metOn === null
              ? say('dueOn', { day: day(one.dueOn) })
              : say('metOn', { day: day(one.metOn) })}
            . {say('evidence', { evidence: one.evidence })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What put its text right; the text before stays. */
export function Errata({ decision: { errata } }: Props): ReactNode {
  const say = useText(decisionMessages);
  const { instant } = useFormats();
  if (errata.length === 0) return null;
  return (
    <section aria-labelledby="errata">
      <h2 id="errata">{say('errata')}</h2>
      <ul>
        {errata.map(({ document, issuedAt, textSha256 }) => (
          <li key={document}>
            <DocumentLink sha256={document}>
              {say('erratumOf', { when: instant(issuedAt) })}
            </DocumentLink>
            {' · '}
            <DocumentLink sha256={textSha256}>{say('correctedText')}</DocumentLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
